using MicroWins.Messaging;
using MicroWins.Privacy;
using MicroWins.Storage;
using MicroWins.Tests.Support;

namespace MicroWins.Tests.Privacy;

/// <summary>Messages go after their days, and silent people after a warning that really came.</summary>
public sealed class RetentionTests
{
    [Fact]
    public async Task Messages_and_past_reminders_go_after_their_days_and_goals_and_wins_stay()
    {
        await using var bot = new TestBot();
        await bot.LivesFully();
        await bot.Passes(TimeSpan.FromDays(29));
        await bot.Retention.SweepAsync();
        Assert.NotEqual(0, await bot.Count("select count(*) from inbox where event_key like 'test:%'"));
        var (goals, wins) = (await bot.Count("select count(*) from goals"), await bot.Count("select count(*) from wins"));

        await bot.Passes(TimeSpan.FromDays(31));
        await bot.Passes(TimeSpan.FromDays(31));
        await bot.Retention.SweepAsync();

        Assert.Equal(0, await bot.Count("select count(*) from inbox where event_key like 'test:%'"));
        Assert.Equal(0, await bot.Count($"select count(*) from outbox where sent_at < {Ago(bot, 30)}"));
        Assert.Equal(0, await bot.Count($"select count(*) from reminders where status <> 'waiting' and due_at < {Ago(bot, 30)}"));
        Assert.Equal((goals, wins), (await bot.Count("select count(*) from goals"), await bot.Count("select count(*) from wins")));
        Assert.Equal(MessageKind.Celebration, (await bot.Says("/done"))[0].Kind);
    }

    [Fact]
    public async Task What_waits_is_never_forgotten_however_old()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Inbox.StoreAsync([new("test:waits", new ChatId("elsewhere", "eve"), new ChatEvent.TextWritten("hello"))]);
        await bot.Database.WriteAsync(session => Outbox.Add(session, new ChatId("elsewhere", "eve"), new OutgoingMessage(MessageKind.Reply, FormattedText.Plain("hi"), []), bot.Time.GetUtcNow()));
        bot.Time.Advance(TimeSpan.FromDays(90));

        await bot.Retention.SweepAsync();

