using NodaTime;

namespace MicroWins.Rules.Scaling;

/// <summary>What a person decided about a level.</summary>
public enum LevelEventKind
{
    /// <summary>They took a raise, or another occurrence.</summary>
    Raised,
    /// <summary>They went back to a smaller level.</summary>
    ScaledBack,
    /// <summary>They took a change back within its week.</summary>
    Undone,
    /// <summary>They chose to stay: always an equal choice. Looked at again after two weeks.</summary>
    Stayed,
    /// <summary>"Not yet." Looked at again after one week.</summary>
    Postponed,
}

/// <summary>A decision about a level, as it is stored.</summary>
/// <param name="Day">The person's day.</param>
/// <param name="Kind">What they decided.</param>
/// <param name="From">The level before.</param>
/// <param name="To">The level after; the same for <see cref="LevelEventKind.Stayed"/> and <see cref="LevelEventKind.Postponed"/>.</param>
public sealed record LevelEvent(LocalDate Day, LevelEventKind Kind, HabitLevel From, HabitLevel To)
{
    /// <summary>Whether the level itself changed.</summary>
    public bool IsChange => Kind is LevelEventKind.Raised or LevelEventKind.ScaledBack or LevelEventKind.Undone;
}
