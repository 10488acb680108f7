using System.Data.Common;
using MicroWins.CheckIns;
using MicroWins.Coaching;
using MicroWins.Conversations;
using MicroWins.Goals;
using MicroWins.Messaging;
using MicroWins.Rules;
using MicroWins.Storage;
using MicroWins.Tests.Support;
using NodaTime;

namespace MicroWins.Tests.Storage;

/// <summary>What every store must do. A subclass names the database.</summary>
public abstract class StoreTests(ITemporaryStore store) : IAsyncLifetime
{
    static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    protected ITemporaryStore Store => store;

    protected Database Database { get; } = store.Open();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await Database.DisposeAsync();
        store.Dispose();
    }

    [StoreFact]
    public async Task The_database_refuses_a_step_over_ten_minutes()
    {
        await Database.WriteAsync(AddGoal);

        var refusal = await Assert.ThrowsAnyAsync<DbException>(() => Database.WriteAsync(session => AddStep(session, 1, 10.01)));
        await Database.WriteAsync(session => AddStep(session, 2, 10));

        Assert.Contains("CHECK", refusal.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal([2L], await Database.ReadAsync(session => session.Query<long>("select step_no from steps")));
    }

    [StoreFact]
    public async Task A_failed_write_is_undone_whole_and_those_beside_it_are_kept()
    {
        var writes = Enumerable.Range(0, 50).Select(i => Database.WriteAsync(session =>
        {
            AddChat(session, $"test:{i}");
            if (i % 5 is 0) throw new InvalidOperationException("as planned");
        })).ToList();
        await Assert.ThrowsAsync<InvalidOperationException>(() => Task.WhenAll(writes));

        Assert.Equal(10, writes.Count(write => write.IsFaulted));
        Assert.Equal(40, await Database.ReadAsync(session => session.One<int>("select count(*) from chats")));
    }

    [StoreFact]
    public async Task A_write_that_the_database_refuses_leaves_those_beside_it_alone()
    {
        var writes = Enumerable.Range(0, 20).Select(i => Database.WriteAsync(session => AddChat(session, $"test:{i % 15}"))).ToList();
        await Assert.ThrowsAnyAsync<DbException>(() => Task.WhenAll(writes));

        Assert.Equal(5, writes.Count(write => write.IsFaulted));
        Assert.Equal(15, await Database.ReadAsync(session => session.One<int>("select count(*) from chats")));
    }

    [StoreFact]
    public async Task What_was_written_is_there_for_a_second_connection_at_once()
    {
        await using var other = store.Open();

        await Database.WriteAsync(session => AddChat(session, "test:1"));

        Assert.Equal(1, await other.ReadAsync(session => session.One<int>("select count(*) from chats")));
    }

    [StoreFact]
    public void Migrating_again_changes_nothing()
    {
        Migrator.Migrate(store.Dialect);

        using var connection = store.Dialect.Open();
        var scripts = new Session(connection, null, SomeKeys.Seal).Query<string>("select ScriptName from SchemaVersions");
        Assert.Equal(scripts.Distinct(), scripts);
        Assert.NotEmpty(scripts);
    }

    /// <summary>PostgreSQL refuses U+0000, and half of a surrogate pair has no bytes: a person's text is sealed before it gets there.</summary>
    [StoreFact]
    public async Task Characters_that_no_database_keeps_hold_up_nobody()
    {
        var inbox = new Inbox(Database, new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Noon));
        string[] texts = ["nul\0", "half\uD83D", "whole\uD83D\uDE43"];

        await inbox.StoreAsync([.. texts.Select((text, i) => new IncomingEvent($"test:{i}", new ChatId("test", $"{i}"), new ChatEvent.TextWritten(text), "en"))]);

        Assert.Equal(
            ["nul\0", "half\uFFFD", "whole\uD83D\uDE43"],
            (await inbox.ClaimAsync(1, 10)).Select(pending => Assert.IsType<ChatEvent.TextWritten>(pending.Event).Text));
    }

    [StoreFact]
    public async Task A_turn_seals_anew_only_what_it_changed_and_all_of_it_comes_back()
    {
        await using var bot = new TestBot(store);
        await bot.Says(Some.Goal);
        var before = await bot.Chat();
        var goal = Assert.Single(before.Goals);
        // Put first, and done once: its words are the same.
        var moved = goal.First(goal.Steps[2]);
        var after = before with { Goals = [moved.With(moved.Steps[0].DoneOnce())] };
        var sealedBefore = await Sealed();

        await Database.WriteAsync(session => ChatStore.Save(session, before, after, Instant.FromDateTimeOffset(bot.Time.GetUtcNow())));

        Assert.Equal(after.Goals.SelectMany(goal => goal.Steps), (await bot.Chat()).Goals.SelectMany(goal => goal.Steps));
        Assert.Equal(sealedBefore, await Sealed());

        Task<IReadOnlyList<string>> Sealed() => Database.ReadAsync(session => session.Query<string>(
            "select text from steps union all select title from goals union all select agreement from chats union all select state from chats order by 1"));
    }

    [StoreFact]
    public async Task Words_that_are_changed_are_stored_changed()
    {
        await using var bot = new TestBot(store);
        await bot.Says(Some.Goal);
        var before = await bot.Chat();
        var goal = Assert.Single(before.Goals);
        var other = goal.Steps[1] with { Goal = MicroGoal.Create("Other words", Effort.FromMinutes(1, 3)) };

        await Database.WriteAsync(session => ChatStore.Save(
            session, before, before with { Goals = [goal.With(other) with { Title = "Another" }] }, Instant.FromDateTimeOffset(bot.Time.GetUtcNow())));

        var back = Assert.Single((await bot.Chat()).Goals);
        Assert.Equal(("Another", other), (back.Title, back.Steps[1]));
    }

    [StoreFact]
    public async Task A_statement_that_failed_can_be_said_again_with_other_values()
    {
        await Database.WriteAsync(session => AddChat(session, "test:1"));

        await Assert.ThrowsAnyAsync<DbException>(() => Database.WriteAsync(session => AddChat(session, "test:1")));
        await Database.WriteAsync(session => AddChat(session, "test:2"));

        Assert.Equal(2, await Database.ReadAsync(session => session.One<int>("select count(*) from chats")));
    }

    [StoreFact]
    public async Task A_whole_chat_comes_back_as_it_went_in()
    {
        await using var bot = new TestBot(store);
        await bot.Says(Some.Goal);
        await bot.Presses("Start now");
        await bot.Presses("Done");
        await bot.Says("/settings");
        var chat = await bot.Chat();
        var win = Assert.Single(chat.Record.Wins);
        var odd = chat with
        {
            Goals = [.. chat.Goals.Select(goal => goal with { Title = "Ünïcode 🙃 'quoted'", Why = "a\nb", MilestoneAt = 2 })],
            Reminders = [.. chat.Reminders, new Reminder(chat.NextReminder, 0, Instant.FromUnixTimeMilliseconds(4_102_444_800_123), ReminderPurpose.Week)],
            Record = chat.Record with
            {
                Wins = [win, win with { Bonus = 1, Unit = "pages", Amount = 1.5m, Extra = 0.25m, Minutes = 2.75 }],
                Asked = [.. chat.Record.Asked, new AskedRow(new LocalDate(2026, 3, 1), 1, 1)],
                Skips = [new SkippedDay(1, new LocalDate(2026, 2, 28))],
            },
        };

        var now = Instant.FromDateTimeOffset(bot.Time.GetUtcNow());
        await Database.WriteAsync(session => ChatStore.Save(session, chat, odd, now));
        var back = await bot.Chat();

        Assert.Equal(odd.Goals.Select(goal => (goal.Title, goal.Why, goal.MilestoneAt, goal.Words, goal.CreatedAt)), back.Goals.Select(goal => (goal.Title, goal.Why, goal.MilestoneAt, goal.Words, goal.CreatedAt)));
        Assert.Equal(odd.Goals.SelectMany(goal => goal.Steps), back.Goals.SelectMany(goal => goal.Steps));
        Assert.Equal(odd.Record.Wins.ToList(), back.Record.Wins.ToList());
        Assert.Equal(odd.Record.Asked.OrderBy(asked => asked.Day), back.Record.Asked);
        Assert.Equal(odd.Record.Skips.ToList(), back.Record.Skips.ToList());
        Assert.Equal(odd.Reminders.OrderBy(reminder => reminder.Due), back.Reminders);
        Assert.Equal(odd.State, back.State);
    }

    [StoreFact]
    public async Task A_reminder_is_taken_once_and_only_when_it_is_due()
    {
        await Database.WriteAsync(session =>
        {
            AddChat(session, "test:1");
            foreach (var (number, due) in new[] { (1, 2_000L), (2, 1_000L), (3, 2_001L) })
                session.Execute(
                    "insert into reminders (chat_id, reminder_no, goal_no, due_at, purpose) values ('test:1', @number, 0, @due, 'Daily')", new { number, due });
        });

        var taken = await Database.WriteAsync(session => ReminderStore.TakeDue(session, Instant.FromUnixTimeMilliseconds(2_000)));
        var again = await Database.WriteAsync(session => ReminderStore.TakeDue(session, Instant.FromUnixTimeMilliseconds(2_000)));

        Assert.Equal([2, 1], taken.Select(due => due.Reminder.Number));
        Assert.Empty(again);
        Assert.Equal(Instant.FromUnixTimeMilliseconds(2_001), await Database.ReadAsync(ReminderStore.NextDue));
    }

    [StoreFact]
    public async Task Messages_wait_in_the_order_in_which_they_were_said()
    {
        var outbox = new Outbox(Database, new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Noon));
        await Database.WriteAsync(session =>
        {
            foreach (var (person, text) in new[] { ("ann", "1"), ("bob", "2"), ("ann", "3") })
                Outbox.Add(session, new ChatId("test", person), Cards.Say(FormattedText.Plain(text)), Noon);
        });

        await Database.WriteAsync(session => Outbox.Add(session, new ChatId("test", "ann"), Cards.Say(FormattedText.Plain("4")) with { IsUnasked = true }, Noon));
        var all = await outbox.NextAsync("test", new(After: 0, Most: 10), new(After: 0, Most: 10));
        var whole = await outbox.OfIdsAsync("test", all.Select(message => message.Id).Reverse());
        await outbox.CloseAsync(new Receipt(whole[0], IsSent: true));

        Assert.Equal(["1", "2", "3", "4"], whole.Select(message => message.Message.Text.ToPlainText()));
        Assert.Equal([false, false, false, true], all.Select(message => message.IsUnasked));
        Assert.Equal([all[2].Id, all[3].Id], (await outbox.NextAsync("test", new(all[1].Id, 1), new(0, 1))).Select(message => message.Id));
        Assert.Equal([all[1].Id, all[2].Id], await outbox.IdsAsync("test", unasked: false, upTo: long.MaxValue));
        Assert.Equal([false, false, true, true], all.Select(message => message.IsBehind));
        Assert.Equal([false, true], (await outbox.NextAsync("test", new(all[1].Id, 10), new(0, 10))).Select(message => message.IsBehind));
        Assert.Equal([all[2].Id, all[3].Id], (await outbox.OfChatAsync(all[0].Chat, new(After: 0, Most: 10))).Select(message => message.Id));
        Assert.Equal([all[1].Id, all[2].Id], (await outbox.OfIdsAsync("test", all.Take(3).Select(message => message.Id))).Select(message => message.Id));
        Assert.Equal(all[1].Chat, Assert.Single(await outbox.ChatsOfAsync([all[1].Id])));
        Assert.Equal(all[1].Id, (await outbox.FirstAsync("test"))?.Id);
    }

    [StoreFact]
    public async Task Tokens_of_a_day_add_up_and_those_of_the_day_before_are_dropped()
    {
        var (ledger, day) = (new StoredTokenLedger(Database), new DateOnly(2026, 3, 2));
        await ledger.AddAsync("test:1", day.AddDays(-1), 5, CancellationToken.None);
        await ledger.AddAsync("test:1", day, 700, CancellationToken.None);
        await ledger.AddAsync("test:1", day, 70, CancellationToken.None);

        Assert.Equal(770, await ledger.SpentAsync("test:1", day, CancellationToken.None));
        Assert.Equal(0, await ledger.SpentAsync("test:1", day.AddDays(-1), CancellationToken.None));
    }

    protected static void AddChat(Session session, string chat) => session.Execute(
        "insert into chats (chat_id, state, created_at, seen_at) values (@chat, '{}', 0, 0)", new { chat });

    static void AddGoal(Session session)
    {
        AddChat(session, "test:1");
        session.Execute(
            """
            insert into goals (chat_id, goal_no, title, words, why, kind, language, status, drafted_by, milestones, celebrations, created_at)
            values ('test:1', 1, 't', 'w', '', 'Task', 'en', 'active', 'Model', '[]', '[]', 0)
            """);
    }

    static void AddStep(Session session, int number, double minutes) => session.Execute(
        """
        insert into steps (chat_id, goal_no, step_no, position, text, low_minutes, high_minutes, kind, difficulty, times, times_done, status)
        values ('test:1', 1, @number, 0, 'Write', 1, @minutes, 'Other', 'Easy', 1, 0, 'open')
        """,
        new { number, minutes });
}
