using System.Collections.Immutable;
using MicroWins.CheckIns;
using MicroWins.Conversations.Hearing;
using MicroWins.Goals;
using MicroWins.Messaging;
using MicroWins.Rules.Calendar;
using NodaTime;
using static MicroWins.Conversations.ButtonVerb;
using Intent = MicroWins.Coaching.RouteIntent;

namespace MicroWins.Conversations;

// When to ask: agreed on once, when somebody first stops for the day, and changed whenever they say so.
public sealed partial class ConversationFlow
{
    static readonly LocalTime Morning = new(8, 30), Midday = new(12, 30);

    /// <summary>In the place of "I'll ask tomorrow around this time".</summary>
    Decision AskFirstTimes(Goal goal, FormattedText stop) => Say(
        new OutgoingMessage(MessageKind.Reply, Cards.Paragraphs(stop, Replies[Reply.AskTimes]), [.. TimeButtons(), .. Cards.Rows(Replies, goal.Number, 0, 0, [[DoNotAsk]])]),
        Tomorrow(_chat) with
        {
            State = new ChatState.AskedToAgree(Term.FirstTimes),
            Agreement = Agreement with { TimesAsked = true, NotBefore = Today.PlusDays(1) },
        });

    ImmutableArray<ImmutableArray<Button>> TimeButtons() =>
    [
        [TimeButton(AskMorning, Morning), TimeButton(AskMidday, Midday)],
        [TimeButton(AskEvening, Evening), new Button(Replies.Label(AskAroundNow), new ButtonCode(AskAroundNow).ToString())],
    ];

    Button TimeButton(ButtonVerb verb, LocalTime time) => new($"{Replies.Label(verb)} {Dates.Of(time)}", new ButtonCode(verb).ToString());

    /// <summary>Takes the times that somebody chose. Without their zone nobody knows when that is, so it is asked for first.</summary>
    Decision AgreeOn(IReadOnlyList<LocalTime> times)
    {
        times = [.. InOrderOfDay(times.Distinct())];
        if (times.Count > CheckInSchedule.MostSlots) return Say(Replies[Reply.TimesTooMany], _chat with { State = new ChatState.AskedToAgree(Term.Times) });
        if (!IsZoneKnown) return AskZone(Held.Of(times));
        var chat = WithChosen(_chat, times) with { State = new ChatState.Idle() };
        return Say(TimesMessage(chat), chat);
    }

    OutgoingMessage TimesMessage(Chat chat) => new(
        MessageKind.Reply, Replies[Reply.TimesSet, Dates.Of(AheadOf(chat.Agreement))], Cards.Rows(Replies, 0, 0, 0, [[ShowSettings]]), Pressed);

    /// <summary>The times that look ahead.</summary>
    static IEnumerable<LocalTime> AheadOf(Agreement agreement) => agreement.Times.Where((_, slot) => slot != agreement.LookBackSlot);

    /// <summary>The times in place of the old ones; an evening look-back that was agreed on stays.</summary>
    static Chat WithChosen(Chat chat, IReadOnlyList<LocalTime> times)
    {
        var agreement = chat.Agreement;
        LocalTime? back = agreement.LookBackSlot is { } slot && slot < agreement.Times.Length ? agreement.Times[slot] : null;
        ImmutableArray<LocalTime> all = [.. times, .. back is { } time && !times.Contains(time) && times.Count < CheckInSchedule.MostSlots ? [time] : (LocalTime[])[]];
        return Rescheduled(chat) with
        {
            Agreement = agreement with { Times = all, TimesChosen = true, TimesAsked = true, Asks = true, LookBackSlot = back is null ? null : all.Length - 1 },
        };
    }

    /// <summary>Without the moment that waits for the old times; the next one is put on the list when the turn ends.</summary>
    static Chat Rescheduled(Chat chat) => chat with { Reminders = [.. chat.Reminders.Where(reminder => reminder.Purpose is not ReminderPurpose.Daily)] };

    Decision AgreeOnThisTime()
    {
        var chat = WithChosen(_chat, [UsualTime()]) with { State = new ChatState.Idle() };
        if (IsZoneKnown) return Say(TimesMessage(chat), chat);
        return Agreement.ZoneAsked ? Say(Cards.Say(Replies[Reply.TimesAround], edits: Pressed), chat) : new ConversationFlow(chat, _happened, _rules, _now).AskZone("");
    }

    /// <summary>The answer to one of the questions about the agreement; other words go their usual way where nothing else was set out to be changed.</summary>
    Decision OnTermWords(ChatState.AskedToAgree asked, string text, Intent intent)
    {
        // Somebody who goes on with the step meanwhile is not held up.
        var goesOn = intent is Intent.Done or Intent.Smaller or Intent.Stuck or Intent.ShowAll && GoalAtHand is { Next: not null };
        return goesOn ? OnPlainText(text, intent) : OnTerm(asked, text, intent);
    }

    Decision OnTerm(ChatState.AskedToAgree asked, string text, Intent intent) => asked.Term switch
    {
        Term.FirstTimes => SpokenTime.Times(text) is { Count: > 0 } times ? AgreeOn(Meant(times)) : OnPlainText(text, intent),
        Term.Moment => _chat.Find(Held.Goal(asked.Held)) is { Status: GoalStatus.Active, Next: not null } goal && MomentIn(goal, text) is { } agreed ? agreed : OnPlainText(text, intent),
        Term.Zone => OnZoneWords(asked, text, intent),
        Term.Times => OnTimesWords(text),
        Term.Quiet => OnQuietWords(text),
        Term.DayStart => OnDayStartWords(text),
        Term.Pause => PauseAs(text) ?? Say(Replies[Reply.PauseUnread]),
    };

    Decision OnTimesWords(string text) => SpokenTime.Times(text) is { Count: > 0 } times ? AgreeOn(Meant(times)) : Say(Replies[Reply.TimesUnread]);

    /// <summary>"At five" is in the afternoon: nobody asks to be asked at night.</summary>
    static IReadOnlyList<LocalTime> Meant(IReadOnlyList<SpokenHour> spoken) =>
        [.. spoken.Select(hour => !hour.IsCertain && hour.Time.Hour is > 0 and < 6 ? hour.Time.PlusHours(12) : hour.Time)];
}
