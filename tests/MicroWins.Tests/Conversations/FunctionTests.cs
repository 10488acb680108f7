using MicroWins.Coaching;
using MicroWins.Conversations;
using MicroWins.Goals;
using MicroWins.Messaging;
using MicroWins.Rules;
using MicroWins.Tests.Support;

namespace MicroWins.Tests.Conversations;

/// <summary>What holds for every function of the method, whatever it is asked and whatever the coach answers.</summary>
public sealed class FunctionTests
{
    /// <summary>What is written to each function, in order; a blank answer is a press of Skip.</summary>
    public static TheoryData<string, string[]> Functions => new()
    {
        { "system", ["/system", "thesis\npiano\nspanish", "work until five, then free"] },
        { "again", ["/again", "run a marathon\nread more", "too much at once"] },
        { "stack", ["/stack", "read more\nexercise", "coffee, bus, work"] },
        { "way out", ["/stuck my tax return is due on 2026-03-09"] },
        { "way out, asked", ["/stuck", "the tax return", ""] },
        { "celebrate", ["write my 15 page history paper by thursday", "/celebrate", ""] },
        { "exam", ["/exam biology on 2026-03-16", "cells, genetics", ""] },
        { "exam, asked", ["/exam", "biology", "2026-03-16"] },
        { "plan", ["write my 15 page history paper by thursday"] },
    };

