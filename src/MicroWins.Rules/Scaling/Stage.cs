using NodaTime;

namespace MicroWins.Rules.Scaling;

/// <summary>How far a habit has settled, by the weeks that it was lived; days of a pause do not count.</summary>
public enum Stage
{
    /// <summary>Weeks 1-2: did it happen every day? Never raised.</summary>
    Establish,
    /// <summary>Weeks 3-4: the official goal stays, what comes on top is bonus.</summary>
    ExpandNaturally,
    /// <summary>Weeks 5-6: what is done anyway becomes the promise.</summary>
    Formalise,
    /// <summary>Week 7 and later: 10-20 % at a time.</summary>
    Scale,
}

/// <summary>The weeks of the stages.</summary>
public static class Stages
{
    /// <summary>Days of one stage: two weeks each, as the method has them.</summary>
    public const int Days = 14;

    /// <summary>The stage after a number of lived days.</summary>
    /// <param name="livedDays">Days since the habit began, pauses left out, at least 0.</param>
    public static Stage After(int livedDays) => (livedDays / Days) switch
    {
        0 => Stage.Establish,
        1 => Stage.ExpandNaturally,
        2 => Stage.Formalise,
        _ => Stage.Scale,
    };

    /// <summary>The day on which a stage begins, as far as one knows today: a pause to come moves it.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="livedDays">Days lived up to today.</param>
    /// <param name="today">The person's day.</param>
    public static LocalDate BeginOf(Stage stage, int livedDays, LocalDate today) => today.PlusDays((int)stage * Days - livedDays);
}
