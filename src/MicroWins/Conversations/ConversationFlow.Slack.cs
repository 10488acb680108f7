using MicroWins.Coaching.Embedded;
using MicroWins.Conversations.Hearing;
using MicroWins.Goals;
using MicroWins.Messaging;
using MicroWins.Rules.Calendar;
using NodaTime;
using static MicroWins.Conversations.ButtonVerb;

namespace MicroWins.Conversations;

// Slack: a day that is left out, and one that is reported late.
public sealed partial class ConversationFlow
{
    /// <summary>"Not today": two a week cost nothing; after them the day stays open, and nobody is blamed.</summary>
    Decision SkipDay(Goal goal)
    {
        // What was kept today needs no skip: it is enough for today.
        if (_chat.Record.Wins.Any(win => win.Goal == goal.Number && win.Day == Today && !win.IsBonus)) return NotTodayAfter(goal, Replies[Reply.NotToday], Tomorrow(_chat));
        // What is done once is one question a day, whichever step it is about, and so has one pair of skips a week.
        var goals = goal.Habit is null ? _chat.Goals.Where(other => other.Habit is null).Select(other => other.Number).ToHashSet() : [goal.Number];
        var skipped = _chat.Record.Skips.Where(skip => goals.Contains(skip.Goal)).Select(skip => skip.Day).ToHashSet();
        return Skips.Ask(Today, skipped) switch
        {
            SkipAnswer.Granted(var used, _) => NotTodayAfter(goal, Replies[used is 1 ? Reply.SkippedFirst : Reply.SkippedSecond],
                WithoutReminders(_chat) with { Record = _chat.Record with { Skips = _chat.Record.Skips.Add(new SkippedDay(goal.Number, Today)) } }),
            SkipAnswer.SkippedAlready => NotTodayAfter(goal, Replies[Reply.SkippedAlready], _chat),
            SkipAnswer.NoneLeft(var fresh) => NotTodayAfter(goal, Replies[Reply.NoSkipsLeft, Dates.Of(Replies, fresh)], NotAskedToday(goal)),
            _ => throw new InvalidOperationException("There is no such answer to a skip."),
        };
    }

    /// <summary>The day stays open, but somebody who has nothing else for today is not asked on it again.</summary>
    Chat NotAskedToday(Goal goal) => _chat.ActiveGoals.Any(other => other.Number != goal.Number && other.Habit is not null && other.Next is not null)
        ? WithoutReminders(_chat)
        : WithoutReminders(_chat) with { Agreement = Agreement with { NotBefore = Today.PlusDays(1) } };

    Decision NotTodayAfter(Goal goal, FormattedText words, Chat chat) => Say(
        new OutgoingMessage(MessageKind.Reply, words, Cards.Rows(Replies, goal.Number, 0, 0, [[ShowCard, DoNotAsk]]), Pressed),
        chat with { CurrentGoal = goal.Number, State = new ChatState.Idle() });

    Decision OnYesterday(string rest)
    {
        var yesterday = Yesterday.DayBefore(_now, Clock);
        return KeepOn(AgreementWords.IsDayBeforeYesterday(rest) ? DayBefore(yesterday) : yesterday, Router.Route(rest, LanguageOf(rest)));
    }

    LocalDate DayBefore(LocalDate day) => Clock.DayOf(Clock.StartOf(day) - Duration.Epsilon);

    /// <summary>Puts a win on the record of a day that is over. Saying it twice counts once.</summary>
    Decision KeepOn(LocalDate day, RoutedIntent? said)
    {
        if (_chat.Goals.IsEmpty) return Say(Replies[Reply.NoGoals]);
        if (Yesterday.Judge(day, _now, Clock) is not LateWinAnswer.Counts) return Say(Replies[Reply.YesterdayTooLate, Dates.Of(Replies, day)]);
        var open = _chat.ActiveGoals.Where(goal => Clock.DayOf(goal.CreatedAt) <= day && StepFor(goal) is not null && !IsReported(goal, day)).ToList();
        var goal = open.Find(goal => _chat.Record.Asked.Any(row => row.Day == day && row.Goal == goal.Number))
            ?? open.Find(goal => goal.Number == _chat.CurrentGoal) ?? open.LastOrDefault();
        if (goal is not null) return KeepLate(goal, StepFor(goal)!, day, said);
        var isOnRecord = _chat.Record.Wins.Any(win => win.Day == day && !win.IsBonus);
        return Say(Replies[isOnRecord ? Reply.YesterdayAlready : Reply.YesterdayNothing, Dates.Of(Replies, day)]);
    }

    /// <summary>The step that the day was about: of a habit the one that comes back, though it may be done today.</summary>
    static Step? StepFor(Goal goal) => goal.Habit is null ? goal.Next : goal.Steps.FirstOrDefault(step => step.Times > 1);

    /// <summary>A habit is kept once a day; of a plan, another step may have been done, but is reported once.</summary>
    bool IsReported(Goal goal, LocalDate day) => _chat.Record.Wins.Any(win =>
        win.Goal == goal.Number && win.Day == day && !win.IsBonus && (goal.Habit is not null || Clock.DayOf(win.At) != day));

    Decision KeepLate(Goal goal, Step step, LocalDate day, RoutedIntent? said)
    {
        var promised = PromiseOf(step, goal.Language);
        var done = DoneOf(promised, said);
        if (goal.Habit is null && promised is not null && done.Amount < promised.Amount) (goal, step) = Split(goal, step, promised, (int)done.Amount);
        var win = new Win(goal.Number, step.Number, step.TimesDone + 1, Bonus: 0, _now, said?.Minutes, day)
        {
            Unit = promised?.UnitOfMany ?? "",
            Amount = done.Amount,
            Extra = done.Extra,
        };
        // What is done of a habit today stays done, and what is open stays open.
        var kept = goal.Habit is null ? goal.Done(step, day) : goal.With(step with { TimesDone = step.TimesDone + 1 });
        var chat = WithWin(_chat.With(kept) with { CurrentGoal = kept.Number, State = new ChatState.Idle() }, win);
        var text = Replies.Count(Reply.YesterdayKept, chat.Kept, step.Goal.Text, Dates.Of(Replies, day));
        if (kept.Status is GoalStatus.Reached) text = Cards.Paragraphs(text, Replies[Reply.GoalReached, kept.Title]);
        ButtonVerb[][] buttons = kept.Status is GoalStatus.Reached ? [[ShowGoals]] : kept.Next is null ? [] : [[KeepGoing, ButtonVerb.StopHere]];
        return Say(new OutgoingMessage(MessageKind.Celebration, text, Cards.Rows(Replies, kept.Number, 0, 0, buttons), Pressed), chat);
    }
}