        Assert.Equal(1, await bot.Count("select count(*) from inbox"));
        Assert.Equal(1, await bot.Count("select count(*) from outbox"));
    }

    [Fact]
    public async Task More_than_a_batch_is_forgotten_in_one_look()
    {
        await using var bot = new TestBot();
        for (var i = 0; i < 5; i++) await bot.Inbox.StoreAsync([.. Enumerable.Range(0, 100).Select(n => new IncomingEvent($"x:{i}:{n}", new ChatId("elsewhere", "eve"), new ChatEvent.OtherSent()))]);
        await bot.Database.WriteAsync(session => session.Execute("update inbox set status = 'handled'"));
        bot.Time.Advance(TimeSpan.FromDays(31));

        Assert.Equal(500, (await bot.Retention.SweepAsync()).Forgotten);
    }

    [Fact]
    public async Task A_key_outlives_the_day_for_which_telegram_delivers_again()
    {
        await using var bot = new TestBot(privacy: new PrivacyOptions { MessageDays = 2 });
        await bot.Inbox.StoreAsync([new("telegram:update:1", new ChatId(TestBot.Channel, "ann"), new ChatEvent.TextWritten("hello"))]);
        await bot.Settle();
        bot.Time.Advance(TimeSpan.FromHours(25));

        await bot.Retention.SweepAsync();
        await bot.Inbox.StoreAsync([new("telegram:update:1", new ChatId(TestBot.Channel, "ann"), new ChatEvent.TextWritten("hello"))]);

        Assert.Equal(0, await bot.Count("select count(*) from inbox where status = 'pending'"));
        Assert.NotEmpty(new PrivacyOptions { MessageDays = 1 }.Problems());
    }

    [Fact]
    public async Task With_zero_days_and_months_everything_is_kept_for_ever()
    {
        await using var bot = new TestBot(privacy: new PrivacyOptions { MessageDays = 0, InactiveMonths = 0 });
        await bot.LivesFully();
        var before = await bot.RowsOf("ann");
        bot.Time.Advance(TimeSpan.FromDays(4000));

        Assert.Equal(default, await bot.Retention.SweepAsync());
        Assert.Equal(before, await bot.RowsOf("ann"));
    }

    [Fact]
    public async Task Once_the_messages_are_forgotten_a_terminal_offers_no_old_button_and_the_chat_goes_on()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        ChatId ann = new(TestBot.Channel, "ann");
        Assert.NotNull(await bot.Outbox.LastWithButtonsAsync(ann));
        bot.Time.Advance(TimeSpan.FromDays(31));

        await bot.Retention.SweepAsync();

        Assert.Null(await bot.Outbox.LastWithButtonsAsync(ann));
        Assert.NotEmpty(await bot.Says("2"));
        Assert.Single((await bot.Chat()).Goals);
    }

    [Fact]
    public async Task After_eleven_months_nothing_is_said()
    {
        await using var bot = await Quiet(TimeSpan.FromDays(335));

        Assert.Empty(await Sweeps(bot));
        Assert.Null((await bot.Chat()).WarnedAt);
    }

    [Fact]
    public async Task After_twelve_months_and_a_day_one_warning_comes_and_thirty_days_later_nothing_is_left()
    {
        await using var bot = await Quiet(TimeSpan.FromDays(366));

        var warning = Assert.Single(await Sweeps(bot));
        Assert.Contains("in 30 days I'll delete everything", warning.Words(), StringComparison.Ordinal);
        bot.Time.Advance(TimeSpan.FromDays(29));
        Assert.Empty(await Sweeps(bot));
        Assert.Single((await bot.Chat()).Goals);
        bot.Time.Advance(TimeSpan.FromDays(2));
        Assert.Empty(await Sweeps(bot));

        Assert.Equal(0, await bot.Database.ReadAsync(session => session.Rows()));
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("Keep it all")]
    [InlineData("/export")]
    public async Task Any_word_or_tap_keeps_everything_for_as_long_again(string answer)
    {
        await using var bot = await Quiet(TimeSpan.FromDays(366));
        await Sweeps(bot);
        bot.Time.Advance(TimeSpan.FromDays(20));
        await (answer is "Keep it all" ? bot.Presses(answer) : bot.Says(answer));

        bot.Time.Advance(TimeSpan.FromDays(300));
        Assert.Empty(await Sweeps(bot));
        Assert.Single((await bot.Chat()).Goals);
        bot.Time.Advance(TimeSpan.FromDays(70));

        Assert.Single(await Sweeps(bot));
    }

    [Fact]
    public async Task After_a_downtime_of_two_months_people_are_still_warned_first()
    {
        await using var bot = await Quiet(TimeSpan.FromDays(366 + 61));

        Assert.Single(await Sweeps(bot));
        bot.Time.Advance(TimeSpan.FromDays(29));
        await Sweeps(bot);
        Assert.Single((await bot.Chat()).Goals);
        bot.Time.Advance(TimeSpan.FromDays(2));
        await Sweeps(bot);

        Assert.Equal(0, await bot.Database.ReadAsync(session => session.Rows()));
    }

    [Fact]
    public async Task A_warning_that_was_held_up_by_a_downtime_has_its_days_from_when_it_came()
    {
        await using var bot = await Quiet(TimeSpan.FromDays(366));
        await bot.Retention.SweepAsync();
        // Answered, and down for two months before it is sent.
        await bot.Conversations.DrainAsync(TestBot.Channel, CancellationToken.None);
        bot.Time.Advance(TimeSpan.FromDays(61));
        await bot.Retention.SweepAsync();
        Assert.Single((await bot.Chat()).Goals);

        await bot.Settle();
        bot.Time.Advance(TimeSpan.FromDays(29));
        await bot.Retention.SweepAsync();

        Assert.Single((await bot.Chat()).Goals);
        bot.Time.Advance(TimeSpan.FromDays(2));
        await bot.Retention.SweepAsync();
        Assert.Equal(0, await bot.Database.ReadAsync(session => session.Rows()));
    }

    [Fact]
    public async Task Whoever_blocked_the_bot_is_erased_after_the_same_time_without_a_word()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Happens(new ChatEvent.PersonLeft());
        bot.Time.Advance(TimeSpan.FromDays(366));
        Assert.Empty(await Sweeps(bot));
        bot.Time.Advance(TimeSpan.FromDays(28));
        Assert.Empty(await Sweeps(bot));
        Assert.Single((await bot.Chat()).Goals);
        bot.Time.Advance(TimeSpan.FromDays(3));

        Assert.Empty(await Sweeps(bot));
        Assert.Equal(0, await bot.Database.ReadAsync(session => session.Rows()));
    }

    [Fact]
    public async Task Looking_twice_warns_once_and_a_word_that_waits_counts()
    {
        await using var bot = await Quiet(TimeSpan.FromDays(366));
        await bot.Retention.SweepAsync();
        await bot.Retention.SweepAsync();
        await bot.Settle();
        Assert.Equal(1, bot.Sender.To("ann").Count(message => message.Words().Contains("quiet between us", StringComparison.Ordinal)));

        bot.Time.Advance(TimeSpan.FromDays(31));
        await bot.Inbox.StoreAsync([new("test:late", new ChatId(TestBot.Channel, "ann"), new ChatEvent.TextWritten("hello"))]);
        await Sweeps(bot);

        Assert.Single((await bot.Chat()).Goals);
    }

    static async Task<TestBot> Quiet(TimeSpan time)
    {
        var bot = new TestBot();
        await bot.Says(Some.Goal);
        // The bot's own turns are no sign of the person.
        for (var day = 0; day < 20; day++) await bot.Passes(TimeSpan.FromDays(1));
        bot.Time.Advance(time - TimeSpan.FromDays(20));
        return bot;
    }

    static async Task<IReadOnlyList<OutgoingMessage>> Sweeps(TestBot bot)
    {
        var before = bot.Sender.To("ann").Count;
        await bot.Retention.SweepAsync();
        await bot.Settle();
        return [.. bot.Sender.To("ann").Skip(before)];
    }

    static long Ago(TestBot bot, int days) => (bot.Time.GetUtcNow() - TimeSpan.FromDays(days)).ToUnixTimeMilliseconds();
}
