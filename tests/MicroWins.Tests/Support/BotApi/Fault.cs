namespace MicroWins.Tests.Support.BotApi;

/// <summary>What goes wrong with a call, on purpose.</summary>
public abstract record Fault
{
    Fault() { }

    /// <summary>429 with retry_after; nothing is done.</summary>
    public sealed record TooManyRequests(int RetryAfter) : Fault;

    /// <summary>A refusal with Telegram's words; nothing is done.</summary>
    public sealed record Refusal(int Code, string Description) : Fault
    {
        public static Refusal Blocked { get; } = new(403, "Forbidden: bot was blocked by the user");
    }

    /// <summary>A gateway's error page, which is no JSON; nothing is done.</summary>
    public sealed record GatewayError(int Code = 502) : Fault;

    /// <summary>A proxy's page with code 200, which is no JSON; nothing is done.</summary>
    public sealed record ProxyPage : Fault;

    /// <summary>It is done, and the answer ends in the middle of its JSON as if that were all.</summary>
    public sealed record TornJson : Fault;

    /// <summary>The connection breaks before anything is done.</summary>
    public sealed record DropBefore : Fault;

    /// <summary>It is done, but the connection breaks before the answer.</summary>
    public sealed record DropAfter : Fault;

    /// <summary>It is done, but only half of the answer arrives.</summary>
    public sealed record HalfAnswer : Fault;

    /// <summary>It is done after a while.</summary>
    public sealed record Latency(TimeSpan After) : Fault;

    /// <summary>It is done when the test says so.</summary>
    public sealed record HoldUntil(Task Released) : Fault;
}

/// <summary>The faults to come: by method, chat and number of the call; the first that fits is used up.</summary>
public sealed class FaultScript
{
    readonly Lock gate = new();
    readonly List<Line> lines = [];

    /// <summary>Asked for each call that no line fits; for a torture run that throws its own dice.</summary>
    public Func<ApiCall, Fault?>? Otherwise { get; set; }

    /// <param name="fault">What to do.</param>
    /// <param name="method">With which method; null for each.</param>
    /// <param name="chat">In which chat; null for each.</param>
    /// <param name="skip">How many fitting calls go well first; those that an earlier line took are not counted.</param>
    /// <param name="times">How many fitting calls go wrong then.</param>
    public void Add(Fault fault, string? method = null, long? chat = null, int skip = 0, int times = 1)
    {
        lock (gate) lines.Add(new(fault, method, chat) { Skip = skip, Times = times });
    }

    /// <summary>Everything goes well from now on.</summary>
    public void Clear()
    {
        lock (gate) lines.Clear();
        Otherwise = null;
    }

    internal Fault? Next(ApiCall call)
    {
        lock (gate)
        {
            foreach (var line in lines.Where(line => line.Fits(call)))
            {
                if (line.Skip > 0)
                {
                    line.Skip--;
                    continue;
                }
                if (--line.Times == 0) lines.Remove(line);
                return line.Fault;
            }
        }
        return Otherwise?.Invoke(call);
    }

    sealed record Line(Fault Fault, string? Method, long? Chat)
    {
        public int Skip { get; set; }

        public int Times { get; set; }

        public bool Fits(ApiCall call) => (Method is null || Method == call.Method) && (Chat is null || Chat == call.Chat);
    }
}
