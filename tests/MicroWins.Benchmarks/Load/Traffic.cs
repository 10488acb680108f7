using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MicroWins.Benchmarks.Load;

/// <summary>The updates of one phase, and what came back for each.</summary>
sealed class Traffic
{
    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly Phase _phase;
    readonly int _firstId;
    readonly byte[][] _updates;
    readonly int[] _linesOf;
    readonly int[][] _startsOf;
    readonly long[] _handedOut;
    readonly long[] _replied;
    readonly long[] _modelTicks;
    readonly int[] _received;
    readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly int _expected;
    long _began;
    long _lastReply;
    int _missing;
    int _surplus;
    int _next;

    public Traffic(Phase phase, int firstId)
    {
        (_phase, _firstId) = (phase, firstId);
        _updates = [.. Enumerable.Range(0, phase.Updates).Select(Write)];
        _linesOf = [.. Enumerable.Range(0, phase.Chats).Select(chat => (phase.Updates - chat + phase.Chats - 1) / phase.Chats)];
        // Where the replies of each line begin, counted within the chat; the last entry is the end.
        _startsOf = [.. Enumerable.Range(0, Math.Min(phase.Chats, phase.Scripts.Length)).Select(chat => StartsOf(phase.Scripts[chat].Replies))];
        _expected = _missing = Enumerable.Range(0, phase.Chats).Sum(Expected);
        (_handedOut, _replied, _modelTicks) = (new long[phase.Updates], new long[phase.Updates], new long[phase.Updates]);
        _received = new int[phase.Chats];
        if (_expected is 0) _over.SetResult();
    }

    /// <summary>The number after the last update of this phase.</summary>
    public int EndId => _firstId + _updates.Length;

    /// <summary>Comes when each update has its replies.</summary>
    public Task Over => _over.Task;

    /// <summary>The updates from an offset on that are there by now.</summary>
    public ArraySegment<byte[]> From(int offset, int limit, out TimeSpan untilNext)
    {
        var now = Stopwatch.GetTimestamp();
        if (_began is 0) _began = now;
        var there = _phase.Rate > 0 ? (int)Math.Min(_updates.Length, Seconds(now - _began) * _phase.Rate + 1) : _updates.Length;
        untilNext = there < _updates.Length ? TimeSpan.FromSeconds(Math.Max(0.0005, there / _phase.Rate - Seconds(now - _began))) : Timeout.InfiniteTimeSpan;
        var from = Math.Clamp(offset - _firstId, 0, there);
        var to = Math.Min(there, from + limit);
        for (; _next < to; _next++) _handedOut[_next] = _phase.Rate > 0 ? _began + (long)(_next / _phase.Rate * Stopwatch.Frequency) : now;
        return new(_updates, from, to - from);
    }

    /// <summary>A reply came for a chat.</summary>
    public void Replied(long id)
    {
        var (now, chat) = (Stopwatch.GetTimestamp(), (int)(id - _phase.FirstChat));
        if (chat < 0 || chat >= _received.Length) { Interlocked.Increment(ref _surplus); return; }
        var number = Interlocked.Increment(ref _received[chat]) - 1;
        if (number >= Expected(chat)) { Interlocked.Increment(ref _surplus); return; }
        // Replies of a chat come in order, so that their number tells whose they are.
        var line = Array.BinarySearch(Starts(chat), number);
        if (line >= 0) _replied[line * _phase.Chats + chat] = now;
        Volatile.Write(ref _lastReply, now);
        if (Interlocked.Decrement(ref _missing) is 0) _over.TrySetResult();
    }

    /// <summary>The model took so long for the chat of this number.</summary>
    public void Thought(int number, long ticks)
    {
        if (number < _modelTicks.Length) Interlocked.Add(ref _modelTicks[number], ticks);
    }

    public PhaseReport Report(int modelCalls, int mostModelCalls, double serverSeconds)
    {
        var answered = Enumerable.Range(0, _next).Where(update => _replied[update] > 0).ToList();
        var latencies = answered.Select(update => 1000 * Seconds(_replied[update] - _handedOut[update])).Order().ToList();
        var own = answered.Where(update => _modelTicks[update] > 0).Select(update => 1000 * Seconds(_replied[update] - _handedOut[update] - _modelTicks[update])).Order().ToList();
        return new(
            answered.Count, _expected, _received.Sum() + Math.Max(0, _surplus - _received.Select((count, chat) => Math.Max(0, count - Expected(chat))).Sum()), _missing, _surplus,
            _next is 0 ? 0 : Seconds(_lastReply - _handedOut[0]), At(latencies, 0.5), At(latencies, 0.99), At(own, 0.5), At(own, 0.99), modelCalls, mostModelCalls, serverSeconds, _lastReply);
    }

    static double At(List<double> sorted, double share) => sorted.Count is 0 ? 0 : sorted[(int)Math.Min(sorted.Count - 1, share * sorted.Count)];

    static double Seconds(long ticks) => ticks / (double)Stopwatch.Frequency;

    static int[] StartsOf(int[] replies)
    {
        var starts = new int[replies.Length + 1];
        for (var line = 0; line < replies.Length; line++) starts[line + 1] = starts[line] + replies[line];
        return starts;
    }

    int[] Starts(int chat) => _startsOf[chat % _startsOf.Length];

    int Expected(int chat) => Starts(chat)[_linesOf[chat]];

    byte[] Write(int update)
    {
        var (chat, line) = (update % _phase.Chats, update / _phase.Chats);
        var script = _phase.Scripts[chat % _phase.Scripts.Length];
        var text = _phase.NumberedGoals ? Talk.NumberedGoal(chat) : script.Lines[line];
        var id = (_phase.FirstChat + chat).ToString(CultureInfo.InvariantCulture);
        return Encoding.UTF8.GetBytes($$$"""
            {"update_id":{{{_firstId + update}}},"message":{"message_id":{{{line + 1}}},"from":{"id":{{{id}}},"is_bot":false,"first_name":"Ann","language_code":"{{{script.Language}}}"},"chat":{"id":{{{id}}},"first_name":"Ann","type":"private"},"date":1790000000,"text":{{{JsonSerializer.Serialize(text, Plain)}}}}}
            """);
    }
}
