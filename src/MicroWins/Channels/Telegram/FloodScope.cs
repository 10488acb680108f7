namespace MicroWins.Channels.Telegram;

/// <summary>
/// Guesses whether a 429 is about one chat or about the whole bot, which Telegram does not say. The first is taken for
/// its own chat's; another chat that is refused within two seconds of it shows that the bot as a whole is too fast.
/// A wrong guess costs one more refused request, or a short wait for all.
/// </summary>
public sealed class FloodScope(TimeProvider time)
{
    static readonly TimeSpan SameFlood = TimeSpan.FromSeconds(2);

    readonly Lock gate = new();
    (long Chat, long At)? last;

    /// <summary>Notes a 429 and says whether it holds for every chat.</summary>
    public bool HoldsForEveryChat(long chat)
    {
        lock (gate)
        {
            // Not the time of day: a clock that is set would make one flood of two, or two of one.
            var now = time.GetTimestamp();
            var everyone = last is { } before && before.Chat != chat && time.GetElapsedTime(before.At, now) <= SameFlood;
            last = (chat, now);
            return everyone;
        }
    }
}
