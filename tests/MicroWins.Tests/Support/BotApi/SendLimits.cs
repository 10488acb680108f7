namespace MicroWins.Tests.Support.BotApi;

/// <summary>So many messages at once, and from then on one in each interval.</summary>
public sealed record RateLimit(TimeSpan Every, int AtOnce);

/// <summary>Telegram's limits on sending, as the server can keep them: in one chat, and over all chats. Who passes them is told how long to wait.</summary>
public sealed class SendLimits(RateLimit inOneChat, RateLimit overall)
{
    readonly Dictionary<long, DateTimeOffset> dueInChat = [];
    DateTimeOffset dueOverall;

    /// <summary>What Telegram documents: a message a second in a chat, short bursts allowed, and about thirty a second in all.</summary>
    public static SendLimits Telegrams() => new(new(TimeSpan.FromSeconds(1), 5), new(TimeSpan.FromSeconds(1.0 / 30), 30));

    /// <summary>Lets a message pass, or gives the seconds to wait; a refused message counts for nothing.</summary>
    public int? RetryAfter(long chat, DateTimeOffset now)
    {
        var inChat = Max(dueInChat.GetValueOrDefault(chat), now);
        var inAll = Max(dueOverall, now);
        var early = Max(inChat - inOneChat.Every * (inOneChat.AtOnce - 1), inAll - overall.Every * (overall.AtOnce - 1)) - now;
        if (early > TimeSpan.Zero) return (int)Math.Ceiling(early.TotalSeconds);
        dueInChat[chat] = inChat + inOneChat.Every;
        dueOverall = inAll + overall.Every;
        return null;
    }

    static DateTimeOffset Max(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
