using System.Collections.Immutable;
using MicroWins.CheckIns;
using MicroWins.Goals;
using MicroWins.Messaging;
using MicroWins.Pictures;
using MicroWins.Rules;
using MicroWins.Rules.Calendar;
using MicroWins.Rules.Evidence;
using MicroWins.Rules.Scaling;
using NodaTime;
using NodaTime.Text;
using static MicroWins.Conversations.ButtonVerb;

namespace MicroWins.Conversations;

// The weekly review: what was, one question to think about, and one change at the most.
public sealed partial class ConversationFlow
{
    /// <summary>Wins that a review by itself needs: under that there is nothing to look back on.</summary>
    const int FewestWinsToReview = 3;

    /// <summary>When the review of the week comes by itself, on Sundays.</summary>
    static readonly LocalTime ReviewTime = new(18, 0);

    /// <summary>/week.</summary>
    Decision Week() => _chat.Kept is 0 ? Say(Replies[Reply.StatsEmpty]) : Say(Review(), _chat with { Agreement = Agreement with { ReviewedOn = Today } });

    /// <summary>Sunday evening: the review, unless the person is silent, pausing, or has hardly begun.</summary>
    Decision OnWeek()
    {
        var silent = Taper.SilentDays(Agreement.LastSign ?? Today, Today, Agreement.PauseList);
        var isQuiet = _chat.Concern.IsQuiet(_now) || !Agreement.Asks || !_chat.IsReachable || Agreement.PauseList.Any(pause => pause.Covers(Today));
        return isQuiet || Taper.RhythmAfter(silent) is not Rhythm.Daily || WinsOfWeek < FewestWinsToReview ? Silence(_chat) : Unasked(Week());
    }

    static Decision Unasked(Decision decision) => decision is Decision.Finish finish
        ? finish with { Replies = [.. finish.Replies.Select(reply => reply with { IsUnasked = true })] }
        : decision;

    int WinsOfWeek => _chat.Record.Wins.Count(win => !win.IsBonus && win.Day > Today.PlusDays(-7));

    OutgoingMessage Review()
    {
        var rows = Rows(_chat.Goals);
        var monday = WeekReview.WeekOf(rows, Today);
        var summary = EvidenceSummary.Of(WeekReview.RowsOf(rows, monday));
        List<FormattedText> said =
        [
            summary.Asked > summary.Kept ? Replies[Reply.WeekKeptOf, summary.Kept, summary.Asked] : Replies.Count(Reply.WeekKept, summary.Kept),
        ];
        if (summary.Kept > 0 && SumsOf(EvidenceSummary.Of(rows)).FirstOrDefault() is { } sum) said.Add(sum);
        if (Identity.Of(rows, Today) is Identity.MayBeSaid identity) said.Add(IdentityLine(identity));
        if (summary.Kept > 0 && RitualOf(Agreement.WeekRituals) is { } ritual) said.Add(ritual);
        said.Add(Replies[Reply.WeekQuestion, Question()]);
        var (change, buttons) = Change(summary);
        said.Add(change);
        // What the picture shows stands in words below it, for those who cannot see it.
        var picture = WeekPicture.Draw(WeekReview.DataOf(Replies, rows, monday));
        return new(MessageKind.Reply, Cards.Paragraphs([.. said]), [.. buttons.Select(button => (ImmutableArray<Button>)[button])])
        {
            Attachment = Attachment.Picture($"week-{LocalDatePattern.Iso.Format(Today)}.png", picture),
        };
    }

    /// <summary>A question to think about, another one each week; the person's own where they have some.</summary>
    FormattedText Question()
    {
        var week = Today.ToDateOnly().DayNumber / 7;
        return Agreement.Questions.Length > 0
            ? FormattedText.Plain(Agreement.Questions[week % Agreement.Questions.Length])
            : Replies[(week % 4) switch { 0 => Reply.QuestionBest, 1 => Reply.QuestionSmaller, 2 => Reply.QuestionWhen, _ => Reply.QuestionProud }];
    }

    /// <summary>One change at the most, by what the rows show.</summary>
    (FormattedText, Button[]) Change(EvidenceSummary week)
    {
        foreach (var goal in _chat.ActiveGoals.Where(goal => goal.Habit?.Level is not null))
        {
            switch (Growth.Look(RecordOf(goal), Today))
            {
                case GrowthAnswer.OfferRaise or GrowthAnswer.OfferOccurrence:
                    return (Replies[Reply.ChangeGrow, goal.Title], [ButtonOf(LookAtGrowth, goal.Number)]);
                case GrowthAnswer.OfferBack or GrowthAnswer.ShrinkTheStep:
                    return (Replies[Reply.ChangeShrink, goal.Title], [ButtonOf(LookAtGrowth, goal.Number)]);
            }
        }
        if (week.Asked >= 4 && week.Kept * 2 < week.Asked && GoalAtHand is { Next: { } step } at)
            return (Replies[Reply.ChangeSmaller, at.Title], [ButtonOf(ButtonVerb.Smaller, at.Number, step.Number, step.TimesDone + 1)]);
        // Micro-steps are no punishment: who uses them for chores alone is told that they fit pleasant things as well.
        if (_chat.Kept >= 10 && _chat.Goals.Length > 2 && _chat.Goals.All(goal => goal.Kind is GoalKind.Task or GoalKind.Exam)) return (Replies[Reply.ChangeJoy], []);
        return (Replies[Reply.ChangeNothing], []);
    }

    /// <summary>Without the moment that waits for the old zone's Sunday; the next one is put on the list when the turn ends.</summary>
    static Chat WithoutReview(Chat chat) => chat with { Reminders = [.. chat.Reminders.Where(reminder => reminder.Purpose is not ReminderPurpose.Week)] };

    /// <summary>Keeps a moment for the next review on the list.</summary>
    Chat WithReview(Chat chat)
    {
        if (chat.Reminders.Any(reminder => reminder.Purpose is ReminderPurpose.Week && reminder.Due > _now)) return chat;
        if (!chat.Agreement.Asks || chat.Record.Kept is 0 || !chat.ActiveGoals.Any()) return chat;
        var clock = Clocks.Of(chat.Agreement, _rules.Zone);
        var sunday = clock.DayOf(_now);
        // Who flies west lives the same evening twice.
        while (sunday.DayOfWeek is not IsoDayOfWeek.Sunday || clock.MomentOf(sunday, ReviewTime) <= _now || sunday == chat.Agreement.ReviewedOn) sunday = sunday.PlusDays(1);
        return WithReminder(chat, 0, clock.MomentOf(sunday, ReviewTime), ReminderPurpose.Week);
    }
}
