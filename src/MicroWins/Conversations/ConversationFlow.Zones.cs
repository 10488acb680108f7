using System.Collections.Immutable;
using MicroWins.CheckIns;
using MicroWins.Messaging;
using MicroWins.Rules.Calendar;
using NodaTime;
using static MicroWins.Conversations.ButtonVerb;
using Intent = MicroWins.Coaching.RouteIntent;

namespace MicroWins.Conversations;

// Where a person is: asked once, and changed when they travel.
public sealed partial class ConversationFlow
{
    /// <param name="times">The times or the file (<see cref="Held.Calendar"/>) that wait for the zone; empty where those agreed on stay.</param>
    Decision AskZone(string times) => Say(
        new OutgoingMessage(MessageKind.Reply, Replies[Reply.AskZone], Cards.Rows(Replies, 0, 0, 0, [[ButtonVerb.SkipQuestion]]), Pressed),
        _chat with { State = new ChatState.AskedToAgree(Term.Zone, Held.Of(times, [])), Agreement = Agreement with { ZoneAsked = true } });

    Decision OnZoneWords(ChatState.AskedToAgree asked, string text, Intent intent) => Places.ReadZone(text, _now) switch
    {
        ZoneAnswer.One(var zone) => Arrive(zone, Held.TimesOf(asked.Held)),
        ZoneAnswer.Several(var zones) => AskWhichZone(zones, Held.TimesOf(asked.Held)),
        _ when intent is Intent.Skip or Intent.Enough => SkipZone(),
        _ when intent is Intent.Later or Intent.NewGoal && HearAgreement(text) is { } heard => heard,
        _ => Say(new OutgoingMessage(MessageKind.Reply, Replies[Reply.ZoneUnread], Cards.Rows(Replies, 0, 0, 0, [[ButtonVerb.SkipQuestion]]))),
    };

    Decision AskWhichZone(IReadOnlyList<string> zones, string times)
    {
        var buttons = zones.Select((zone, i) => new Button(NameOf(zone), new ButtonCode(ChooseZone, i).ToString())).Chunk(2).Select(row => row.ToImmutableArray());
        return Say(
            new OutgoingMessage(MessageKind.Reply, Replies[Reply.AskWhichZone], [.. buttons, .. Cards.Rows(Replies, 0, 0, 0, [[ButtonVerb.SkipQuestion]])]),
            _chat with { State = new ChatState.AskedToAgree(Term.Zone, Held.Of(times, zones)) });
    }

    string NameOf(string zone) => Places.NameOf(zone, _chat.Language);

    Decision ChosenZone(int place) => _chat.State is ChatState.AskedToAgree { Term: Term.Zone } asked && Held.Zones(asked.Held) is var zones && place < zones.Length
        ? Arrive(zones[place], Held.TimesOf(asked.Held))
        : OldButton();

    /// <summary>Without a zone the bot asks at the time of day of this talk, a day apart at least.</summary>
    Decision SkipZone()
    {
        var chat = _chat with { State = new ChatState.Idle() };
        if (IsZoneKnown) return Say(Cards.Say(Replies[Reply.Cancelled], edits: Pressed), chat);
        if (!Agreement.TimesChosen) chat = WithChosen(chat, [UsualTime()]);
        return Say(Cards.Say(Replies[Reply.ZoneSkipped], edits: Pressed), chat with { Agreement = chat.Agreement with { ZoneAsked = true } });
    }

    /// <summary>Takes a zone. What the change would swallow is asked at once; what was asked stays asked.</summary>
    Decision Arrive(string zone, string held)
    {
        var agreement = Agreement with { Zone = zone, ZoneAsked = true };
        var there = Clocks.Of(agreement, _rules.Zone);
        if (!IsZoneKnown) agreement = agreement with { Times = [.. Agreement.Times.Select(time => OnTheWallOf(there, time))] };
        // "Tomorrow" is the next day where they are.
        if (Agreement.NotBefore > Today) agreement = agreement with { NotBefore = there.DayOf(_now).PlusDays(1) };
        var chat = WithoutReview(Rescheduled(_chat)) with
        {
            Agreement = agreement with { LastSign = there.DayOf(_now) },
            State = new ChatState.Idle(),
            // Where a new day has begun, what was done on the old one is open again.
            Goals = [.. _chat.Goals.Select(goal => goal.On(there.DayOf(_now)))],
        };
        if (Held.Times(held) is { Count: > 0 } times) chat = WithChosen(chat, times);
        var words = Replies[Reply.ZoneSet, NameOf(zone), Dates.Of(_now.InZone(there.Zone).TimeOfDay)];
        if (chat.Agreement.TimesChosen && chat.Agreement.Asks) words = Cards.Paragraphs(words, Replies[Reply.TimesSet, Dates.Of(AheadOf(chat.Agreement))]);
        var said = Say(new OutgoingMessage(MessageKind.Reply, words, Cards.Rows(Replies, 0, 0, 0, [[ShowSettings]]), Pressed), chat);
        if (held is Held.Calendar) said = said with { Replies = [.. said.Replies, new ConversationFlow(chat, _happened, _rules, _now).TimeBlocks()] };
        return CaughtUp(chat) is { } asked ? asked with { Replies = [.. said.Replies, .. asked.Replies] } : said;
    }

    /// <summary>A time of day of the clock that was used for want of a better one, on the person's own wall.</summary>
    LocalTime OnTheWallOf(PersonalClock there, LocalTime time)
    {
        var local = Clock.NextMomentAt(time, _now).InZone(there.Zone).TimeOfDay;
        return new LocalTime(local.Hour, local.Minute);
    }

    Decision.Finish? CaughtUp(Chat arrived)
    {
        if (!IsZoneKnown || !arrived.Agreement.Asks || arrived.Agreement.Times.Length is 0 || Agreement.Times.Length is 0 || arrived.Concern.IsQuiet(_now)) return null;
        var missed = Travel.CatchUp(ScheduleOf(_chat), ScheduleOf(arrived), _now, KeysOf(arrived));
        return missed is null ? null : new ConversationFlow(arrived, _happened, _rules, _now).OnDue([missed]);
    }
}
