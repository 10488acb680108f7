using MicroWins.Messaging;
using MicroWins.Storage;
using MicroWins.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace MicroWins.Tests.Messaging;

public sealed class InboxTests : IAsyncLifetime
{
    readonly TemporaryStore _store = new();
    readonly FakeTimeProvider _time = new();
    readonly Database _database;
    readonly Inbox _inbox;

    public InboxTests()
    {
        _database = _store.Open();
        _inbox = new Inbox(_database, _time);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _database.DisposeAsync();
        _store.Dispose();
    }

    [Fact]
    public async Task A_repeated_delivery_is_one_event()
    {
        await _inbox.StoreAsync([Event("1", "ann", "hello"), Event("1", "ann", "hello")]);
        await _inbox.StoreAsync([Event("1", "ann", "hello")]);

        Assert.Equal(1, await _database.ReadAsync(session => session.One<int>("select count(*) from inbox")));
    }

    [Fact]
    public async Task Each_chat_shows_its_first_event_and_no_other()
    {
        await _inbox.StoreAsync([Event("1", "ann", "first"), Event("2", "ann", "second"), Event("3", "bob", "his")]);

        var heads = await _inbox.HeadsAsync();

        Assert.Equal([new ChatEvent.TextWritten("first"), new ChatEvent.TextWritten("his")], heads.Select(head => head.Event));
    }

    [Fact]
    public async Task An_event_that_is_to_be_tried_later_holds_back_those_behind_it()
    {
        await _inbox.StoreAsync([Event("1", "ann", "first"), Event("2", "ann", "second")]);
        await _inbox.PostponeAsync(Assert.Single(await _inbox.HeadsAsync()), TimeSpan.FromSeconds(5));

        Assert.Empty(await _inbox.HeadsAsync());
        _time.Advance(TimeSpan.FromSeconds(5));

        var head = Assert.Single(await _inbox.HeadsAsync());
        Assert.Equal(new ChatEvent.TextWritten("first"), head.Event);
        Assert.Equal(1, head.Attempts);
    }

    [Fact]
    public async Task A_parked_event_lets_those_behind_it_through()
    {
        await _inbox.StoreAsync([Event("1", "ann", "first"), Event("2", "ann", "second")]);
        var first = Assert.Single(await _inbox.HeadsAsync());
        await _database.WriteAsync(session => Inbox.Park(session, first));

        Assert.Equal(new ChatEvent.TextWritten("second"), Assert.Single(await _inbox.HeadsAsync()).Event);
    }

    [Fact]
    public async Task An_event_cannot_be_handled_twice()
    {
        await _inbox.StoreAsync([Event("1", "ann", "first")]);
        var first = Assert.Single(await _inbox.HeadsAsync());
        await _database.WriteAsync(session => Inbox.MarkHandled(session, first));

        await Assert.ThrowsAsync<InvalidOperationException>(() => _database.WriteAsync(session => Inbox.MarkHandled(session, first)));
    }

    [Fact]
    public async Task Every_kind_of_event_comes_back_as_it_went_in()
    {
        ChatEvent[] events =
        [
            new ChatEvent.TextWritten("ü\n\u0000 \"quoted\" 🙃"), new ChatEvent.ButtonPressed("Done.1.1.1", "7"), new ChatEvent.ButtonPressed("x", null),
            new ChatEvent.OtherSent(), new ChatEvent.ReminderDue(3, "CheckIn"), new ChatEvent.PersonLeft(), new ChatEvent.PersonCameBack(),
        ];
        await _inbox.StoreAsync([.. events.Select((happened, i) => new IncomingEvent($"{i}", new ChatId("test", $"{i}"), happened))]);

        Assert.Equal(events, (await _inbox.HeadsAsync()).Select(head => head.Event));
        Assert.Equal(typeof(ChatEvent).GetNestedTypes().Length, events.Select(happened => happened.GetType()).Distinct().Count());
    }

    static IncomingEvent Event(string key, string person, string text) => new(key, new ChatId("test", person), new ChatEvent.TextWritten(text));
}
