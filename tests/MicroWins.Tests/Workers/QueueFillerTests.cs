using CsCheck;
using MicroWins.Messaging;
using MicroWins.Storage;
using MicroWins.Tests.Support;
using MicroWins.Workers;

namespace MicroWins.Tests.Workers;

/// <summary>What the sender has in memory of what waits in a real store, where more waits than fits.</summary>
public sealed class QueueFillerTests : IAsyncDisposable
{
    const int Most = 100, Batch = 20;

    readonly TestBot _bot = new();
    readonly SendQueue _queue = new(SendingLimits.None);
    readonly QueueFiller _filler;

    public QueueFillerTests() => _filler = new(_bot.Outbox, TestBot.Channel, _queue, Most);

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task However_many_check_ins_wait_memory_holds_a_part_and_an_answer_goes_at_once_with_what_is_before_it()
    {
        await Say([.. Enumerable.Range(0, 1_000).Select(person => ($"p{person}", MessageKind.CheckIn))]);
        await _filler.FillAsync(isNew: true, default);
        await Say([("p900", MessageKind.Reply)]);
        await _filler.FillAsync(isNew: true, default);

        Assert.InRange(_queue.Count(unasked: true), Most, Most + SendQueue.MostOfAChat);
        // The first that goes, and, when it is through, the first of those after it.
        Assert.Equal([("p900", true), ("p900", false)], (await Send(Batch + 1)).Where(sent => sent.Person == "p900"));
    }

    [Fact]
    public async Task However_many_answers_wait_memory_holds_a_part_and_check_ins_stay_behind_those_of_their_chat()
    {
        await Say([.. Enumerable.Range(0, 1_000).Select(person => ($"p{person}", MessageKind.Reply)), ("p900", MessageKind.CheckIn), ("q", MessageKind.CheckIn)]);
        await _filler.FillAsync(isNew: true, default);

        Assert.Equal((Most, 0), (_queue.Count(unasked: false), _queue.Count(unasked: true)));
        Assert.Equal([("p900", false), ("p900", true)], (await Send(2_000)).Where(sent => sent.Person == "p900"));
    }

    [Fact]
    public async Task A_chat_with_more_of_both_kinds_than_its_share_of_memory_keeps_its_order()
    {
        await Say([.. Enumerable.Range(0, 2 * SendQueue.MostOfAChat).Select(i => ("ann", i % 3 is 0 ? MessageKind.CheckIn : MessageKind.Reply))]);
        await _filler.FillAsync(isNew: true, default);

        Assert.Equal(Enumerable.Range(0, 2 * SendQueue.MostOfAChat).Select(i => ("ann", i % 3 is 0)), await Send(2_000));
    }

    [Fact]
    public async Task A_message_that_was_committed_behind_a_higher_one_still_goes_before_the_next_of_its_chat()
    {
        await Say(("ann", MessageKind.Reply), ("bob", MessageKind.Reply));
        // As if its transaction were not through yet.
        await _bot.Database.WriteAsync(session => session.Execute("update outbox set held = 1 where id = 1"));
        await _filler.FillAsync(isNew: true, default);
        await _bot.Database.WriteAsync(session => session.Execute("update outbox set held = 0 where id = 1"));
        await Say(("ann", MessageKind.CheckIn));
        await _filler.FillAsync(isNew: true, default);

        Assert.Equal([("ann", false), ("ann", true)], (await Send(10)).Where(sent => sent.Person == "ann"));
    }

    /// <summary>What comes in, whether that is noticed, whether what waits is compared, and how many are sent then.</summary>
    static readonly Gen<((int Person, bool IsUnasked)[] Said, bool IsNoticed, bool IsCompared, int Sent)[]> Rounds =
        Gen.Select(Gen.Select(Gen.OneOf(Gen.Int[0, 2], Gen.Int[0, 60]), Gen.Bool).Array[0, 160], Gen.Bool, Gen.Bool, Gen.Int[0, 120]).Array[1, 20];

    [Fact]
    public Task Whatever_comes_in_whenever_each_is_sent_once_and_each_chat_in_order() => Rounds.SampleAsync(
        async rounds =>
        {
            await using var run = new QueueFillerTests();
            var sent = new List<(string Person, bool IsUnasked)>();
            foreach (var (said, isNoticed, isCompared, most) in rounds)
            {
                await run.Say([.. said.Select(one => ($"p{one.Person}", one.IsUnasked ? MessageKind.CheckIn : MessageKind.Reply))]);
                await run._filler.FillAsync(isNoticed, default);
                if (isCompared) await run._filler.CompareAsync(default);
                sent.AddRange(await run.Send(most));
            }
            await run._filler.FillAsync(isNew: true, default);
            sent.AddRange(await run.Send(10_000));

            var expected = rounds.SelectMany(round => round.Said).Select(one => (Person: $"p{one.Person}", one.IsUnasked)).ToList();
            foreach (var ofOne in expected.GroupBy(one => one.Person)) Assert.Equal(ofOne, sent.Where(one => one.Person == ofOne.Key));
            Assert.Equal(expected.Count, sent.Count);
            Assert.Equal(0, run._queue.Count(unasked: false) + run._queue.Count(unasked: true));
        },
        iter: 20,
        threads: 1);

    Task Say(params (string Person, MessageKind Kind)[] messages) => _bot.Database.WriteAsync(session =>
    {
        foreach (var (person, kind) in messages) Outbox.Add(session, new(TestBot.Channel, person), new(kind, FormattedText.Plain("hello"), []), _bot.Time.GetUtcNow());
    });

    /// <summary>Sends as the sender does, up to so many, reading on whenever a few are gone.</summary>
    async Task<List<(string Person, bool IsUnasked)>> Send(int most)
    {
        var sent = new List<(string, bool)>();
        while (sent.Count < most)
        {
            var batch = new List<WaitingMessage>();
            while (batch.Count < Batch && sent.Count + batch.Count < most && _queue.Take(default) is { } message) batch.Add(message);
            if (batch.Count is 0) break;
            await _bot.Database.WriteAsync(session =>
            {
                foreach (var message in batch) session.Execute("update outbox set status = 'sent' where id = @Id", message);
            });
            foreach (var message in batch) _queue.Close(message, weight: 1, default);
            sent.AddRange(batch.Select(message => (message.Chat.Address, message.IsUnasked)));
            await _filler.FillAsync(isNew: false, default);
        }
        return sent;
    }
}
