using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace MicroWins.Measures;

/// <summary>
/// What is measured along the flow, by the names of OpenTelemetry's conventions: receive, turn, coach, send. Tags are names of kinds
/// alone: never a text, a chat or a token. Where nobody listens, nothing is kept.
/// </summary>
public static class Measure
{
    /// <summary>The name of the meter and of the source of spans.</summary>
    public const string Name = "MicroWins";

    // From a turn without a coach, which takes milliseconds, to a model that is given up on.
    static readonly InstrumentAdvice<double> Seconds = new() { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 60] };

    static readonly ActivitySource Spans = new(Name);
    static readonly Meter Meter = new(Name);

    static readonly Histogram<double> ReceiveDuration = Duration("microwins.receive.duration", "How long updates took to be stored.");
    static readonly Histogram<double> TurnDuration = Duration("microwins.turn.duration", "How long events took to be answered, the coach's time among it.");
    static readonly Histogram<double> CoachDuration = Duration("microwins.coach.duration", "How long drafts took.");
    static readonly Histogram<double> SendDuration = Duration("microwins.send.duration", "How long attempts to send took.");
    static readonly Counter<long> FallbackCount = Meter.CreateCounter<long>("microwins.coach.fallbacks", "{draft}", "Drafts by the embedded planner in the model's place.");
    static readonly Counter<long> TokenCount = Meter.CreateCounter<long>("microwins.coach.tokens", "{token}", "Tokens of prompts and answers.");
    static readonly Counter<long> ShrunkCount = Meter.CreateCounter<long>("microwins.steps.shrunk", "{step}", "Steps that a coach proposed and the rules made smaller.");
    static readonly Counter<long> SendErrorCount = Meter.CreateCounter<long>("microwins.send.errors", "{error}", "Attempts to send that did not bring the message there.");
    static readonly Counter<long> UnreadableCount = Meter.CreateCounter<long>("microwins.updates.unreadable", "{update}", "Updates that nobody can read.");
    static readonly Counter<long> StrangerCount = Meter.CreateCounter<long>("microwins.webhook.strangers", "{request}", "Requests to the webhook without Telegram's secret.");

    /// <summary>Updates are being stored.</summary>
    public static Stretch Receiving() => new(ReceiveDuration, Spans.StartActivity("receive", ActivityKind.Producer), []);

    /// <summary>An event is being answered.</summary>
    public static Stretch Turn(string kindOfEvent) => new(TurnDuration, Spans.StartActivity("turn", ActivityKind.Consumer), [new("microwins.event", kindOfEvent)]);

    /// <summary>A coach is drafting.</summary>
    public static Stretch Drafting(string function) => new(CoachDuration, Spans.StartActivity("coach"), [new("microwins.coach.function", function)]);

    /// <summary>A message is being sent, once.</summary>
    public static Stretch Sending(string channel) => new(SendDuration, Spans.StartActivity("send", ActivityKind.Client), [new("microwins.channel", channel)]);

    /// <summary>The embedded planner drafted, though a model was to.</summary>
    public static void FellBack(string function, string reason) =>
        FallbackCount.Add(1, new("microwins.coach.function", function), new("microwins.reason", reason));

    public static void UsedTokens(string function, int tokens) => TokenCount.Add(tokens, new KeyValuePair<string, object?>("microwins.coach.function", function));

    public static void Shrank(int steps)
    {
        if (steps > 0) ShrunkCount.Add(steps);
    }

    public static void DidNotSend(string kind) => SendErrorCount.Add(1, new KeyValuePair<string, object?>("error.type", kind));

    public static void CouldNotRead() => UnreadableCount.Add(1);

    public static void TurnedAway() => StrangerCount.Add(1);

    static Histogram<double> Duration(string name, string what) => Meter.CreateHistogram(name, "s", what, tags: null, Seconds);
}
