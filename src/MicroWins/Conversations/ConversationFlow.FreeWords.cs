using MicroWins.Coaching.Embedded;
using MicroWins.Conversations.Hearing;
using MicroWins.Messaging;
using MicroWins.Rules;
using MicroWins.Rules.Calendar;
using Intent = MicroWins.Coaching.RouteIntent;

namespace MicroWins.Conversations;

// What is agreed on can be changed in plain words at any time.
public sealed partial class ConversationFlow
{
    /// <summary>"Ask me at 7pm", "in 20 minutes", "I'm in Tokyo now", "I did it yesterday", "I'm ill"; null for anything else.</summary>
    Decision? HearAgreement(string text)
    {
        if (AgreementWords.WithoutYesterday(text, LanguageOf(text)) is { } late && DoneIn(late.Rest) is { } said) return OnYesterdayWords(late.IsDayBefore, said);
        if (AgreementWords.IsResume(text)) return IsPausedOrNotAsked ? ResumeAsking() : GoalAtHand is { Next: not null } at ? Return(at) : null;
        // Before who is ill: "ill do it tomorrow" is not.
        if (GoalAtHand is { Next: not null } later && AgreementWords.Moment(text) is { } moment && MomentIn(later, moment) is { } named) return named;
        // Exams in two weeks are a pause for somebody who is at something, and a goal for somebody who brings them.
        if (_chat.ActiveGoals.Any() && (AgreementWords.IsIll(text, Today) || AgreementWords.IsPause(text, Today))) return PauseAs(text) ?? OnPause("");
        if (AgreementWords.IsDoNotAsk(text)) return DoNotAskAnyMore();
        if (AgreementWords.IsDoNotAskAt(text)) return OnCommand("/settings");
        if (AgreementWords.Arrival(text) is { } place && Places.ReadZone(place) is { } answer) return OnArrival(answer);
        if (AgreementWords.TimesToAsk(text) is { Count: > 0 } times) return AgreeOn(Meant(times));
        if (GoalAtHand is { Next: { } step } asked && _chat.Record.Asked.Any(row => row.Day == Today && row.Slot == Agreement.LookBackSlot) && text.Equals(Replies.Label(ButtonVerb.DidABit), StringComparison.OrdinalIgnoreCase)) return KeepABit(asked, step);
        return GoalAtHand is { Next: not null } goal && SpokenTime.Span(text) is { } span ? RemindAt(goal, _now + span, span) : null;
    }

    /// <summary>A word or two may look like another language than the person's; beside a "yesterday", done is done in any.</summary>
    RoutedIntent? DoneIn(string text) =>
        ((Language[])[LanguageOf(text), _chat.Language, .. Languages.All]).Select(language => Router.Route(text, language)).FirstOrDefault(routed => routed.Intent is Intent.Done);

    Decision OnYesterdayWords(bool isDayBefore, RoutedIntent said)
    {
        var yesterday = Yesterday.DayBefore(_now, Clock);
        return KeepOn(isDayBefore ? DayBefore(yesterday) : yesterday, said);
    }

    Decision OnArrival(ZoneAnswer answer) => answer switch
    {
        ZoneAnswer.One(var zone) => Arrive(zone, ""),
        ZoneAnswer.Several(var zones) => AskWhichZone(zones, ""),
        _ => throw new InvalidOperationException("There is no such answer about a place."),
    };
}
