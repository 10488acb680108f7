using MicroWins.Conversations;
using MicroWins.Messaging;
using MicroWins.Storage;
using MicroWins.Tests.Support;

namespace MicroWins.Tests.Privacy;

/// <summary>Nobody reads or changes another person's data, whatever they forge.</summary>
public sealed class OtherPeopleTests
{
    /// <summary>Every verb, with numbers that are Ann's and not Bob's, and data that names her chat.</summary>
    public static TheoryData<string> Forged =>
    [
        .. Enum.GetNames<ButtonVerb>().Where(verb => verb is not nameof(ButtonVerb.MeanLife)).Select(verb => $"{verb}.3.1.1"),
        "test:ann", "Done.test:ann.1.1", "telegram:42", "DeleteAll.0.0.0", "KeepAll.0.0.0", "OpenGoal.2.0.0", "ShowAll.1.0.0", "Done.1.1.1@ann", "../ann", "{\"chat\":\"test:ann\"}",
    ];

    [Theory]
    [MemberData(nameof(Forged))]
    public async Task A_forged_button_shows_and_changes_nothing_of_somebody_else(string data)
    {
        await using var bot = new TestBot();
        await bot.LivesFully("ann");
        await bot.Says("/plan learn the xylophone", "bob");
        var before = await Snapshot(bot, "ann");

        var said = await bot.Happens(new ChatEvent.ButtonPressed(data, "1"), "bob");

        Assert.Equal(before, await Snapshot(bot, "ann"));
        Assert.DoesNotContain(said, message => message.Words().Contains(FullLife.Word, StringComparison.Ordinal) || message.Words().Contains("biology", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/goals")]
    [InlineData("/today")]
    [InlineData("/stats")]
    [InlineData("/week")]
    [InlineData("/first 3")]
    [InlineData("/edit 2")]
    [InlineData("/done 3")]
    [InlineData("/scaleup 2")]
    [InlineData("/export test:ann")]
    [InlineData("/delete test:ann")]
    [InlineData("/export")]
    public async Task A_command_with_numbers_or_ids_of_somebody_else_shows_and_changes_nothing_of_theirs(string command)
    {
        await using var bot = new TestBot();
        await bot.LivesFully("ann");
        await bot.Says("/plan learn the xylophone", "bob");
        var before = await Snapshot(bot, "ann");

        var said = await bot.Says(command, "bob");

        Assert.Equal(before, await Snapshot(bot, "ann"));
        Assert.DoesNotContain(said, message => message.Words().Contains(FullLife.Word, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_people_with_the_same_goal_have_one_each()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal, "ann");
        await bot.Says(Some.Goal, "bob");

        await bot.Says("/done", "ann");
        await bot.Says("/delete", "ann");
        await bot.Presses("Delete all", "ann");

        var bobs = Assert.Single((await bot.Chat("bob")).Goals);
        Assert.Equal(1, bobs.Number);
        Assert.Equal(0, (await bot.Chat("bob")).Kept);
        Assert.NotNull(bobs.Next);
    }

    [Fact]
    public async Task One_person_may_not_confirm_what_another_was_asked()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal, "ann");
        await bot.Says(Some.Goal, "bob");
        await bot.Says("/delete", "ann");

        await bot.Happens(new ChatEvent.ButtonPressed("DeleteAll.0.0.0", "1"), "bob");

        Assert.Single((await bot.Chat("ann")).Goals);
        Assert.Single((await bot.Chat("bob")).Goals);
    }

    // Ids that begin alike are other people; a wildcard in one is a letter.
    [Theory]
    [InlineData("1", "11")]
    [InlineData("a_c", "abc")]
    [InlineData("%", "abc")]
    public async Task Deleting_one_person_leaves_another_with_a_similar_id(string gone, string stays)
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal, stays);
        await bot.Says(Some.Goal, gone);
        var before = await Snapshot(bot, stays);
        await bot.Says("/delete", gone);

        await bot.Presses("Delete all", gone);

        Assert.Equal(before, await Snapshot(bot, stays));
        Assert.All(await bot.RowsOf(gone), table => Assert.Equal(0, table.Value));
    }

    /// <summary>Every value of every row of a person.</summary>
    static Task<string> Snapshot(TestBot bot, string person) => bot.Database.ReadAsync(session => string.Join('\n', session.Schema()
        .Where(table => table.Value.Contains("chat_id"))
        .SelectMany(table => session.Query<string>(
            $"select {string.Join(" || '|' || ", table.Value.Select(column => $"coalesce(cast({column} as text), '')"))} from {table.Key} where chat_id = @chat",
            new { chat = $"{TestBot.Channel}:{person}" }).Order(StringComparer.Ordinal))));
}
