using MicroWins.Messaging;
using MicroWins.Storage;
using MicroWins.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace MicroWins.Tests.Messaging;

public sealed class SqliteInboxTests() : InboxTests(new TemporaryStore());

[NeedsPostgres]
public sealed class PostgresInboxTests() : InboxTests(new TemporaryPostgres());

public abstract class InboxTests : IAsyncLifetime
{
    const long Me = 1, Other = 2;

    readonly ITemporaryStore _store;
    readonly FakeTimeProvider _time = new();
    readonly Database _database;
    readonly Inbox _inbox;

    protected InboxTests(ITemporaryStore store)
    {
        _store = store;
        _database = store.Open();
        _inbox = new Inbox(_database, _time);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _database.DisposeAsync();
        _store.Dispose();
    }

    [StoreFact]
    public async Task A_repeated_delivery_is_one_event()
    {
        await _inbox.StoreAsync([Event("1", "ann", "hello"), Event("1", "ann", "hello")]);
        await _inbox.StoreAsync([Event("1", "ann", "hello")]);

        Assert.Equal(1, await _database.ReadAsync(session => session.One<int>("select count(*) from inbox")));
    }

    [StoreFact]
    public async Task Each_chat_shows_its_first_event_and_no_other()
    {
        await _inbox.StoreAsync([Event("1", "ann", "first"), Event("2", "ann", "second"), Event("3", "bob", "his")]);

        var heads = await _inbox.ClaimAsync(Me, 10);

        Assert.Equal([new ChatEvent.TextWritten("first"), new ChatEvent.TextWritten("his")], heads.Select(head => head.Event));
    }

    [StoreFact]
    public async Task An_event_that_is_to_be_tried_later_holds_back_those_behind_it()
    {
        await _inbox.StoreAsync([Event("1", "ann", "first"), Event("2", "ann", "second")]);
        await _inbox.PostponeAsync(Assert.Single(await _inbox.ClaimAsync(Me, 10)), TimeSpan.FromSeconds(5));

        Assert.Empty(await _inbox.ClaimAsync(Me, 10));
        _time.Advance(TimeSpan.FromSeconds(5));

        var head = Assert.Single(await _inbox.ClaimAsync(Me, 10));
        Assert.Equal(new ChatEvent.TextWritten("first"), head.Event);
        Assert.Equal(1, head.Attempts);
    }

    [StoreFact]
    public async Task A_parked_event_lets_those_behind_it_through()
    {
        await _inbox.StoreAsync([Event("1", "ann", "first"), Event("2", "ann", "second")]);
        var first = Assert.Single(await _inbox.ClaimAsync(Me, 10));
        await _database.WriteAsync(session => Inbox.Park(session, first));

        Assert.Equal(new ChatEvent.TextWritten("second"), Assert.Single(await _inbox.ClaimAsync(Me, 10)).Event);
    }

    [StoreFact]
    public async Task An_event_cannot_be_handled_twice()
    {
        await _inbox.StoreAsync([Event("1", "ann", "first")]);
        var first = Assert.Single(await _inbox.ClaimAsync(Me, 10));
        await _database.WriteAsync(session => Inbox.MarkHandled(session, first));

        await Assert.ThrowsAsync<ClaimLostException>(() => _database.WriteAsync(session => Inbox.MarkHandled(session, first)));
    }

    [StoreFact]
    public async Task Every_kind_of_event_comes_back_as_it_went_in()
    {
        ChatEvent[] events =
        [
            new ChatEvent.TextWritten("ü\n\u0000 \"quoted\" 🙃"), new ChatEvent.ButtonPressed("Done.1.1.1", "7"), new ChatEvent.ButtonPressed("x", null),
            new ChatEvent.OtherSent(), new ChatEvent.WroteTooFast(), new ChatEvent.ReminderDue(3, "CheckIn"), new ChatEvent.PersonLeft(), new ChatEvent.PersonCameBack(),
        ];
        await _inbox.StoreAsync([.. events.Select((happened, i) => new IncomingEvent($"{i}", new ChatId("test", $"{i}"), happened))]);

        Assert.Equal(events, (await _inbox.ClaimAsync(Me, 10)).Select(head => head.Event));
        Assert.Equal(typeof(ChatEvent).GetNestedTypes().Length, events.Select(happened => happened.GetType()).Distinct().Count());
    }

    [StoreFact]
    public async Task A_language_that_is_none_holds_up_nobody()
    {
        await _inbox.StoreAsync([Event("1", "ann", "first") with { LanguageTag = "e\0n" }, Event("2", "bob", "second") with { LanguageTag = "pt-BR" }]);

        Assert.Equal(["", "pt-BR"], (await _inbox.ClaimAsync(Me, 10)).Select(pending => pending.LanguageTag));
    }

