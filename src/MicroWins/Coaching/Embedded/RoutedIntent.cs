namespace MicroWins.Coaching.Embedded;

/// <summary>What a message asks for, as far as plain words tell.</summary>
enum Intent
{
    Done,
    Smaller,
    Stuck,
    Later,
    Skip,
    Start,

    /// <summary>One more step.</summary>
    More,

    /// <summary>Stop for today.</summary>
    Enough,
    ShowAll,
    Question,
    SmallTalk,
    NewGoal,

    /// <summary>"One page is nothing": the win is played down.</summary>
    ThatsNothing,

    /// <summary>Something else, or too close to call: a model or a button decides.</summary>
    Unsure,
}

/// <summary>A message, routed.</summary>
/// <param name="Intent">What it asks for.</param>
/// <param name="Amount">How much was done, where said ("5" pages).</param>
/// <param name="Unit">Of what, in the person's word.</param>
/// <param name="Minutes">A time said: what it took where something is done, when to ask again where it is for later.</param>
sealed record RoutedIntent(Intent Intent, double? Amount = null, string? Unit = null, double? Minutes = null);
