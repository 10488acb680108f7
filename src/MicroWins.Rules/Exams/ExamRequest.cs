using NodaTime;

namespace MicroWins.Rules.Exams;

/// <summary>What a timetable is made from.</summary>
public sealed record ExamRequest
{
    /// <summary>When the exam begins, in local time.</summary>
    public required LocalDateTime Exam { get; init; }

    /// <summary>The topics.</summary>
    public required IReadOnlyList<ExamTopic> Topics { get; init; }

    /// <summary>The time there is.</summary>
    public required StudyTime Time { get; init; }

    /// <summary>Steps that prove to the person that they are ready, for the last days; where there are none, the shortest step of an important topic serves.</summary>
    public IReadOnlyList<ExamTask> Confidence { get; init; } = [];

    /// <summary>Minutes studied today already, at least 0: they are taken off today's time.</summary>
    public double MinutesDoneToday { get; init; }
}
