using MicroWins.Rules.Safety.Matching;

namespace MicroWins.Rules.Safety;

/// <summary>
/// Tells goals that must not be coached, whatever coach would draft a plan for them, and habits that are never scaled up.
/// Deterministic and pure, like <see cref="SafetyGate"/>, and made of the same phrase files.
/// </summary>
/// <remarks>Ask the gate first: what speaks of the person's own danger is answered there. In doubt a goal is fine: to decline is to send somebody away.</remarks>
public sealed class UnsafeGoals
{
    readonly PhraseBook _book;

    // Every sentence of a coach passes here, and most phrases of the book are about other things.
    internal UnsafeGoals(PhraseBook book) => _book = book.Only(Meaning.Goal, Meaning.FineGoal, Meaning.Harmless, Meaning.Unscaled);

    /// <summary>The judge with the phrases that are built in.</summary>
    public static UnsafeGoals Default { get; } = new(PhraseBook.BuiltIn);

    /// <summary>Why a goal is declined; <see cref="UnsafeGoal.None"/> where it is fine. Where several reasons fit, the first of the enum.</summary>
    /// <param name="goal">The goal in the person's words: any UTF-16 string.</param>
    public UnsafeGoal Judge(string goal)
    {
        ArgumentNullException.ThrowIfNull(goal);
        var (_, marks) = _book.Find(goal);
        if (!marks.Exists(m => m.Section.Meaning is Meaning.Goal)) return UnsafeGoal.None;
        var excused = Marks.Covered(marks.Where(m => m.Section.Meaning is Meaning.FineGoal or Meaning.Harmless));
        return marks
            .Where(m => m.Section.Meaning is Meaning.Goal && !Marks.Touches(m, excused))
            .Select(m => m.Section.Goal!.Value)
            .DefaultIfEmpty(UnsafeGoal.None)
            .Min();
    }

    /// <summary>True for habits of weight, of eating less, of sleeping less and of punishing oneself: they are never scaled up or celebrated.</summary>
    /// <param name="habitText">The habit in the person's words: any UTF-16 string.</param>
    public bool NeverScaled(string habitText)
    {
        ArgumentNullException.ThrowIfNull(habitText);
        return _book.Find(habitText).Marks.Exists(m => m.Section.Meaning is Meaning.Unscaled
            || m.Section is { Meaning: Meaning.Goal, Goal: UnsafeGoal.Starving or UnsafeGoal.FastWeightLoss or UnsafeGoal.NoSleep or UnsafeGoal.SelfHarm or UnsafeGoal.Punishment });
    }
}
