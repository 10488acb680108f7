using MicroWins.Coaching;
using MicroWins.Tests.Support;

namespace MicroWins.Tests.Coaching;

/// <summary>Tokens are counted per chat and day, and the planner answers when they are used up.</summary>
public class TokenBudgetTests
{
    static readonly DateOnly _today = new(2026, 3, 14);

    [Fact]
    public async Task Past_the_budget_the_planner_answers_until_the_next_day_and_other_chats_go_on()
    {
        await using var test = await CoachUnderTest.StartAsync(options => options with { DailyTokensPerUser = 1_000 });

        Assert.Equal(DraftedBy.Model, (await test.AskAsync()).By);
        Assert.Equal(DraftedBy.Model, (await test.AskAsync()).By);
        Assert.Equal(DraftedBy.PlannerForToday, (await test.AskAsync()).By);
        Assert.Equal(2, test.Server.Requests.Count);
        Assert.Equal(DraftedBy.Model, (await test.AskAsync(chat: "43")).By);

        test.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(DraftedBy.Model, (await test.AskAsync()).By);
    }

    [Fact]
    public async Task What_the_server_says_it_used_is_counted_repairs_included()
    {
        await using var test = await CoachUnderTest.StartAsync(OpenAiReply.Nonsense, OpenAiReply.Content(OpenAiReply.GoodJson, tokens: 900));

        await test.AskAsync();

        Assert.Equal(1_600, await test.Ledger.SpentAsync("42", _today, default));
    }

    [Fact]
    public async Task Answers_that_were_of_no_use_are_counted()
    {
        await using var test = await CoachUnderTest.StartAsync(OpenAiReply.Nonsense, OpenAiReply.Nonsense);

        await test.AskAsync();

        Assert.Equal(1_400, await test.Ledger.SpentAsync("42", _today, default));
    }

    [Fact]
    public async Task A_server_that_does_not_say_is_estimated()
    {
        await using var test = await CoachUnderTest.StartAsync(OpenAiReply.Content(OpenAiReply.GoodJson, tokens: null));

        await test.AskAsync();

        Assert.InRange(await test.Ledger.SpentAsync("42", _today, default), 700, 1_300);
    }

    [Fact]
    public async Task The_ledger_forgets_the_days_before()
    {
        var ledger = new TokensInMemory();
        await ledger.AddAsync("1", _today, 5, default);
        await ledger.AddAsync("1", _today, 5, default);
        Assert.Equal(10, await ledger.SpentAsync("1", _today, default));

        await ledger.AddAsync("2", _today.AddDays(1), 1, default);

        Assert.Equal(0, await ledger.SpentAsync("1", _today, default));
    }
}
