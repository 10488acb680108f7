using MicroWins.Messaging;
using MicroWins.Workers;

namespace MicroWins.Tests.Workers;

public sealed class SendQueueTests
{
    static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    long _id;

    [Fact]
    public void A_chat_has_one_message_on_its_way_and_its_next_is_the_next_in_order()
    {
        var queue = new SendQueue(SendingLimits.None);
        var (first, second, third) = (Message("ann"), Message("ann"), Message("ann"));
        foreach (var message in (WaitingMessage[])[second, third, first]) queue.Add(message, default);

        Assert.Equal(first, queue.Take(default));
        Assert.Null(queue.Take(default));
        queue.Close(first, weight: 1, default);
        Assert.Equal(second, queue.Take(default));
        queue.Return(second, until: Second, counts: true, default);
        Assert.Null(queue.Take(default));
        Assert.Equal(Second, queue.NextMoment());
        Assert.Equal((second.Id, 1), (queue.Take(Second)!.Id, queue.Count(unasked: false) - 1));
    }

    [Fact]
    public void Somebody_who_just_wrote_waits_for_none_of_a_thousand_check_ins()
    {
        var queue = new SendQueue(new(Pace.PerSecond(25, burst: 5), Pace.PerSecond(1, burst: 3)));
        for (var person = 0; person < 1000; person++) queue.Add(Message($"p{person}", unasked: true), default);
        Send(queue, TimeSpan.Zero, 10 * Second);
        var answer = Message("ann");
        queue.Add(answer, 10 * Second);

        var sent = Send(queue, 10 * Second, 11 * Second);

        Assert.True(sent.Single(one => one.Message == answer).At < 10 * Second + TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public void Under_answers_without_end_every_fifth_message_is_a_check_in()
    {
        var queue = new SendQueue(new(Pace.PerSecond(25, burst: 1), Pace.None));
        for (var person = 0; person < 100; person++)
        {
            queue.Add(Message($"p{person}", unasked: true), default);
            queue.Add(Message($"q{person}"), default);
        }

        var sent = Send(queue, TimeSpan.Zero, 3 * Second);

        Assert.InRange(sent.Count(one => one.Message.IsUnasked), 14, 16);
    }

    [Fact]
    public void An_answer_takes_the_check_in_before_it_along_and_the_order_is_kept()
    {
        var queue = new SendQueue(new(Pace.PerSecond(1, burst: 1), Pace.None));
        for (var person = 0; person < 10; person++) queue.Add(Message($"p{person}", unasked: true), default);
        var (checkIn, answer) = (Message("ann", unasked: true), Message("ann"));
        queue.Add(checkIn, default);
        queue.Add(answer, default);

        Assert.Equal([checkIn, answer], Send(queue, TimeSpan.Zero, Second).Select(one => one.Message));
    }

    [Fact]
    public void Neither_a_chat_nor_all_chats_are_sent_to_faster_than_the_channel_bears()
    {
        var queue = new SendQueue(new(Pace.PerSecond(25, burst: 5), Pace.PerSecond(1, burst: 3)));
        for (var message = 0; message < 600; message++) queue.Add(Message($"p{message % 40}"), default);

        var sent = Send(queue, TimeSpan.Zero, 60 * Second);

        Assert.Equal(600, sent.Count);
        Assert.All(sent, one => Assert.True(sent.Count(other => other.At >= one.At && other.At < one.At + Second) <= 30));
        Assert.All(sent, one => Assert.True(sent.Count(other => other.Message.Chat == one.Message.Chat && other.At >= one.At && other.At < one.At + Second) <= 4));
        // 600 at 25 a second: no time is wasted either.
        Assert.InRange(sent[^1].At.TotalSeconds, 23, 25);
    }

    [Fact]
    public void A_chat_that_has_to_wait_holds_up_nobody_else()
    {
        var queue = new SendQueue(SendingLimits.None);
        var (ann, bob) = (Message("ann"), Message("bob"));
        queue.Add(ann, default);
        queue.Add(bob, default);
        Assert.Equal(ann, queue.Take(default));
        queue.Return(ann, until: 3600 * Second, counts: false, default);

        Assert.Equal(bob, queue.Take(default));
    }

    [Fact]
    public void A_chat_with_thousands_leaves_room_and_asks_for_its_rest_in_order()
    {
        var queue = new SendQueue(SendingLimits.None);
        var all = Enumerable.Range(0, 200).Select(_ => Message("ann")).ToList();
        foreach (var message in all) queue.Add(message, default);
        Assert.Equal(SendQueue.MostOfAChat, queue.Count(unasked: false));

        var sent = new List<WaitingMessage>();
        while (queue.Take(default) is { } message)
        {
            sent.Add(message);
            queue.Close(message, 1, default);
            foreach (var (chat, after) in queue.Short())
                queue.ReadOn(chat, [.. all.Where(one => one.Id > after && !sent.Contains(one)).Take(32)], isAll: all[^1].Id <= after + 32, default);
        }

        Assert.Equal(all, sent);
        Assert.Equal(0, queue.Count(unasked: false));
    }

    [Fact]
    public void A_chat_that_is_to_be_read_from_the_store_takes_nothing_in_before_that()
    {
        var queue = new SendQueue(SendingLimits.None);
        var (older, newer) = (Message("ann"), Message("ann"));
        queue.ReadLater(older.Chat);
        queue.Add(newer, default);
        Assert.Null(queue.Take(default));

        Assert.Equal([(older.Chat, 0)], queue.Short());
        queue.ReadOn(older.Chat, [older, newer], isAll: true, default);

        Assert.Equal([older, newer], Send(queue, default, default).Select(one => one.Message));
        Assert.Empty(queue.Short());
    }

    WaitingMessage Message(string person, bool unasked = false) => new(++_id, new ChatId("test", person), unasked);

    /// <summary>Sends all that may go from one moment to another, each message in no time.</summary>
    static List<(WaitingMessage Message, TimeSpan At)> Send(SendQueue queue, TimeSpan now, TimeSpan until)
    {
        var sent = new List<(WaitingMessage, TimeSpan)>();
        while (now <= until)
        {
            while (queue.Take(now) is { } message)
            {
                sent.Add((message, now));
                queue.Close(message, weight: 1, now);
            }
            if (queue.NextMoment() is not { } next) break;
            now = next;
        }
        return sent;
    }
}
