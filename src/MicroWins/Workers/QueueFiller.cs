using MicroWins.Messaging;

namespace MicroWins.Workers;

/// <summary>
/// Keeps the queue of a channel filled from the store. The two kinds of messages have a place each, so that an answer does not wait until
/// a million check-ins are read; and no message passes an older one of its chat, whichever of them is in memory.
/// </summary>
/// <param name="outbox">The store.</param>
/// <param name="channel">The channel.</param>
/// <param name="queue">What is filled.</param>
/// <param name="most">Messages of a kind in memory, without what they say: these are about a megabyte.</param>
sealed class QueueFiller(Outbox outbox, string channel, SendQueue queue, int most = 5_000)
{
    /// <summary>Where memory has less room than this, nothing is read: a page costs the same for one row as for fifty.</summary>
    const int LeastPage = 50;

    /// <summary>Missing rows that are looked after in one comparison.</summary>
    const int MostMissing = 1_000;

    long _answersAfter, _unaskedAfter;
    bool _isThrough;

    /// <summary>Reads on, as far as there is something and room for it.</summary>
    /// <param name="isNew">Whether something was stored since.</param>
    /// <param name="now">The moment.</param>
    public async Task FillAsync(bool isNew, TimeSpan now)
    {
        if (isNew || !_isThrough) await ReadAsync(now);
        await ReadOnAsync(now);
    }

    /// <summary>Looks for what the reading passed by: another process may have committed a lower id later, or somebody is back.</summary>
    public async Task CompareAsync(TimeSpan now)
    {
        queue.Tidy(now);
        IReadOnlyList<long>[] waiting = [await outbox.IdsAsync(channel, unasked: false, _answersAfter), await outbox.IdsAsync(channel, unasked: true, _unaskedAfter)];
        var missing = waiting.SelectMany(ids => ids).Where(id => !queue.Has(id)).Take(MostMissing).ToList();
        if (missing.Count is 0) return;
        foreach (var chat in await outbox.ChatsOfAsync(missing)) queue.ReadLater(chat);
        await ReadOnAsync(now);
    }

    async Task ReadAsync(TimeSpan now)
    {
        var (answersMost, unaskedMost) = (Room(unasked: false), Room(unasked: true));
        var page = await outbox.NextAsync(channel, new(_answersAfter, answersMost), new(_unaskedAfter, unaskedMost));
        var allAnswers = page.Count(message => !message.IsUnasked) < answersMost;
        var allUnasked = page.Count(message => message.IsUnasked) < unaskedMost;
        _isThrough = allAnswers && allUnasked;
        // What nobody asked for is taken in when all answers are in memory, so that a backlog of answers is not made longer by it.
        List<WaitingMessage> taken = [.. page.Where(message => allAnswers || !message.IsUnasked)];
        if (taken.Count is 0) return;
        // With what is not the first of its chat, all that waits there: an older message may be of the other kind, or have been committed behind a higher one.
        List<long> behind = [.. taken.Where(message => message.IsBehind).Select(message => message.Id)];
        if (behind.Count > 0)
            foreach (var message in await outbox.OfTheirChatsAsync(channel, behind, SendQueue.MostOfAChat)) queue.Add(message, now);
        // A chat that has more than that is read on from where this ended.
        foreach (var message in taken.OrderBy(message => message.Id))
        {
            queue.Add(message, now);
            if (message.IsUnasked) _unaskedAfter = message.Id;
            else _answersAfter = message.Id;
        }
    }

    async Task ReadOnAsync(TimeSpan now)
    {
        const int page = SendQueue.MostOfAChat / 2;
        foreach (var (chat, after) in queue.Short())
        {
            var more = await outbox.OfChatAsync(chat, new(after, page));
            queue.ReadOn(chat, more, isAll: more.Count < page, now);
        }
    }

    int Room(bool unasked) => most - queue.Count(unasked) is >= LeastPage and var room ? room : 0;
}
