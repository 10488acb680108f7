using System.Collections.Immutable;
using MicroWins.Rules.Scaling;
using NodaTime;

namespace MicroWins.Goals;

/// <summary>What makes a goal a habit: its steps come back every day, and what is promised may grow.</summary>
public sealed record Habit
{
    /// <summary>The person's day on which it began.</summary>
    public required LocalDate Started { get; init; }

    /// <summary>The check-in slot of the day that asks about it, from 0.</summary>
    public int Slot { get; init; }

    /// <summary>What it stands behind, as a clause ("I pour my coffee"); empty where it stands alone.</summary>
    public string Anchor { get; init; } = "";

    /// <summary>Anchor and habit in one: "After I pour my coffee, I will read one page"; empty where it stands alone.</summary>
    public string Sentence { get; init; } = "";

    /// <summary>The words of one occurrence with the amount that it began with; other amounts are put into these.</summary>
    public required string Words { get; init; }

    /// <summary>What is promised a day; null where it is not counted ("put on the running shoes").</summary>
    public HabitLevel? Level { get; init; }

    /// <summary>False for what is never raised: weight, food restriction, sleep loss, self-punishment.</summary>
    public bool MayGrow { get; init; } = true;

    /// <summary>Decisions about the level, oldest first.</summary>
    public ImmutableArray<LevelEvent> Events { get; init; } = [];

    /// <summary>What the person said about how it feels.</summary>
    public ImmutableArray<EaseAnswer> Eases { get; init; } = [];
}
