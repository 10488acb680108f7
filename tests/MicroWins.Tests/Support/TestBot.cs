using MicroWins.Conversations;
using MicroWins.Messaging;
using MicroWins.Privacy;
using MicroWins.Rules.Sizing;
using MicroWins.Storage;
using MicroWins.Workers;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using NodaTime.Text;

namespace MicroWins.Tests.Support;

/// <summary>The bot without a channel: a real store, real loops, a scripted coach, and a list in place of the way out.</summary>
public sealed class TestBot : IAsyncDisposable
{
    public const string Channel = "test";

    readonly ITemporaryStore? _ownStore;
    readonly ISqlDialect _dialect;
    static long _events;

    readonly DateTimeZone? _zone;

    /// <param name="store">A store that outlives this bot, for tests that start it again; null for one of its own.</param>
    /// <param name="zone">The zone of those who have not named theirs; null where none is known.</param>
    /// <param name="privacy">What is kept how long; null for the usual.</param>
    /// <param name="modelHost">The host of the model, as people are told; null without one.</param>
    public TestBot(ITemporaryStore? store = null, string? zone = "Europe/Berlin", PrivacyOptions? privacy = null, string? modelHost = null)
    {
        _zone = zone is null ? null : DateTimeZoneProviders.Tzdb[zone];
        _ownStore = store is null ? new TemporaryStore() : null;
        _dialect = (store ?? _ownStore!).Dialect;
        Database = new Database(_dialect, SomeKeys.Seal);
        Inbox = new Inbox(Database, Time);
        Outbox = new Outbox(Database, Time);
        Handler = new ConversationHandler(Database, Coach, new Rulebook(Sizer.Default, modelHost, _zone) { Privacy = privacy ?? new() }, Outbox, [], Time);
        Worker = new Worker(Database, Inbox, Time, NullLogger<Worker>.Instance);
        Conversations = new ConversationLoop(Database, Inbox, Handler, Worker, Time, NullLogger<ConversationLoop>.Instance);
        Deliveries = new DeliveryLoop(Outbox, [Sender], new Reachability(Database), Time, NullLogger<DeliveryLoop>.Instance);
        Retention = new Retention(Database, privacy ?? new(), Time);
        Reminders = new ReminderLoop(Database, Inbox, Time, NullLogger<ReminderLoop>.Instance);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    public ScriptedCoach Coach { get; } = new();
    public CollectingSender Sender { get; } = new();
    public Database Database { get; }
    public Inbox Inbox { get; }
    public Outbox Outbox { get; }
    public ConversationHandler Handler { get; }
    public Worker Worker { get; }
    public ConversationLoop Conversations { get; }
    public DeliveryLoop Deliveries { get; }
    public ReminderLoop Reminders { get; }
    public Retention Retention { get; }

    /// <summary>Writes a text and gives the replies to it.</summary>
    public Task<IReadOnlyList<OutgoingMessage>> Says(string text, string person = "ann", string? language = "en") =>
        Happens(new ChatEvent.TextWritten(text), person, language);

    /// <summary>Presses the newest button with a label and gives the replies.</summary>
    public Task<IReadOnlyList<OutgoingMessage>> Presses(string label, string person = "ann")
    {
        var data = Sender.To(person).Reverse().SelectMany(message => message.Buttons).SelectMany(row => row).First(button => button.Label == label).Data;
        return Happens(new ChatEvent.ButtonPressed(data, "card"), person);
    }

    public async Task<IReadOnlyList<OutgoingMessage>> Happens(ChatEvent happened, string person = "ann", string? language = "en")
    {
        var before = Sender.To(person).Count;
        await Inbox.StoreAsync([new($"test:{Interlocked.Increment(ref _events)}", new ChatId(Channel, person), happened, language)]);
        await Settle();
        return [.. Sender.To(person).Skip(before)];
    }

    public async Task Settle()
    {
        await Conversations.DrainAsync(Channel, CancellationToken.None);
        await Deliveries.DrainAsync(Channel, CancellationToken.None);
    }

    /// <summary>Lets time pass and gives what the bot says by itself meanwhile.</summary>
    public async Task<IReadOnlyList<OutgoingMessage>> Passes(TimeSpan time, string person = "ann")
    {
        var before = Sender.To(person).Count;
        Time.Advance(time);
        await Reminders.RingAsync();
        await Settle();
        return [.. Sender.To(person).Skip(before)];
    }

    /// <summary>Sets the clock to a moment on the wall of a zone; it never goes back.</summary>
    public void Stands(string local, string zone = "Europe/Berlin") => Time.SetUtcNow(Moment(local, zone).ToDateTimeOffset());

    /// <summary>Lets time pass from one thing that is due to the next, as it does when the bot is up, and gives what it says with the moment on the wall.</summary>
    public async Task<IReadOnlyList<(string At, OutgoingMessage Message)>> LivesUntil(string local, string zone = "Europe/Berlin", string person = "ann")
    {
        var (until, said) = (Moment(local, zone), new List<(string, OutgoingMessage)>());
        while (await Reminders.NextDueAsync() is { } due && due <= until)
        {
            var before = Sender.To(person).Count;
            if (due.ToDateTimeOffset() > Time.GetUtcNow()) Time.SetUtcNow(due.ToDateTimeOffset());
            await Reminders.RingAsync();
            await Settle();
            var at = Minutes.Format(Instant.FromDateTimeOffset(Time.GetUtcNow()).InZone(DateTimeZoneProviders.Tzdb[zone]).LocalDateTime);
            said.AddRange(Sender.To(person).Skip(before).Select(message => (at, message)));
        }
        if (until.ToDateTimeOffset() > Time.GetUtcNow()) Time.SetUtcNow(until.ToDateTimeOffset());
        return said;
    }

    static readonly LocalDateTimePattern Minutes = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    static Instant Moment(string local, string zone) => DateTimeZoneProviders.Tzdb[zone].AtLeniently(Minutes.Parse(local).Value).ToInstant();

    public Task<Chat> Chat(string person = "ann") =>
        Database.ReadAsync(session => ChatStore.Load(session, new ChatId(Channel, person), Instant.FromDateTimeOffset(Time.GetUtcNow()), _zone));

    public Task<long> Count(string sql) => Database.ReadAsync(session => session.One<long>(sql));

    public async ValueTask DisposeAsync()
    {
        await Worker.DisposeAsync();
        await Database.DisposeAsync();
        _ownStore?.Dispose();
    }
}

/// <summary>A way out that is a list. It can be told to answer otherwise.</summary>
public sealed class CollectingSender : IMessageSender
{
    readonly List<(string Person, OutgoingMessage Message)> _sent = [];

    public string Channel => TestBot.Channel;

    /// <summary>What the other side answers; a message counts as sent only where it answers so.</summary>
    public Func<ChatId, OutgoingMessage, Task<SendOutcome>> Answers { get; set; } = (_, _) => Task.FromResult<SendOutcome>(new SendOutcome.Sent());

    public IReadOnlyList<OutgoingMessage> To(string person)
    {
        lock (_sent) return [.. _sent.Where(sent => sent.Person == person).Select(sent => sent.Message)];
    }

    /// <summary>Begins a new list.</summary>
    public void Forget()
    {
        lock (_sent) _sent.Clear();
    }

    public async Task<SendOutcome> SendAsync(ChatId chat, OutgoingMessage message, CancellationToken cancel)
    {
        var outcome = await Answers(chat, message);
        if (outcome is SendOutcome.Sent)
            lock (_sent) _sent.Add((chat.Address, message));
        return outcome;
    }
}
