using CsCheck;
using MicroWins.Rules.Exams;
using NodaTime;

namespace MicroWins.Rules.Tests.Exams;

/// <summary>Exams to plan for.</summary>
static class Exam
{
    /// <summary>Monday, 1 June 2026, 07:00.</summary>
    public static readonly LocalDateTime Now = new(2026, 6, 1, 7, 0);

    static readonly WorkKind[] Kinds = [WorkKind.Reading, WorkKind.Flashcards, WorkKind.Problems];

    public static ExamTask Task(string text, double minutes, WorkKind kind = WorkKind.Reading) => new(MicroGoal.Create(text, Effort.FromMinutes(minutes)), kind);

    /// <summary>A topic with tasks of turning kinds and a recall of three minutes.</summary>
    public static ExamTopic Topic(int number, int tasks = 2, double minutes = 8, TopicPriority priority = TopicPriority.Medium, TopicMemory? memory = null) =>
        new($"Topic {number}", priority, [.. Enumerable.Range(0, tasks).Select(task => Task($"Task {number}.{task}", minutes, Kinds[(task + number) % 3]))], Task($"Recall {number}", 3, WorkKind.Exam), memory);

    public static ExamRequest Request(int days, int minutesADay, params IEnumerable<ExamTopic> topics) =>
        new() { Exam = Now.Date.PlusDays(days).At(new LocalTime(9, 0)), Topics = [.. topics], Time = StudyTime.EveryDay(minutesADay) };

    public static IReadOnlyList<ExamDay> DaysOf(ExamAnswer answer) => answer switch
    {
        ExamAnswer.Fits fits => fits.Days,
        ExamAnswer.DoesNotFit short_ => short_.Days,
        _ => [],
    };

    public static IReadOnlyList<LeftOut> LeftOutOf(ExamAnswer answer) => answer is ExamAnswer.DoesNotFit { LeftOut: var leftOut } ? leftOut : [];

    /// <summary>The dates on which a topic has steps of a role, in order.</summary>
    public static IReadOnlyList<LocalDate> DatesOf(ExamAnswer answer, int topic, params ExamRole[] roles) =>
        [.. DaysOf(answer).Where(day => day.Items.Any(item => item.Topic == topic && roles.Contains(item.Role))).Select(day => day.Date)];

    public static readonly Gen<ExamRequest> Any =
        Gen.Select(
            Gen.Int[0, 40],
            Gen.Int[8, 23],
            Gen.Int[0, 90].Array[7],
            Gen.Select(Gen.Int[0, 6], Gen.Double[0.1, 10], Gen.Enum<TopicPriority>(), Gen.Int[-20, 3]).Array[1, 15],
            Gen.Int[0, 2]).Select((days, hour, minutes, topics, confidence) => new ExamRequest
        {
            Exam = Now.Date.PlusDays(days).At(new LocalTime(hour, 30)),
            Time = StudyTime.OfWeek(minutes),
            Topics = [.. topics.Select((t, number) => Topic(number, t.Item1, t.Item2, t.Item3, t.Item4 < 0 ? new(Now.PlusDays(t.Item4), -t.Item4 % 4) : null))],
            Confidence = [.. Enumerable.Range(0, confidence).Select(number => Task($"Proof {number}", 2))],
        });
}
