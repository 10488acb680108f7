using System.Collections.Concurrent;

namespace MicroWins.Coaching;

/// <summary>Remembers how many tokens a chat has used on a day.</summary>
public interface ITokenLedger
{
    /// <summary>Tokens used so far.</summary>
    ValueTask<long> SpentAsync(string chatId, DateOnly day, CancellationToken cancel);

    /// <summary>Adds tokens that were used.</summary>
    ValueTask AddAsync(string chatId, DateOnly day, int tokens, CancellationToken cancel);
}

/// <summary>A ledger that a restart empties.</summary>
internal sealed class TokensInMemory : ITokenLedger
{
    readonly ConcurrentDictionary<(string ChatId, DateOnly Day), long> _spent = new();

    public ValueTask<long> SpentAsync(string chatId, DateOnly day, CancellationToken cancel) => new(_spent.GetValueOrDefault((chatId, day)));

    public ValueTask AddAsync(string chatId, DateOnly day, int tokens, CancellationToken cancel)
    {
        // Only the first entry of a day looks for old ones, so that the ledger never holds more than a day's chats.
        var isNew = !_spent.ContainsKey((chatId, day));
        _spent.AddOrUpdate((chatId, day), tokens, (_, spent) => spent + tokens);
        if (isNew)
            foreach (var old in _spent.Keys.Where(key => key.Day < day)) _spent.TryRemove(old, out _);
        return default;
    }
}

/// <summary>Guesses the number of tokens in a text, for servers that do not tell.</summary>
internal static class TokenEstimate
{
    /// <summary>
    /// A token for every 3.5 characters of ASCII and for every other character. English has 3.8 characters a token with o200k_base
    /// (measured on our prompt), Russian about 3, Chinese about 1.3: the guess lies above, so that a budget holds.
    /// </summary>
    public static int Of(string text)
    {
        var ascii = text.Count(char.IsAscii);
        return (int)Math.Ceiling(ascii / 3.5) + (text.Length - ascii);
    }
}