    [StoreFact]
    public async Task Two_processes_that_claim_at_the_same_time_never_claim_the_same_event()
    {
        await using var second = _store.Open();
        var others = new Inbox(second, _time);
        await _inbox.StoreAsync([.. Enumerable.Range(0, 400).Select(i => Event($"{i}", $"person{i}", "hello"))]);

        var claimed = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => i % 2 is 0 ? _inbox.ClaimAsync(Me, 4) : others.ClaimAsync(Other, 4)));

        var ids = claimed.SelectMany(some => some).Select(pending => pending.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(claimed.SelectMany(some => some), pending => Assert.Contains(pending.ClaimedBy, new[] { Me, Other }));
    }

    [StoreFact]
    public async Task An_event_that_is_being_answered_keeps_those_behind_it_waiting()
    {
        await _inbox.StoreAsync([Event("1", "ann", "first"), Event("2", "ann", "second")]);
        var first = Assert.Single(await _inbox.ClaimAsync(Me, 10));

        Assert.Empty(await _inbox.ClaimAsync(Other, 10));
        await _database.WriteAsync(session => Inbox.MarkHandled(session, first));

        Assert.Equal(new ChatEvent.TextWritten("second"), Assert.Single(await _inbox.ClaimAsync(Other, 10)).Event);
    }

    [StoreFact]
    public async Task An_event_that_comes_late_with_an_earlier_number_is_not_answered_beside_the_one_under_way()
    {
        await _inbox.StoreAsync([Event("1", "ann", "first"), Event("2", "ann", "second")]);
        // Of two processes that store at once, the one with the lower number may commit last.
        await _database.WriteAsync(session => session.Execute("update inbox set claimed_by = 2 where event_key = '2'"));

        Assert.Empty(await _inbox.ClaimAsync(Me, 10));
        // Where both are claimed at the same moment, neither sees the other: the database refuses the second.
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
            _database.WriteAsync(session => session.Execute("update inbox set claimed_by = 1 where event_key = '1'")));
    }

    [StoreFact]
    public async Task Whoever_lost_a_claim_can_neither_answer_nor_put_off_nor_put_aside()
    {
        await _inbox.StoreAsync([Event("1", "ann", "first")]);
        var lost = Assert.Single(await _inbox.ClaimAsync(Me, 10));
        await _inbox.GiveBackAsync(lost);
        var taken = Assert.Single(await _inbox.ClaimAsync(Other, 10));

        await Assert.ThrowsAsync<ClaimLostException>(() => _database.WriteAsync(session => Inbox.MarkHandled(session, lost)));
        await Assert.ThrowsAsync<ClaimLostException>(() => _database.WriteAsync(session => Inbox.Park(session, lost)));
        await _inbox.PostponeAsync(lost, TimeSpan.FromHours(1));
        await _inbox.GiveBackAsync(lost);

        Assert.Empty(await _inbox.ClaimAsync(Me, 10));
        await _database.WriteAsync(session => Inbox.MarkHandled(session, taken));
    }

    [StoreFact]
    public async Task Claims_of_a_life_that_is_over_are_free_again_and_those_of_the_living_are_not()
    {
        using var living = _store.Dialect.Live(_time.GetUtcNow());
        await _inbox.StoreAsync([Event("1", "ann", "first"), Event("2", "bob", "second")]);
        var kept = Assert.Single(await _inbox.ClaimAsync(living.Number, 1));
        Assert.Single(await _inbox.ClaimAsync(living.Number + 1, 1));

        await _inbox.FreeDeadClaimsAsync(living.Number);

        Assert.NotEqual(kept.Id, Assert.Single(await _inbox.ClaimAsync(Other, 10)).Id);
    }

    [StoreFact]
    public async Task What_comes_in_is_claimed_with_it_and_still_one_event_of_a_chat_at_a_time()
    {
        var first = Assert.Single(await _inbox.StoreAsync([Event("1", "ann", "first"), Event("2", "ann", "second")], Me, most: 10));
        var next = await _inbox.StoreAsync([Event("3", "ann", "third"), Event("4", "bob", "his"), Event("5", "cy", "hers"), Event("1", "ann", "first")], Me, most: 1);
        await _database.WriteAsync(session => Inbox.MarkHandled(session, first));

        Assert.Equal("first", ((ChatEvent.TextWritten)first.Event).Text);
        Assert.Equal("test:bob", Assert.Single(next).Chat.ToString());
        Assert.Equal(["second", "hers"], (await _inbox.ClaimAsync(Other, 10)).Select(pending => ((ChatEvent.TextWritten)pending.Event).Text));
        Assert.Empty(await _inbox.StoreAsync([Event("6", "dan", "last")], Me, most: 0));
    }

    [StoreFact]
    public async Task A_claim_that_fails_stores_nothing()
    {
        await _database.WriteAsync(session => session.Execute("drop index inbox_claimed"));
        await _database.WriteAsync(session => session.Execute("create unique index inbox_claimed on inbox (status) where claimed_by is not null"));

        await Assert.ThrowsAnyAsync<Exception>(() => _inbox.StoreAsync([Event("1", "ann", "first"), Event("2", "bob", "second")], Me, most: 10));

        Assert.Equal(0, await _database.ReadAsync(session => session.One<int>("select count(*) from inbox")));
    }

    [StoreFact]
    public async Task A_channel_can_be_drained_by_itself_and_a_few_can_be_claimed_at_a_time_in_the_order_of_arrival()
    {
        await _inbox.StoreAsync(
        [
            Event("1", "ann", "first"), Event("2", "bob", "second"), Event("3", "cy", "third"),
            new IncomingEvent("4", new ChatId("terminal", "me"), new ChatEvent.TextWritten("mine")),
        ]);

        Assert.Equal("terminal:me", Assert.Single(await _inbox.ClaimAsync(Me, 10, "terminal")).Chat.ToString());
        Assert.Equal(["test:ann", "test:bob"], (await _inbox.ClaimAsync(Me, 2)).Select(pending => pending.Chat.ToString()));
        Assert.Equal(["test:cy"], (await _inbox.ClaimAsync(Me, 2)).Select(pending => pending.Chat.ToString()));
    }

    static IncomingEvent Event(string key, string person, string text) => new(key, new ChatId("test", person), new ChatEvent.TextWritten(text));
}
