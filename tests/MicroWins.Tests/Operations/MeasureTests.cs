using MicroWins.Coaching;
using MicroWins.Messaging;
using MicroWins.Operations;
using MicroWins.Storage;
using MicroWins.Tests.Coaching;
using MicroWins.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace MicroWins.Tests.Operations;

public sealed class MeasureTests
{
    [Fact]
    public async Task A_model_that_fails_is_a_fall_back_with_its_reason_and_one_that_answers_is_none()
    {
        using var measured = new Measured();
        await using var coach = await CoachUnderTest.StartAsync(OpenAiReply.Nonsense, OpenAiReply.Nonsense, OpenAiReply.GoodPlan);

        await coach.AskAsync("write a paper about zebras");
        await coach.AskAsync("write a paper about zebras");

        var fallback = Assert.Single(measured.Of("microwins.coach.fallbacks"));
        Assert.Equal(("BreakDownGoal", "Unreadable"), (fallback.Tags["microwins.coach.function"], fallback.Tags["microwins.reason"]));
        Assert.Equal(["PlannerInsteadOfModel", "Model"], measured.Of("microwins.coach.duration").Select(drafting => drafting.Tags["microwins.by"]));
        Assert.Equal([1400, 700], measured.Of("microwins.coach.tokens").Select(used => used.Value));
        Assert.DoesNotContain("zebra", measured.AllTags, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_step_that_the_rules_made_smaller_is_counted_and_a_turn_is_timed_by_its_kind()
    {
        using var measured = new Measured();
        await using var bot = new TestBot();
        bot.Coach.Drafts("Open a blank document", "Write the whole chapter", "Read one page");

        await bot.Says(Some.Goal);

        Assert.Equal(1, measured.Of("microwins.steps.shrunk").Sum(count => count.Value));
        var turn = Assert.Single(measured.Of("microwins.turn.duration"));
        Assert.Equal(("TextWritten", "Answered"), (turn.Tags["microwins.event"], turn.Tags["microwins.outcome"]));
    }

    [Fact]
    public async Task A_turn_that_fails_is_timed_as_failed()
    {
        using var measured = new Measured();
        await using var bot = new TestBot();
        bot.Coach.Answers = (_, _) => throw new InvalidOperationException();

        await bot.Says(Some.Goal);

        Assert.Contains(measured.Of("microwins.turn.duration"), turn => turn.Tags["microwins.outcome"] is "Failed");
    }

    [Fact]
    public async Task What_could_not_be_sent_is_counted_by_its_kind()
    {
        using var measured = new Measured();
        var inner = new CollectingSender();
        var sender = new MeasuredSender(inner);
        var message = new OutgoingMessage(MessageKind.Reply, FormattedText.Plain("zebra"), []);
        Task<SendOutcome> Send() => sender.SendAsync(new ChatId(TestBot.Channel, "ann"), message, CancellationToken.None);

        await Send();
        inner.Answers = (_, _) => Task.FromResult<SendOutcome>(new SendOutcome.AskedToWait(TimeSpan.FromSeconds(1), false));
        await Send();
        inner.Answers = (_, _) => throw new IOException("zebra");
        await Assert.ThrowsAsync<IOException>(Send);

        Assert.Equal(["AskedToWait", "IOException"], measured.Of("microwins.send.errors").Select(error => error.Tags["error.type"]));
        Assert.Equal(["Sent", "AskedToWait", "Failed"], measured.Of("microwins.send.duration").Select(sending => sending.Tags["microwins.outcome"]));
        Assert.DoesNotContain("zebra", measured.AllTags, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_queues_say_how_much_waits_and_for_how_long_and_look_every_few_seconds_at_the_most()
    {
        using var store = new TemporaryStore();
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await using var database = store.Open();
        var inbox = new Inbox(database, time);
        using var queues = new Queues(database, time);
        using var measured = new Measured();
        Task Arrives(int number) => inbox.StoreAsync([new IncomingEvent($"test:{number}", new ChatId("test", $"{number}"), new ChatEvent.TextWritten("hello"))]);

        await Arrives(1);
        time.Advance(TimeSpan.FromSeconds(30));
        measured.Collect();
        await Arrives(2);
        time.Advance(TimeSpan.FromSeconds(4));
        measured.Collect();
        time.Advance(TimeSpan.FromSeconds(1));
        measured.Collect();

        Assert.Equal([1, 1, 2], measured.Of("microwins.inbox.pending").Select(gauge => gauge.Value));
        Assert.Equal([30, 34, 35], measured.Of("microwins.inbox.oldest.age").Select(gauge => gauge.Value));
        Assert.Equal([0, 0, 0], measured.Of("microwins.outbox.pending").Select(gauge => gauge.Value));
    }

    [Fact]
    public async Task A_store_that_does_not_answer_gives_no_number_rather_than_a_zero()
    {
        await using var database = new Database(new SqliteDialect("Data Source=/no/such/folder/store.db;Pooling=False"), SomeKeys.Seal);
        using var queues = new Queues(database, new FakeTimeProvider());
        using var measured = new Measured();

        measured.Collect();

        Assert.Empty(measured.Of("microwins.inbox.pending"));
    }

    [Theory]
    [InlineData("", null, null)]
    [InlineData("http://a:4318", null, "http://a:4318")]
    [InlineData("", "http://b:4318", "http://b:4318")]
    [InlineData("http://a:4318", "http://b:4318", "http://a:4318")]
    public void The_setting_wins_over_the_standard_variable_and_without_both_nothing_is_sent(string setting, string? variable, string? endpoint)
    {
        var environment = new Dictionary<string, string?> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = variable, ["PATH"] = "/bin" };

        var settings = new TelemetryOptions { OtlpEndpoint = setting }.ForExporter(environment);

        Assert.Equal(endpoint, settings.GetValueOrDefault("OTEL_EXPORTER_OTLP_ENDPOINT"));
        Assert.Equal(endpoint is null, settings.Count is 0);
        Assert.False(settings.ContainsKey("PATH"));
    }
}
