using MicroWins.Channels.Telegram;
using MicroWins.Messaging;
using MicroWins.Storage;
using MicroWins.Tests.Support;
using MicroWins.Tests.Support.BotApi;
using MicroWins.Workers;

namespace MicroWins.Tests.Channels.Telegram;

/// <summary>The outbox, the loop and the sender against a Bot API server that breaks in every way: nothing is lost, and order is kept.</summary>
public sealed class DeliveryFaultsTests : TelegramBed
{
    static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public static TheoryData<Fault, int> Breakages => new()
    {
        { new Fault.GatewayError(), 1 },
        { new Fault.GatewayError(500), 1 },
        { new Fault.Refusal(500, "Internal Server Error"), 1 },
        { new Fault.TooManyRequests(3), 1 },
        { new Fault.ProxyPage(), 1 },
        { new Fault.DropBefore(), 1 },
        // The server took it, and nobody can know: these come twice.
        { new Fault.DropAfter(), 2 },
        { new Fault.HalfAnswer(), 2 },
        { new Fault.TornJson(), 2 },
    };

    [Theory]
    [MemberData(nameof(Breakages), DisableDiscoveryEnumeration = true)]
    public async Task Whatever_breaks_on_the_way_everything_arrives_in_order_and_double_only_where_the_answer_was_lost(Fault fault, int copies)
    {
        await using var bed = new OutboxBed(this);
        var (ana, bob) = (Server.User(42), Server.User(43));
        Server.Faults.Add(fault, "sendMessage", chat: 42);

        await bed.Send((42, "one"), (42, "two"), (43, "three"));

        Assert.Equal([.. Enumerable.Repeat("one", copies), "two"], ana.Messages.Select(message => message.Text));
        Assert.Equal(["three"], bob.Messages.Select(message => message.Text));
        Assert.Equal(3, await bed.Count("select count(*) from outbox where status = 'sent'"));
    }

    [Fact]
    public async Task A_request_that_hangs_is_broken_off_and_made_again()
    {
        using var impatient = new TelegramClients(Options(), Second);
        await using var bed = new OutboxBed(this, new TelegramSender(impatient.Sending, Clock, Log.For<TelegramSender>()));
        var ana = Server.User(42);
        Server.Faults.Add(new Fault.HoldUntil(new TaskCompletionSource().Task), "sendMessage");

        await bed.Send((42, "one"), (42, "two"));

        Assert.Equal(["one", "two"], ana.Messages.Select(message => message.Text).Distinct());
    }

    [Fact]
    public async Task A_wait_for_one_chat_holds_up_no_other()
    {
        await using var bed = new OutboxBed(this);
        Server.User(42);
        var bob = Server.User(43);
        Server.Faults.Add(new Fault.TooManyRequests(3600), "sendMessage", chat: 42);

        await bed.Add((42, "one"), (43, "two"));
        await bob.WaitForDeliveries(1);

        Assert.Equal(1, await bed.Count("select count(*) from outbox where status = 'pending' and chat_id = 'telegram:42'"));
    }

