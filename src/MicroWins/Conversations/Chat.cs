using System.Collections.Immutable;
using MicroWins.CheckIns;
using MicroWins.Goals;
using MicroWins.Messaging;
using MicroWins.Rules;
using NodaTime;

namespace MicroWins.Conversations;

/// <summary>A conversation as it stands: everything that a decision may look at, and nothing else.</summary>
public sealed record Chat
{
    public required ChatId Id { get; init; }

    /// <summary>The language that the person is spoken to in; unknown until they or their channel said.</summary>
    public Language Language { get; init; }

    /// <summary>What the channel says of the person's language and country ("pt-BR"); not stored, as it comes with each message.</summary>
    public string LanguageTag { get; init; } = "";

    public ChatState State { get; init; } = new ChatState.Idle();

    /// <summary>The goal that the next "done" is about.</summary>
    public int? CurrentGoal { get; init; }

    /// <summary>The number that the next reminder gets; goals are never removed and count by themselves.</summary>
    public int NextReminder { get; init; } = 1;

    /// <summary>False while the person has blocked the bot.</summary>
    public bool IsReachable { get; init; } = true;

    /// <summary>What the safety gate has learned of this person, and when.</summary>
    public Concern Concern { get; init; } = Concern.None;

    /// <summary>All goals, oldest first.</summary>
    public ImmutableArray<Goal> Goals { get; init; } = [];

    /// <summary>The reminders that wait.</summary>
    public ImmutableArray<Reminder> Reminders { get; init; } = [];

    /// <summary>The focus session under way; null for none.</summary>
    public FocusSession? Focus { get; init; }

    /// <summary>When and how the person is asked.</summary>
    public Agreement Agreement { get; init; } = new();

    /// <summary>What was asked, and what became of it.</summary>
    public Record Record { get; init; } = Record.Empty;

    /// <summary>False for somebody whom the store knows nothing of: they are new, or were erased.</summary>
    public bool IsKnown { get; init; }

    /// <summary>When the person themselves last wrote or pressed something.</summary>
    public Instant ActiveAt { get; init; }

    /// <summary>When they were told that everything will be erased for want of a sign; null where they were not, since their last one.</summary>
    public Instant? WarnedAt { get; init; }

    /// <summary>Kept commitments so far.</summary>
    public int Kept => Record.Kept;

    public IEnumerable<Goal> ActiveGoals => Goals.Where(goal => goal.Status is GoalStatus.Active);

    public Goal? Current => Goals.FirstOrDefault(goal => goal.Number == CurrentGoal && goal.Status is GoalStatus.Active);

    public Goal? Find(int goal) => Goals.FirstOrDefault(other => other.Number == goal);

    /// <summary>Puts a changed goal in the place of the old one.</summary>
    public Chat With(Goal changed) => this with { Goals = [.. Goals.Select(goal => goal.Number == changed.Number ? changed : goal)] };
}
