using MicroWins.Goals;
using MicroWins.Messaging;
using MicroWins.Rules.Exams;
using NodaTime;
using static MicroWins.Conversations.ButtonVerb;

namespace MicroWins.Conversations;

// The days before an exam: what is for today, what is left, how well it was remembered.
public sealed partial class ConversationFlow
{
    /// <summary>Steps of today that a list shows.</summary>
    const int ShownToday = 10;

    Decision ShowExam(Goal goal)
    {
        var chat = _chat.With(goal) with { CurrentGoal = goal.Number, State = new ChatState.Idle() };
        if (goal.Status is GoalStatus.Reached) return Say(Cards.Say(Replies[Reply.ExamOver, goal.Title], edits: Pressed), chat);
        var today = goal.Exam!.Today.Select(goal.Find).OfType<Step>().Take(ShownToday).Select(TodayLine).ToArray();
        FormattedText[] parts =
        [
            ExamFacts(goal),
            today.Length > 0 ? Cards.Lines([Replies[Reply.Today], .. today]) : Replies[Reply.ExamDayDone, goal.Title],
            .. ExamWarnings(goal),
        ];
        var buttons = Cards.Rows(Replies, goal.Number, 0, 0, goal.Next is null ? [[ButtonVerb.PutAway, ShowGoals]] : [[ShowCard, ShowAll], [ButtonVerb.PutAway]]);
        return Say(new OutgoingMessage(MessageKind.Reply, Cards.Paragraphs(parts), buttons, Pressed), chat);
    }

    FormattedText TodayLine(Step step) => Replies[step.Status is StepStatus.Open ? Reply.ExamLine : Reply.ExamLineKept, step.Goal.Text, Cards.Minutes(Replies, step)];

    /// <summary>Days, topics and steps, counted.</summary>
    FormattedText ExamFacts(Goal goal)
    {
        var exam = goal.Exam!;
        var days = Math.Max(0, Period.DaysBetween(LocalNow.Date, exam.At.Date));
        var learned = exam.Topics.Count(topic => topic.Learns.All(number => goal.Find(number) is not { Status: StepStatus.Open }));
        return Replies[Reply.ExamFacts, goal.Title, days, learned, exam.Topics.Length, exam.Topics.Sum(topic => topic.Learns.Sum(number => Left(goal.Find(number))))];
    }

    static int Left(Step? step) => step is { Status: StepStatus.Open } ? step.Times - step.TimesDone : 0;

    /// <summary>What does not fit is said in numbers, and a day that is not known is not passed over.</summary>
    IEnumerable<FormattedText> ExamWarnings(Goal goal)
    {
        var agreed = goal.Exam!.MinutesADay;
        switch (ExamSteps.Answer(goal, LocalNow, DoneOn(_chat, goal, Today)))
        {
            case ExamAnswer.Fits fits:
                yield return Replies[Reply.ExamFits, fits.NeedsMinutesADay, agreed];
                break;
            case ExamAnswer.DoesNotFit tight:
                yield return Replies[Reply.ExamDoesNotFit, tight.NeedsMinutesADay, agreed < tight.NeedsMinutesADay ? agreed : tight.HasMinutesADay];
                break;
            case ExamAnswer.TooFar:
                yield return Replies[Reply.ExamTooFar];
                break;
            case ExamAnswer.Over:
                yield return Replies[Reply.ExamOver, goal.Title];
                break;
        }
        if (goal.Exam.IsDayGuessed) yield return Replies[Reply.ExamDayUnknown];
    }

    /// <summary>A step of an exam is done: its topic was met now, and a review asks how well it was remembered.</summary>
    Decision.Finish AfterExamStep(Decision.Finish finish, Goal goal, Step step)
    {
        var exam = goal.Exam!;
        var topic = exam.TopicOf(step.Number);
        var met = topic is null ? goal : goal with { Exam = exam.With(topic, topic with { Memory = new TopicMemory(LocalNow, topic.Memory?.Rung ?? 0) }) };
        finish = finish with { Chat = finish.Chat.With(met) };
        if (topic?.RecallStep == step.Number)
            return WithLast(finish, Replies[Reply.AskRecall], Cards.Rows(Replies, goal.Number, step.Number, step.TimesDone, [[RecallForgot, RecallHard], [RecallGood, RecallEasy]]));
        return exam.Today.Contains(step.Number) && exam.Today.All(number => goal.Find(number) is not { Status: StepStatus.Open })
            ? WithLast(finish, Replies[Reply.ExamTodayThrough], null)
            : finish;
    }

    static Decision.Finish WithLast(Decision.Finish finish, FormattedText more, System.Collections.Immutable.ImmutableArray<System.Collections.Immutable.ImmutableArray<Button>>? buttons) => finish with
    {
        Replies = [.. finish.Replies.SkipLast(1), .. finish.Replies.TakeLast(1).Select(last => last with { Text = Cards.Paragraphs(last.Text, more), Buttons = buttons ?? last.Buttons })],
    };

    /// <summary>How well it was remembered decides when it comes back. Each review is judged once.</summary>
    Decision Rate(Goal goal, Step step, ButtonCode code)
    {
        if (goal.Exam is not { } exam || exam.TopicOf(step.Number) is not { } topic || topic.RecallStep != step.Number || topic.Memory is not { } memory
            || code.Time != step.TimesDone || topic.Rated >= code.Time) return OldButton();
        var recall = code.Verb switch { RecallForgot => Recall.Forgot, RecallHard => Recall.Hard, RecallGood => Recall.Good, _ => Recall.Easy };
        var next = Reviews.Next(memory.LastSeen.Date, memory.Rung, recall, exam.At.Date);
        var rated = topic with { Rated = code.Time, Memory = memory with { Rung = Reviews.NextRung(memory.Rung, recall) } };
        var changed = goal with { Exam = exam.With(topic, rated) };
        var text = next is { } day ? Replies.Count(Reply.RecallNoted, Math.Max(1, Period.DaysBetween(LocalNow.Date, day)), topic.Name) : Replies[Reply.RecallNotedLast, topic.Name];
        return Say(
            new OutgoingMessage(MessageKind.Reply, text, Cards.Rows(Replies, goal.Number, 0, 0, [[KeepGoing, ButtonVerb.StopHere]]), Pressed),
            _chat.With(changed) with { CurrentGoal = goal.Number });
    }
}
