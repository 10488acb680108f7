using MicroWins.Coaching;
using MicroWins.Conversations;
using MicroWins.Messaging;
using MicroWins.Rules;
using MicroWins.Tests.Support;

namespace MicroWins.Tests.Conversations;

/// <summary>What was agreed on with /celebrate is really done later; and /help keeps its word about what there is.</summary>
public sealed class RitualTests
{
    const string OfTheDay = "Put on your favourite song.", OfTheWeek = "Tell one friend about it.";

    [Fact]
    public async Task The_ritual_of_the_day_comes_when_the_last_habit_of_the_day_is_done()
    {
        await using var bot = await Agreed();
        await bot.Says("/daily stretch for 1 minute");

        Assert.DoesNotContain(OfTheDay, Words(await bot.Says("done")), StringComparison.Ordinal);
        await bot.Presses("Keep going");
        Assert.Contains(OfTheDay, Words(await bot.Says("done")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_habits_the_ritual_of_the_day_comes_with_the_end_of_the_day()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await Celebrate(bot);

        await bot.Says("/done");

        Assert.Contains(OfTheDay, Words(await bot.Presses("Stop here")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ritual_of_the_week_stands_in_the_review()
    {
        await using var bot = await Agreed();
        await bot.Says("done");

        Assert.Contains(OfTheWeek, Words(await bot.Says("/week")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_wants_it_quiet_hears_of_no_ritual()
    {
        await using var bot = await Agreed();
        await bot.Says("/settings");
        await bot.Presses("Celebrations");
        await bot.Presses("Off");

        Assert.DoesNotContain(OfTheDay, Words(await bot.Says("/done")), StringComparison.Ordinal);
        Assert.DoesNotContain(OfTheWeek, Words(await bot.Says("/week")), StringComparison.Ordinal);
    }

    public static TheoryData<Language> Spoken => new(Languages.All);

    [Theory]
    [MemberData(nameof(Spoken))]
    public async Task Help_names_every_command_in_every_language(Language language)
    {
        await using var bot = new TestBot();
        await bot.Says($"/language {language.Code()}");

        var help = Words(await bot.Says("/help")).Split(' ', '\n', '、');

        Assert.All(ConversationFlow.Commands.Except(["start"]), command => Assert.Contains($"/{command}", help));
    }

    static async Task<TestBot> Agreed()
    {
        var bot = new TestBot();
        await bot.Says("/daily read one page");
        await Celebrate(bot);
        return bot;
    }

    static async Task Celebrate(TestBot bot)
    {
        var plans = bot.Coach.Answers;
        bot.Coach.Answers = (_, _) => Task.FromResult(new CoachAnswer(
            new CoachDraft.Celebration("A tick a day.", "A row of ticks.", ["Smile."], [OfTheDay], [OfTheWeek], ["What went well?"], "Look at the row."), DraftedBy.Model));
        await bot.Says("/celebrate");
        await bot.Says("skip");
        bot.Coach.Answers = plans;
    }

    static string Words(IReadOnlyList<OutgoingMessage> messages) => string.Join('\n', messages.Select(message => message.Text.ToPlainText()));
}
