using MicroWins.Coaching;
using MicroWins.Tests.Support;

namespace MicroWins.Tests.Coaching;

/// <summary>Waiting, trying again and giving up, on a clock that stands still.</summary>
public class ResilienceTests
{
    [Theory, InlineData(500), InlineData(503), InlineData(429), InlineData(408)]
    public async Task A_passing_failure_is_tried_again(int status)
    {
        await using var test = await CoachUnderTest.StartAsync(OpenAiReply.Status(status));

        Assert.Equal(DraftedBy.Model, (await test.AskAsync()).By);
        Assert.Equal(2, test.Server.Requests.Count);
    }

    [Fact]
    public async Task A_connection_that_breaks_off_is_tried_again()
    {
        await using var test = await CoachUnderTest.StartAsync(OpenAiReply.Drop, OpenAiReply.HalfBody);

        Assert.Equal(DraftedBy.Model, (await test.AskAsync()).By);
        Assert.Equal(3, test.Server.Requests.Count);
    }

    [Fact]
    public async Task Three_tries_are_enough()
    {
        await using var test = await CoachUnderTest.StartAsync();
        test.Server.Otherwise = OpenAiReply.Status(500);

        Assert.Equal(DraftedBy.PlannerInsteadOfModel, (await test.AskAsync()).By);
        Assert.Equal(3, test.Server.Requests.Count);
    }

    [Fact]
    public async Task Retry_After_is_waited_for()
    {
        await using var test = await CoachUnderTest.StartAsync(OpenAiReply.Status(429, retryAfter: "3"));

        Assert.Equal(DraftedBy.Model, (await test.AskAsync()).By);
        Assert.Equal([TimeSpan.FromSeconds(3)], test.Clock.Waits);
    }

    [Theory, InlineData("60"), InlineData("Sat, 14 Mar 2026 12:01:00 GMT")]
    public async Task A_server_that_asks_for_a_long_wait_is_not_waited_for(string retryAfter)
    {
        await using var test = await CoachUnderTest.StartAsync(OpenAiReply.Status(429, retryAfter));

        Assert.Equal(DraftedBy.PlannerInsteadOfModel, (await test.AskAsync()).By);
        Assert.Single(test.Server.Requests);
        Assert.Empty(test.Clock.Waits);
    }

    [Theory, InlineData("Huge"), InlineData("401")]
    public async Task What_would_fail_again_is_not_tried_again(string reply)
    {
        await using var test = await CoachUnderTest.StartAsync(reply == "Huge" ? OpenAiReply.Huge : OpenAiReply.Status(401));

        await test.AskAsync();

        Assert.Single(test.Server.Requests);
    }

    [Fact]
    public async Task A_silent_server_is_left_to_the_planner_within_the_timeout()
    {
        await using var test = await CoachUnderTest.StartAsync(OpenAiReply.Silence);
        var start = test.Clock.GetUtcNow();

        var asking = test.AskAsync();
        await test.Server.ArrivedAsync(1);
        test.Clock.Advance(TimeSpan.FromSeconds(18));

        Assert.Equal(DraftedBy.PlannerInsteadOfModel, (await asking).By);
        Assert.True(test.Clock.GetUtcNow() - start <= TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task The_timeout_holds_for_all_tries_and_the_repair_together()
    {
        var tenSecondsLater = new TaskCompletionSource();
        await using var test = await CoachUnderTest.StartAsync(OpenAiReply.After(tenSecondsLater.Task, OpenAiReply.Nonsense), OpenAiReply.Silence);

        var asking = test.AskAsync();
        await test.Server.ArrivedAsync(1);
        test.Clock.Advance(TimeSpan.FromSeconds(10));
        tenSecondsLater.SetResult();
        await test.Server.ArrivedAsync(2);
        // The repair finds 10 seconds left, though a try of its own might take 18.
        test.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(DraftedBy.PlannerInsteadOfModel, (await asking).By);
    }

    [Fact]
    public async Task A_caller_that_gives_up_gets_its_cancellation_and_no_plan()
    {
        await using var test = await CoachUnderTest.StartAsync(OpenAiReply.Silence);
        using var givesUp = new CancellationTokenSource();

        var asking = test.AskAsync(cancel: givesUp.Token);
        await test.Server.ArrivedAsync(1);
        await givesUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        Assert.Empty(test.Planner.Asked);
    }

    [Fact]
    public async Task The_circuit_opens_after_four_failures_and_the_model_is_left_alone_for_half_a_minute()
    {
        await using var test = await CoachUnderTest.StartAsync();
        test.Server.Otherwise = OpenAiReply.Status(500);
        while (test.Server.Requests.Count < LlmHttp.FailuresToOpen) await test.AskAsync();
        var failures = test.Server.Requests.Count;

        Assert.Equal(DraftedBy.PlannerInsteadOfModel, (await test.AskAsync()).By);
        Assert.Equal(failures, test.Server.Requests.Count);

        test.Server.Otherwise = OpenAiReply.GoodPlan;
        test.Clock.Advance(LlmHttp.Pause);
        Assert.Equal(DraftedBy.Model, (await test.AskAsync()).By);
    }

    [Fact]
    public async Task Silence_opens_the_circuit_as_well_so_that_only_the_first_few_people_wait()
    {
        await using var test = await CoachUnderTest.StartAsync();
        test.Server.Otherwise = OpenAiReply.Silence;
        var asking = Enumerable.Range(0, LlmHttp.FailuresToOpen).Select(i => test.AskAsync(chat: $"{i}")).ToArray();
        await test.Server.ArrivedAsync(LlmHttp.FailuresToOpen);
        test.Clock.Advance(TimeSpan.FromSeconds(18));
        await Task.WhenAll(asking);

        // Nobody moves the clock any more: this one would hang if it had to wait.
        Assert.Equal(DraftedBy.PlannerInsteadOfModel, (await test.AskAsync()).By);
        Assert.Equal(LlmHttp.FailuresToOpen, test.Server.Requests.Count);
    }
}
