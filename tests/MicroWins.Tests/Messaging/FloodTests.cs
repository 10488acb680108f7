using MicroWins.Conversations;
using MicroWins.Messaging;
using MicroWins.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace MicroWins.Tests.Messaging;

/// <summary>The bot behind its door: who writes faster than it reads is told once, and nobody else notices.</summary>
public sealed class FloodTests : IAsyncLifetime
{
    const int Most = 12;
    const string Told = "Let's go one message at a time";
    const string Crisis = "I want to kill myself";

    readonly TestBot _bot = new();
    readonly Inbox _inbox;
    int _updates;

    public FloodTests()
    {
        var limits = new LimitsOptions { MessagesPerMinute = Most, WaitingPerPerson = 20 };
        _inbox = new Inbox(_bot.Database, _bot.Time, new Admission(limits, ConversationFlow.IsUrgent, _bot.Time, NullLogger<Admission>.Instance));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _bot.DisposeAsync().AsTask();

    [Fact]
    public async Task A_flood_is_answered_up_to_the_limit_then_told_once_then_met_with_silence()
    {
        await Sends(Enumerable.Repeat("/goals", 500));

        var replies = _bot.Sender.To("ann");
        Assert.Equal(Most + 1, replies.Count);
        Assert.StartsWith(Told, replies[^1].Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(replies.SkipLast(1), reply => reply.Words().StartsWith(Told, StringComparison.Ordinal));
        // What was not read is nowhere: no work is left over from it.
        Assert.Equal(Most + 1, await _bot.Count("select count(*) from inbox"));
    }

    [Fact]
    public async Task What_comes_over_the_limit_asks_no_coach()
    {
        await Sends(Enumerable.Range(0, 40).Select(i => $"/plan write my {i} page history paper by thursday"));

        Assert.Equal(Most, _bot.Coach.Asked.Count);
    }

    [Fact]
    public async Task A_minute_after_being_told_the_person_is_read_again()
    {
        await Sends(Enumerable.Repeat("/goals", Most + 5));
        _bot.Time.Advance(TimeSpan.FromSeconds(59));
        await Sends(["/goals"]);
        Assert.Equal(Most + 1, _bot.Sender.To("ann").Count);

        _bot.Time.Advance(TimeSpan.FromSeconds(1));
        await Sends(["/goals"]);

        Assert.Equal(Most + 2, _bot.Sender.To("ann").Count);
    }

    [Fact]
    public async Task The_flood_of_one_person_leaves_another_alone()
    {
        await Sends(Enumerable.Repeat("/goals", 100));
        await Sends(["/goals"], person: "bob");

        Assert.DoesNotContain(Told, Assert.Single(_bot.Sender.To("bob")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Buttons_and_stickers_count_as_messages_do()
    {
        await Sends(Enumerable.Repeat<ChatEvent>(new ChatEvent.ButtonPressed("ShowGoals.0.0.0", "card"), 8).Concat(Enumerable.Repeat(new ChatEvent.OtherSent(), 8)));

        Assert.Equal(Most + 1, await _bot.Count("select count(*) from inbox"));
    }

    [Fact]
    public async Task A_message_of_danger_is_answered_whatever_came_before_it()
    {
        await Sends(Enumerable.Repeat("/goals", 100));
        var before = _bot.Sender.To("ann").Count;

        await Sends([Crisis]);
        await Sends(["/sos"]);
        await Sends([new ChatEvent.ButtonPressed("MeanLife.0.0.0", "card")]);
        await Sends(["no way"]);

        var replies = _bot.Sender.To("ann").Skip(before).ToList();
        Assert.Equal(3, replies.Count);
        Assert.All(replies, reply => Assert.Contains("findahelpline", reply.Words(), StringComparison.Ordinal));
        Assert.Empty(_bot.Coach.Asked);
    }

    [Fact]
    public async Task Even_messages_of_danger_are_bounded()
    {
        await Sends(Enumerable.Repeat(Crisis, 1_000));

        Assert.Equal(2 * Most, _bot.Sender.To("ann").Count(reply => reply.Words().Contains("findahelpline", StringComparison.Ordinal)));
        Assert.InRange(_bot.Sender.To("ann").Count, 2 * Most, 2 * Most + 1);
    }

    [Fact]
    public async Task What_could_not_be_stored_was_not_counted_and_is_read_when_it_comes_again()
    {
        var batch = Events(Enumerable.Repeat<ChatEvent>(new ChatEvent.TextWritten("/goals"), Most), "ann");
        await _bot.Database.WriteAsync(session => session.Execute("alter table inbox rename to away"));
        for (var i = 0; i < 5; i++) await Assert.ThrowsAnyAsync<Exception>(() => _inbox.StoreAsync(batch));
        await _bot.Database.WriteAsync(session => session.Execute("alter table away rename to inbox"));

        await _inbox.StoreAsync(batch);
        await _bot.Settle();

        Assert.Equal(Most, _bot.Sender.To("ann").Count);
        Assert.DoesNotContain(_bot.Sender.To("ann"), reply => reply.Words().StartsWith(Told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_too_much_of_a_person_waits_the_rest_is_not_taken_in()
    {
        for (var minute = 0; minute < 5; minute++)
        {
            await _inbox.StoreAsync(Events(Enumerable.Repeat<ChatEvent>(new ChatEvent.TextWritten("/goals"), Most), "ann"));
            _bot.Time.Advance(TimeSpan.FromMinutes(1));
        }

        // Two minutes fill the twenty places to 24, and each of the others leaves a word about it.
        Assert.Equal(2 * Most + 3, await _bot.Count("select count(*) from inbox"));
    }

    [Fact]
    public async Task Blocking_and_coming_back_are_always_heard()
    {
        await Sends(Enumerable.Repeat("/goals", 100));
        var stored = await _bot.Count("select count(*) from inbox");

        await Sends([new ChatEvent.PersonLeft(), new ChatEvent.PersonCameBack()]);

        Assert.Equal(stored + 2, await _bot.Count("select count(*) from inbox"));
    }

    [Fact]
    public void A_clock_that_is_set_back_keeps_nobody_out()
    {
        var pace = new ReadingPace(_bot.Time.GetUtcNow().AddDays(1), Most, 0, IsTold: true);

        Assert.Equal(Entry.Read, pace.Next(_bot.Time.GetUtcNow(), Most, isCrowded: false, () => false).Entry);
    }

    Task Sends(IEnumerable<string> texts, string person = "ann") => Sends(texts.Select(ChatEvent (text) => new ChatEvent.TextWritten(text)), person);

    async Task Sends(IEnumerable<ChatEvent> happened, string person = "ann")
    {
        await _inbox.StoreAsync(Events(happened, person));
        await _bot.Settle();
    }

    IncomingEvent[] Events(IEnumerable<ChatEvent> happened, string person) =>
        [.. happened.Select(one => new IncomingEvent($"flood:{++_updates}", new ChatId(TestBot.Channel, person), one, "en"))];
}