    [Fact]
    public async Task A_corrupt_row_is_told_of_by_its_number_and_the_rest_of_the_chat_goes_on()
    {
        await using var bed = new OutboxBed(this, isRunning: false);
        var ana = Server.User(42);
        await bed.Add((42, "one"), (42, "two"), (42, "three"));
        await bed.Database.WriteAsync(session =>
        {
            session.Execute("update outbox set message = @torn where id = 1", new { torn = session.Seal("{\"kind\":\"reply\",\"text\":{\"secret") });
            session.Execute("update outbox set message = 'nothing that was ever sealed' where id = 2");
        });

        bed.Start();
        await ana.WaitForDeliveries(1);
        await bed.UntilNonePending();

        Assert.Equal("three", Assert.Single(ana.Messages).Text);
        Assert.Equal(2, await bed.Count("select count(*) from outbox where status = 'refused'"));
        Assert.Equal(2, Log.Lines.Count(line => line.Contains("cannot be read", StringComparison.Ordinal)));
        Assert.Contains("Message 1 ", Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_telegram_refuses_for_good_is_left_out_and_the_next_arrives()
    {
        await using var bed = new OutboxBed(this);
        var ana = Server.User(42);
        Server.Faults.Add(new Fault.Refusal(400, "Bad Request: BUTTON_TYPE_INVALID"), "sendMessage");

        await bed.Send((42, "one"), (42, "two"));

        Assert.Equal("two", Assert.Single(ana.Messages).Text);
        Assert.Equal(1, await bed.Count("select count(*) from outbox where status = 'refused'"));
    }

    [Fact]
    public async Task With_telegrams_own_limits_a_flood_is_sent_without_a_single_refusal()
    {
        // Four times what the sender keeps to: what a busy machine bunches together is not the sender's doing, and without a pace this is passed at once.
        Server.Limits = new(new(Second / 4, 3), new(Second / 100, 30));
        var sender = new TelegramSender(Clients.Sending, Clock, Log.For<TelegramSender>(), Options().Limits);
        await using var bed = new OutboxBed(this, sender, isRunning: false);
        for (var person = 100; person < 130; person++) Server.User(person);
        await bed.Add([.. Enumerable.Range(0, 120).Select(i => (100L + i % 30, $"message {i}"))]);

        // The server reckons by the real clock, the loop by that of the test, which is moved no faster than the real one.
        bed.Start();
        var start = Environment.TickCount64;
        await Eventually.IsTrue(async () =>
        {
            var behind = Environment.TickCount64 - start - (long)bed.Moved.TotalMilliseconds;
            if (behind > 0) bed.Move(TimeSpan.FromMilliseconds(behind));
            return await bed.Count("select count(*) from outbox where status = 'pending'") is 0;
        });

        Assert.DoesNotContain("asks to wait", Log.Text, StringComparison.Ordinal);
        Assert.Equal(120, Server.World.Count("sendMessage"));
    }

    [Fact]
    public async Task On_a_full_disk_no_update_is_confirmed_and_when_there_is_room_all_come_in()
    {
        using var store = new TemporaryStore();
        var disk = new FullDisk(store.Dialect);
        await using var database = new Database(disk, SomeKeys.Seal);
        var inbox = new Inbox(database, Clock);
        await disk.SetAsync(database, isFull: true);
        for (var i = 0; i < 20; i++) Server.User(42).Says(new string('x', 3000));
        _ = Poller().RunAsync((events, _) => inbox.StoreAsync(events), Stopping);

        await AdvanceUntil(Server.WaitForCalls("getUpdates", 3), Second);
        Assert.Equal(20, Server.Updates.Waiting);
        Assert.Contains("could not be stored", Log.Text, StringComparison.Ordinal);

        await disk.SetAsync(database, isFull: false);
        await AdvanceUntil(Server.Updates.UntilAllConfirmed(), Second);
        Assert.Equal(20, await database.ReadAsync(session => session.One<long>("select count(*) from inbox")));
    }

    /// <summary>SQLite on a disk that is full while it is told so.</summary>
    sealed class FullDisk(ISqlDialect disk) : ISqlDialect
    {
        const string Full = "pragma max_page_count = 1", Roomy = "pragma max_page_count = 1073741823";

        volatile bool _isFull;

        public string Name => disk.Name;
        public string SkipLocked => disk.SkipLocked;
        public string Numbers => disk.Numbers;
        public bool IsShared => disk.IsShared;
        public string LivingWorkers => disk.LivingWorkers;
        public int MostReaders => disk.MostReaders;
        public bool KeepsReaders => disk.KeepsReaders;
        public bool ReadsOneMoment => disk.ReadsOneMoment;
        public ILifeline Live(DateTimeOffset now) => disk.Live(now);
        public void Announce(Session session, IReadOnlyCollection<string> news) => disk.Announce(session, news);
        public IAsyncEnumerable<string> ListenAsync(CancellationToken cancel) => disk.ListenAsync(cancel);
        public void WipeFreed() => disk.WipeFreed();
        public IDisposable? MigrateAlone() => disk.MigrateAlone();
        public IReadOnlyDictionary<string, string> MigrationWords => disk.MigrationWords;
        public IReadOnlyList<string> Ran() => disk.Ran();

        public DbUp.Builder.UpgradeEngineBuilder DeployTo(DbUp.Builder.SupportedDatabases databases) => disk.DeployTo(databases);

        public bool IsTrouble(System.Data.Common.DbException failure) => disk.IsTrouble(failure);

        public System.Data.Common.DbConnection Open()
        {
            var connection = disk.Open();
            using var pragma = connection.CreateCommand();
            pragma.CommandText = _isFull ? Full : Roomy;
            pragma.ExecuteScalar();
            return connection;
        }

        // The writer's connection may be open already.
        public Task SetAsync(Database database, bool isFull)
        {
            _isFull = isFull;
            return database.WriteAsync(session => session.Query<long>(isFull ? Full : Roomy));
        }
    }

    /// <summary>An outbox with its loop.</summary>
    sealed class OutboxBed : IAsyncDisposable
    {
        readonly TemporaryStore _store = new();
        readonly CancellationTokenSource _stop = new();
        readonly DeliveryFaultsTests _test;
        readonly Outbox _outbox;
        readonly DeliveryLoop _loop;
        Task _running = Task.CompletedTask;

        public OutboxBed(DeliveryFaultsTests test, TelegramSender? sender = null, bool isRunning = true)
        {
            _test = test;
            Database = _store.Open();
            _outbox = new(Database, test.Clock);
            _loop = new(_outbox, [sender ?? test.Sender], new Reachability(Database), test.Clock, test.Log.For<DeliveryLoop>());
            if (isRunning) Start();
        }

        public Database Database { get; }

        public TimeSpan Moved { get; private set; }

        public void Start() => _running = _loop.RunAsync(_stop.Token);

        public void Move(TimeSpan time)
        {
            Moved += time;
            _test.Clock.Advance(time);
        }

        public async Task Add(params (long Person, string Text)[] messages)
        {
            await Database.WriteAsync(session =>
            {
                foreach (var (person, text) in messages)
                {
                    // Of somebody without a chat no row would stay.
                    session.Execute("insert into chats (chat_id, state, created_at, seen_at) values (@chat, '', 0, 0) on conflict (chat_id) do nothing", new { chat = Chat(person).ToString() });
                    Outbox.Add(session, Chat(person), Message(text), _test.Clock.GetUtcNow());
                }
            });
            _outbox.Filled.Knock();
        }

        public async Task Send(params (long Person, string Text)[] messages)
        {
            await Add(messages);
            await UntilNonePending();
        }

        public Task UntilNonePending() => _test.AdvanceUntil(
            Eventually.IsTrue(async () => await Count("select count(*) from outbox where status = 'pending'") is 0), TimeSpan.FromMilliseconds(500));

        public Task<long> Count(string sql) => Database.ReadAsync(session => session.One<long>(sql));

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _running.ContinueWith(_ => { }, TaskScheduler.Default);
            await Database.DisposeAsync();
            _stop.Dispose();
            _store.Dispose();
        }
    }
}
