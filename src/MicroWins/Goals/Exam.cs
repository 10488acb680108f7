using System.Collections.Immutable;
using MicroWins.Rules.Exams;
using NodaTime;

namespace MicroWins.Goals;

/// <summary>What makes a goal an exam: its topics have reviews, and every day has its own part of the timetable.</summary>
public sealed record Exam
{
    /// <summary>Minutes a day of those who have not said theirs: three micro-goals.</summary>
    public const int UsualMinutes = 30;

    /// <summary>When it begins, on the person's clock.</summary>
    public required LocalDateTime At { get; init; }

    /// <summary>True where the person has not said the day, so that the timetable is one for two weeks.</summary>
    public bool IsDayGuessed { get; init; }

    /// <summary>Minutes a day that the person has.</summary>
    public int MinutesADay { get; init; } = UsualMinutes;

    /// <summary>What it covers.</summary>
    public ImmutableArray<StudyTopic> Topics { get; init; } = [];

    /// <summary>What proves to the person that they are ready.</summary>
    public ImmutableArray<Proof> Proofs { get; init; } = [];

    /// <summary>The date that the steps are in order for; null before the first.</summary>
    public LocalDate? ArrangedOn { get; init; }

    /// <summary>The numbers of the steps of that date, in order.</summary>
    public ImmutableArray<int> Today { get; init; } = [];

    /// <summary>Puts a changed topic in the place of the old one.</summary>
    public Exam With(StudyTopic old, StudyTopic changed) => this with { Topics = Topics.Replace(old, changed) };

    /// <summary>The topic that a step is about; null for a proof of readiness.</summary>
    public StudyTopic? TopicOf(int step) => Topics.FirstOrDefault(topic => topic.RecallStep == step || topic.Learns.Contains(step));
}

/// <summary>A topic of an exam.</summary>
/// <param name="Name">The topic, in the person's language.</param>
/// <param name="Priority">How much it weighs.</param>
/// <param name="Learns">The numbers of the steps that it is learned with, in order.</param>
/// <param name="Recall">How it is reviewed.</param>
public sealed record StudyTopic(string Name, TopicPriority Priority, ImmutableArray<int> Learns, ExamTask Recall)
{
    /// <summary>When it was last met; null for a topic that was not begun.</summary>
    public TopicMemory? Memory { get; init; }

    /// <summary>The step that reviews it, one for all its reviews; null before the first.</summary>
    public int? RecallStep { get; init; }

    /// <summary>How many reviews the person has judged: each can be judged once.</summary>
    public int Rated { get; init; }
}

/// <summary>A proof of readiness.</summary>
/// <param name="Task">What to do.</param>
/// <param name="Step">The number of its step; null before its first day.</param>
public sealed record Proof(ExamTask Task, int? Step = null);
