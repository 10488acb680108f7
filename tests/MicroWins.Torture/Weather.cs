using MicroWins.Tests.Support.BotApi;

namespace MicroWins.Torture;

/// <summary>The faults of the Bot API server, by dice.</summary>
sealed class Weather(Dice dice, SentRecord record)
{
    volatile bool _isCalm;
    int _polls;

    /// <summary>How often the bot asked for updates.</summary>
    public int Polls => _polls;

    /// <summary>Everything goes well from now on.</summary>
    public void Calm() => _isCalm = true;

    /// <summary>The fault of a call, noted in the record.</summary>
    public Fault? Of(ApiCall call)
    {
        if (call.Method is "getUpdates") Interlocked.Increment(ref _polls);
        var fault = _isCalm ? null : call.Method is "getUpdates" ? OfPolling() : OfSending();
        record.Note(call, fault);
        return fault;
    }

    Fault? OfPolling() => dice.Below(100) switch
    {
        < 2 => new Fault.GatewayError(),
        < 4 => new Fault.DropBefore(),
        // The updates are on their way, and are lost.
        < 6 => new Fault.DropAfter(),
        < 7 => new Fault.HalfAnswer(),
        < 8 => new Fault.TooManyRequests(1),
        _ => null,
    };

    Fault? OfSending() => dice.Below(200) switch
    {
        < 3 => new Fault.TooManyRequests(1),
        < 6 => new Fault.GatewayError(dice.Falls(500) ? 500 : 502),
        < 9 => new Fault.DropBefore(),
        < 12 => new Fault.DropAfter(),
        < 14 => new Fault.HalfAnswer(),
        < 24 => new Fault.Latency(dice.Between(20, 800)),
        _ => null,
    };
}