    static async Task Play(TestBot bot, string[] lines, string language = "en")
    {
        foreach (var line in lines)
            if (line.Length > 0) await bot.Says(line, language: language);
            else await bot.Happens(new ChatEvent.ButtonPressed("SkipQuestion.0.0.0", "card"), language: language);
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task A_function_ends_in_one_card_with_one_step(string name, string[] lines)
    {
        await using var bot = new TestBot();

        await Play(bot, lines);

        var last = bot.Sender.To("ann")[^1];
        Assert.True(last.Words().Length < 700, name + last.Words());
        Assert.Contains("Done", last.Labels());
        Assert.IsType<ChatState.Idle>((await bot.Chat()).State);
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task No_lie_of_a_coach_brings_a_step_over_ten_minutes_into_the_store(string name, string[] lines)
    {
        await using var bot = new TestBot();
        bot.Coach.Drafts(SomeDrafts.Lying);

        await Play(bot, lines);
        for (var day = 0; day < 8; day++) await bot.Passes(TimeSpan.FromDays(1));
        await bot.Says("/exam");

        Assert.Equal(0, await bot.Count("select count(*) from steps where high_minutes > 10"));
        var chat = await bot.Chat();
        Assert.All(chat.Goals.Where(goal => goal.Steps.Length > 0), goal => Assert.True(goal.Steps[0].Goal.Effort.HighMinutes <= Limits.FirstStepMinutes || goal.Exam is not null, $"{name}: {goal.Steps[0].Goal.Text}"));
        Assert.All(chat.Goals.Select(goal => goal.LastResort).OfType<MicroGoal>(), least => Assert.True(least.Effort.HighMinutes <= Limits.StuckStepMinutes));
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task What_a_coach_leaves_out_or_wants_to_be_markup_does_no_harm(string name, string[] lines)
    {
        await using var bot = new TestBot();
        bot.Coach.Drafts(SomeDrafts.Broken);

        await Play(bot, lines);
        await bot.Says("done");
        await bot.Says("show all");

        Assert.DoesNotContain(bot.Sender.To("ann"), message => message.Kind is MessageKind.Error);
        Assert.NotEmpty((await bot.Chat()).Goals.SelectMany(goal => goal.Steps));
        Assert.True(bot.Sender.To("ann").Count >= lines.Length + 2, name);
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task A_function_speaks_the_persons_language(string name, string[] lines)
    {
        await using var english = new TestBot();
        await using var german = new TestBot();

        await Play(english, lines);
        await Play(german, lines, "de");

        Assert.NotEqual(english.Sender.To("ann")[^1].Labels(), german.Sender.To("ann")[^1].Labels());
        Assert.Contains("Erledigt", german.Sender.To("ann")[^1].Labels());
        Assert.True(name.Length > 0);
    }

    [Theory]
    [InlineData("/system")]
    [InlineData("/again")]
    [InlineData("/stack")]
    [InlineData("/exam")]
    [InlineData("/stuck")]
    public async Task Cancel_forgets_the_question_and_asks_nobody(string command)
    {
        await using var bot = new TestBot();
        await bot.Says(command);

        await bot.Says("/cancel");

        Assert.IsType<ChatState.Idle>((await bot.Chat()).State);
        Assert.Empty(bot.Coach.Asked);
        Assert.Empty((await bot.Chat()).Goals);
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task Two_questions_are_the_most_and_each_can_be_skipped(string name, string[] lines)
    {
        await using var bot = new TestBot();
        await bot.Says(lines[0]);

        for (var skip = 0; skip < 2 && (await bot.Chat()).State is ChatState.AskedForDetails; skip++) await bot.Presses("Skip");

        Assert.False((await bot.Chat()).State is ChatState.AskedForDetails, name);
    }

    [Fact]
    public async Task A_question_is_answered_days_later_and_after_a_restart()
    {
        using var store = new TemporaryStore();
        await using (var bot = new TestBot(store))
        {
            await bot.Says("/system");
            await bot.Says("thesis\npiano\nspanish");
        }

        await using var restarted = new TestBot(store);
        restarted.Time.Advance(TimeSpan.FromDays(5));
        var card = Assert.Single(await restarted.Says("work until five"));

        Assert.Contains("Write one sentence of the thesis", card.Words(), StringComparison.Ordinal);
        var asked = Assert.IsType<CoachRequest.DesignDailySystem>(Assert.Single(restarted.Coach.Asked));
        Assert.Equal(["thesis", "piano", "spanish"], asked.Goals);
        Assert.Equal("work until five", asked.Day);
    }

    [Theory]
    [InlineData("/system starve myself until friday")]
    [InlineData("/again starve myself until friday")]
    [InlineData("/stack starve myself until friday")]
    [InlineData("/exam starve myself until friday")]
    [InlineData("/stuck starve myself until friday")]
    [InlineData("/celebrate starve myself until friday")]
    public async Task What_harms_is_declined_in_every_function(string line)
    {
        await using var bot = new TestBot();

        await bot.Says(line);
        await bot.Says(line.Split(' ')[0]);
        await bot.Says("starve myself until friday");

        Assert.Empty(bot.Coach.Asked);
        Assert.Empty((await bot.Chat()).Goals);
    }

    [Theory]
    [InlineData("NextPart.1.0.0")]
    [InlineData("DoFirst.1.99.1")]
    [InlineData("AfterNext.1.1.7")]
    [InlineData("Rehearse.1.1.1")]
    [InlineData("Rehearsed.1.1.1")]
    [InlineData("RecallGood.1.1.1")]
    [InlineData("ExamMinutes.30.0.0")]
    public async Task A_button_of_a_function_that_means_nothing_here_changes_nothing(string data)
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);

        var reply = Assert.Single(await bot.Happens(new ChatEvent.ButtonPressed(data, "card")));

        Assert.Contains("belongs to an earlier step", reply.Words(), StringComparison.Ordinal);
        Assert.Equal(GoalStatus.Active, Assert.Single((await bot.Chat()).Goals).Status);
    }

    [Fact]
    public async Task Several_messages_at_once_are_each_answered()
    {
        await using var bot = new TestBot();

        string[] lines = ["/system", "thesis, piano, spanish", "free after five", "done"];
        await bot.Inbox.StoreAsync([.. lines.Select(line => new IncomingEvent(line, new ChatId(TestBot.Channel, "ann"), new ChatEvent.TextWritten(line), "en"))]);
        await bot.Settle();

        Assert.Equal([MessageKind.Reply, MessageKind.Reply, MessageKind.Card, MessageKind.Celebration], bot.Sender.To("ann").Select(message => message.Kind));
    }

    [Fact]
    public async Task A_word_that_gets_somebody_started_is_said_before_the_step_and_not_after_it()
    {
        await using var bot = new TestBot();

        Assert.Contains("Put on a song", Assert.Single(await bot.Says("/stuck my tax return is due on 2026-03-09")).Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Put on a song", Assert.Single(await bot.Says("done")).Words(), StringComparison.Ordinal);
    }
}
