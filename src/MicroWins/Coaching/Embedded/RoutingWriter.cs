using MicroWins.Coaching.Embedded.Knowledge;
using MicroWins.Coaching.Embedded.Reading;

namespace MicroWins.Coaching.Embedded;

/// <summary>Writes what the router read as a draft, with a line to say to small talk and questions.</summary>
static class RoutingWriter
{
    public static CoachDraft.Routing Write(PersonText message, RoutedIntent routed, string step, Phrasebook from, Phrasebook to)
    {
        var slots = new Dictionary<string, string>();
        if (PersonText.Read(step).Clean is { Length: > 0 } clean) slots["step"] = clean;
        var speech = new Speech(to, slots, new HashSet<string>());
        var reply = routed.Intent switch
        {
            RouteIntent.Question => speech.One("answer"),
            RouteIntent.SmallTalk => speech.One(Talk(message, slots.Count > 0, RouteWords.For(from.Language))),
            _ => "",
        };
        return new(routed.Intent, routed.Goals, routed.Why, routed.Situation, routed.Amount, routed.Unit ?? "", routed.Minutes, reply);
    }

    static string Talk(PersonText message, bool hasStep, RouteWords words) =>
        words["thanks"].IsIn(message) ? "thanks" : words["bye"].IsIn(message) ? "bye" : hasStep ? "chat" : words["hello"].IsIn(message) ? "hello" : "chat";
}
