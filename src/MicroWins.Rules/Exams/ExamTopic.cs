using NodaTime;

namespace MicroWins.Rules.Exams;

/// <summary>How much a topic weighs in the exam.</summary>
public enum TopicPriority
{
    /// <summary>Sure to come, or worth the most.</summary>
    High,
    /// <summary>Likely to come.</summary>
    Medium,
    /// <summary>Good to have: the first to be left out when time is short.</summary>
    Low,
}

/// <summary>A micro-goal of exam preparation.</summary>
/// <param name="Goal">What to do, at most 10 minutes.</param>
/// <param name="Kind">The kind of work, so that a day can mix them.</param>
public sealed record ExamTask(MicroGoal Goal, WorkKind Kind)
{
    /// <summary>Minutes that the timetable counts: the slow day's, and one at least, since the smallest thing has to be turned to.</summary>
    public double Minutes => Math.Max(1, Goal.Effort.HighMinutes);
}

/// <summary>What is known of a topic that was met before.</summary>
/// <param name="LastSeen">When it was last learned or recalled, in local time.</param>
/// <param name="Rung">The place of the next gap in <see cref="Reviews.GapDays"/>.</param>
public sealed record TopicMemory(LocalDateTime LastSeen, int Rung);

/// <summary>A topic of an exam, with what is still to be done for it.</summary>
/// <param name="Name">The topic, in the person's language.</param>
/// <param name="Priority">How much it weighs.</param>
/// <param name="Tasks">What is still to be learned, in order; empty when all of it is done.</param>
/// <param name="Recall">How it is reviewed ("close the notes and say what you remember of ..."). It also covers a topic without tasks.</param>
/// <param name="Memory">When it was last met; null for a new topic.</param>
public sealed record ExamTopic(
    string Name, TopicPriority Priority, IReadOnlyList<ExamTask> Tasks, ExamTask Recall, TopicMemory? Memory = null);
