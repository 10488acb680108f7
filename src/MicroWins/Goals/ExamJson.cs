using System.Collections.Immutable;
using MicroWins.Rules;
using MicroWins.Rules.Exams;
using MicroWins.Storage;
using NodaTime;

namespace MicroWins.Goals;

/// <summary>Writes exams into their column, and reads them with every bound checked again.</summary>
static class ExamJson
{
    public static string Write(Exam exam) => StoredJson.Write(new Stored(
        exam.At, exam.IsDayGuessed, exam.MinutesADay,
        [.. exam.Topics.Select(topic => new StoredTopic(
            topic.Name, topic.Priority, topic.Learns, StoredTask.Of(topic.Recall), topic.Memory?.LastSeen, topic.Memory?.Rung, topic.RecallStep, topic.Rated))],
        [.. exam.Proofs.Select(proof => new StoredProof(StoredTask.Of(proof.Task), proof.Step))],
        exam.ArrangedOn, exam.Today));

    public static Exam Read(string json)
    {
        var stored = StoredJson.Read<Stored>(json);
        return new Exam
        {
            At = stored.At,
            IsDayGuessed = stored.IsDayGuessed,
            MinutesADay = Math.Clamp(stored.MinutesADay, 0, StudyTime.MostMinutes),
            Topics = [.. stored.Topics.Select(topic => topic.ToTopic())],
            Proofs = [.. stored.Proofs.Select(proof => new Proof(proof.Task.ToTask(), proof.Step))],
            ArrangedOn = stored.ArrangedOn,
            Today = stored.Today,
        };
    }

    sealed record Stored(
        LocalDateTime At,
        bool IsDayGuessed,
        int MinutesADay,
        ImmutableArray<StoredTopic> Topics,
        ImmutableArray<StoredProof> Proofs,
        LocalDate? ArrangedOn,
        ImmutableArray<int> Today);

    sealed record StoredTopic(
        string Name, TopicPriority Priority, ImmutableArray<int> Learns, StoredTask Recall, LocalDateTime? LastSeen, int? Rung, int? RecallStep, int Rated)
    {
        public StudyTopic ToTopic() => new(Name, Priority, Learns, Recall.ToTask())
        {
            Memory = LastSeen is { } seen ? new TopicMemory(seen, Rung ?? 0) : null,
            RecallStep = RecallStep,
            Rated = Rated,
        };
    }

    sealed record StoredProof(StoredTask Task, int? Step);

    sealed record StoredTask(StoredStep Step, WorkKind Kind)
    {
        public static StoredTask Of(ExamTask task) => new(StoredStep.Of(task.Goal), task.Kind);

        public ExamTask ToTask() => new(Step.ToGoal(), Kind);
    }
}
