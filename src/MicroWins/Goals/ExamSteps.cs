using System.Collections.Immutable;
using MicroWins.Rules.Exams;
using NodaTime;

namespace MicroWins.Goals;

/// <summary>Puts the steps of an exam in the order of its timetable, which is made anew from what is left.</summary>
/// <remarks>
/// What is learned is a step from the start. A topic has one step for all its reviews, and a proof of readiness one for all its days: it is
/// open on the days that the timetable gives it, and closed on the others.
/// </remarks>
public static class ExamSteps
{
    /// <summary>Rounds of one step that a timetable looks at: past this a step is a guess, not a plan.</summary>
    const int MostRounds = 20;

    /// <summary>What the timetable says of what is left.</summary>
    /// <param name="goal">The exam.</param>
    /// <param name="now">The person's local time.</param>
    /// <param name="doneToday">The numbers of the steps that were done today, one for each time.</param>
    public static ExamAnswer Answer(Goal goal, LocalDateTime now, IReadOnlyCollection<int> doneToday) =>
        ExamTimetable.Make(RequestOf(goal, doneToday, TasksOf(goal)), now);

    /// <summary>The goal with today's steps next, in the order of the timetable; reached when the exam has begun.</summary>
    /// <inheritdoc cref="Answer"/>
    public static Goal Arrange(Goal goal, LocalDateTime now, IReadOnlyCollection<int> doneToday)
    {
        var tasks = TasksOf(goal);
        var answer = ExamTimetable.Make(RequestOf(goal, doneToday, tasks), now);
        if (answer is ExamAnswer.Over) return goal with { Status = goal.Status is GoalStatus.Active ? GoalStatus.Reached : goal.Status };
        var days = answer switch { ExamAnswer.Fits fits => fits.Days, ExamAnswer.DoesNotFit not => not.Days, _ => [] };
        var today = new List<int>();
        foreach (var item in days is [var first, ..] ? first.Items : [])
        {
            var (number, opened) = Opened(goal, item, tasks);
            goal = opened;
            if (!today.Contains(number) && (!IsRepeated(goal.Exam!, number) || !doneToday.Contains(number))) today.Add(number);
        }
        return Ordered(goal, today) with { Exam = goal.Exam! with { ArrangedOn = now.Date, Today = [.. today] } };
    }

    static ExamRequest RequestOf(Goal goal, IReadOnlyCollection<int> doneToday, ILookup<StudyTopic, (int Step, ExamTask Task)> tasks) => new()
    {
        Exam = goal.Exam!.At,
        Time = StudyTime.EveryDay(goal.Exam.MinutesADay),
        Topics = [.. goal.Exam.Topics.Select(topic => new ExamTopic(topic.Name, topic.Priority, [.. tasks[topic].Select(task => task.Task)], topic.Recall, topic.Memory))],
        Confidence = [.. goal.Exam.Proofs.Select(proof => proof.Task)],
        MinutesDoneToday = doneToday.Sum(number => goal.Find(number) is { } step ? new ExamTask(step.Goal, step.Kind).Minutes : 0),
    };

    /// <summary>What is still to be learned of each topic, a task for every round of a step.</summary>
    static ILookup<StudyTopic, (int Step, ExamTask Task)> TasksOf(Goal goal) =>
        (from topic in goal.Exam!.Topics
         from number in topic.Learns
         let step = goal.Find(number)
         where step is { Status: StepStatus.Open }
         from _ in Enumerable.Range(0, Math.Min(MostRounds, step.Times - step.TimesDone))
         select (topic, number, step)).ToLookup(found => found.topic, found => (found.number, new ExamTask(found.step.Goal, found.step.Kind)));

    /// <summary>The step of an item, open; it is made where this is its first day.</summary>
    static (int Number, Goal Goal) Opened(Goal goal, ExamItem item, ILookup<StudyTopic, (int Step, ExamTask Task)> tasks)
    {
        var exam = goal.Exam!;
        if (item.Topic is not { } place)
        {
            var proof = exam.Proofs.First(proof => ReferenceEquals(proof.Task, item.Task));
            var (number, opened) = Opened(goal, proof.Step, item.Task);
            return (number, opened with { Exam = exam with { Proofs = exam.Proofs.Replace(proof, proof with { Step = number }) } });
        }
        // The request has the topics in the order of the exam; a topic changes when its step is made, its first steps do not.
        var topic = exam.Topics[place];
        foreach (var (step, task) in tasks.Where(group => group.Key.Name == topic.Name).SelectMany(group => group))
            if (ReferenceEquals(task, item.Task)) return (step, goal);
        var (review, reviewed) = Opened(goal, topic.RecallStep, topic.Recall);
        return (review, reviewed with { Exam = exam.With(topic, topic with { RecallStep = review }) });
    }

    static (int Number, Goal Goal) Opened(Goal goal, int? number, ExamTask task)
    {
        if (number is { } known && goal.Find(known) is { } step)
            return (known, step.Status is StepStatus.Open ? goal : goal.With(step with { Status = StepStatus.Open, Times = step.TimesDone + 1, StartedAt = null }));
        var added = new Step { Number = goal.Steps.IsEmpty ? 1 : goal.Steps.Max(other => other.Number) + 1, Goal = task.Goal, Kind = task.Kind };
        return (added.Number, goal with { Steps = goal.Steps.Add(added) });
    }

    static bool IsRepeated(Exam exam, int number) =>
        exam.Topics.Any(topic => topic.RecallStep == number) || exam.Proofs.Any(proof => proof.Step == number);

    /// <summary>What is through, then today, then what comes on other days.</summary>
    static Goal Ordered(Goal goal, List<int> today)
    {
        var steps = goal.Steps.Select(step => step.Status is StepStatus.Open && IsRepeated(goal.Exam!, step.Number) && !today.Contains(step.Number) ? Closed(step) : step).ToList();
        return goal with
        {
            Steps =
            [
                .. steps.Where(step => step.Status is not StepStatus.Open),
                .. today.Select(number => steps.First(step => step.Number == number)).Where(step => step.Status is StepStatus.Open),
                .. steps.Where(step => step.Status is StepStatus.Open && !today.Contains(step.Number)),
            ],
        };
    }

    /// <summary>A review that is not for today: another day opens it again.</summary>
    static Step Closed(Step step) => step.TimesDone > 0
        ? step with { Status = StepStatus.Kept, Times = step.TimesDone, StartedAt = null }
        : step with { Status = StepStatus.Skipped, StartedAt = null };
}
