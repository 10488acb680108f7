using MicroWins.Messaging;

namespace MicroWins.Torture;

/// <summary>
/// Keeps books on messages that people may see twice. Two things explain one: the server took it and the bot never heard so, or the bot was
/// killed between sending and recording. Whatever else comes twice is a fault of the bot.
/// </summary>
sealed class Duplicates(SentRecord record, Remains remains)
{
    readonly Dictionary<long, int> _byKills = [];

    /// <summary>Messages that were on their way at kills.</summary>
    public int ByKills => _byKills.Values.Sum();

    /// <summary>The most that were on their way at one kill.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>Notes what was on its way when the bot was killed; it is down now.</summary>
    public async Task NoteKillAsync()
    {
        await remains.LookAsync();
        var (recorded, waiting) = (Parts("sent"), Parts("pending"));
        var onTheirWay = 0;
        foreach (var (chat, parts) in waiting)
        {
            var seen = record.CountTo(chat) - recorded.GetValueOrDefault(chat) - record.UnheardOf(chat) - _byKills.GetValueOrDefault(chat);
            // Only what still waits will be sent again.
            var again = Math.Clamp(seen, 0, parts);
            _byKills[chat] = _byKills.GetValueOrDefault(chat) + again;
            onTheirWay += again;
        }
        MostAtOnce = Math.Max(MostAtOnce, onTheirWay);
    }

    /// <summary>For each chat with a message too many or too few: how many more the server took than the store says and the faults explain.</summary>
    public IEnumerable<(long Chat, int TooMany, int TooFew)> Unexplained(IEnumerable<long> chats)
    {
        var (recorded, fleeting) = (Parts("sent"), remains.Messages.Where(message => message.Row.IsFleeting).GroupBy(message => message.Row.Chat).ToDictionary(chat => chat.Key, chat => chat.Count()));
        foreach (var chat in chats)
        {
            var over = record.CountTo(chat) - recorded.GetValueOrDefault(chat);
            var explained = record.UnheardOf(chat) + _byKills.GetValueOrDefault(chat) + fleeting.GetValueOrDefault(chat);
            // A sign of life may be recorded as sent where there was nothing to edit.
            if (over > explained || over < -fleeting.GetValueOrDefault(chat)) yield return (chat, Math.Max(0, over - explained), Math.Max(0, -over));
        }
    }

    Dictionary<long, int> Parts(string status) => remains.Messages
        .Where(message => message.Status == status)
        .GroupBy(message => message.Row.Chat)
        .ToDictionary(chat => chat.Key, chat => chat.Sum(message => message.Row.Parts));
}
