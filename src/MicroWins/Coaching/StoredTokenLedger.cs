using System.Globalization;
using MicroWins.Storage;

namespace MicroWins.Coaching;

/// <summary>Tokens in the store, so that a restart gives nobody a second budget for the day. Rows of days past are dropped as the next ones come.</summary>
public sealed class StoredTokenLedger(Database database) : ITokenLedger
{
    public async ValueTask<long> SpentAsync(string chatId, DateOnly day, CancellationToken cancel) => await database.ReadAsync(session =>
        session.One<long?>("select tokens from tokens where chat_id = @chatId and day = @day", new { chatId, day = Name(day) }) ?? 0);

    public async ValueTask AddAsync(string chatId, DateOnly day, int tokens, CancellationToken cancel) => await database.WriteAsync(session =>
    {
        session.Execute("delete from tokens where chat_id = @chatId and day < @day", new { chatId, day = Name(day) });
        session.Execute(
            "insert into tokens (chat_id, day, tokens) values (@chatId, @day, @tokens) on conflict (chat_id, day) do update set tokens = tokens.tokens + excluded.tokens",
            new { chatId, day = Name(day), tokens = (long)tokens });
    });

    static string Name(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
