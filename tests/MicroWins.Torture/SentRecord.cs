using System.Text.RegularExpressions;
using MicroWins.Tests.Support.BotApi;

namespace MicroWins.Torture;

/// <summary>Something that the Bot API server took from the bot.</summary>
/// <param name="Text">What it says; a caption for a file.</param>
/// <param name="Probe">The number of the probe that it answers; null for anything else.</param>
readonly record struct Sent(string Text, int? Probe);

/// <summary>
/// What the server took, chat by chat, in order. A call counts as soon as the server will do it, whether or not the bot hears of it: that is
/// how a person sees a message twice.
/// </summary>
sealed partial class SentRecord(BotApiServer server)
{
    static readonly string[] Sending = ["sendMessage", "sendPhoto", "sendDocument", "editMessageText"];

    readonly Lock _gate = new();
    readonly Dictionary<long, List<Sent>> _sent = [];
    readonly Dictionary<long, int> _unheard = [];
    readonly Dictionary<(long Chat, int Probe), TaskCompletionSource> _waiting = [];

    /// <summary>Calls that the server did and the bot heard nothing of, through a fault: the bot must send again.</summary>
    public int Unheard { get { lock (_gate) return _unheard.Values.Sum(); } }

    public IReadOnlyList<Sent> To(long chat) { lock (_gate) return _sent.TryGetValue(chat, out var sent) ? [.. sent] : []; }

    public int CountTo(long chat) { lock (_gate) return _sent.TryGetValue(chat, out var sent) ? sent.Count : 0; }

    public int UnheardOf(long chat) { lock (_gate) return _unheard.GetValueOrDefault(chat); }

    /// <summary>Completes when a probe is answered.</summary>
    public Task Answered(long chat, int probe)
    {
        lock (_gate)
        {
            if (_sent.TryGetValue(chat, out var sent) && sent.Any(one => one.Probe == probe)) return Task.CompletedTask;
            if (!_waiting.TryGetValue((chat, probe), out var waiting))
                _waiting[(chat, probe)] = waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return waiting.Task;
        }
    }

    /// <summary>Notes a call with the fault that it will meet.</summary>
    public void Note(ApiCall call, Fault? fault)
    {
        if (call.Chat is not { } chat || !Sending.Contains(call.Method) || !IsDone(fault) || !CanBeDone(call, chat)) return;
        var text = call.Text("text") ?? call.Text("caption") ?? "";
        var probe = Probe().Match(text) is { Success: true } match ? int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) : (int?)null;
        lock (_gate)
        {
            if (!_sent.TryGetValue(chat, out var sent)) _sent[chat] = sent = [];
            sent.Add(new(text, probe));
            if (fault is Fault.DropAfter or Fault.HalfAnswer) _unheard[chat] = _unheard.GetValueOrDefault(chat) + 1;
            if (probe is { } number && _waiting.Remove((chat, number), out var waiting)) waiting.TrySetResult();
        }
    }

    static bool IsDone(Fault? fault) => fault is null or Fault.Latency or Fault.DropAfter or Fault.HalfAnswer;

    // The server refuses to edit what is not there, or is a picture; the bot sends a new message then. To change nothing counts as done.
    bool CanBeDone(ApiCall call, long chat)
    {
        var person = server.User(chat);
        return !person.HasBlocked && (call.Method is not "editMessageText" || person.Messages.LastOrDefault(message => message.Id == call.Number("message_id")) is { Kind: "text" });
    }

    [GeneratedRegex(@"/p(\d+)\b")]
    private static partial Regex Probe();
}
