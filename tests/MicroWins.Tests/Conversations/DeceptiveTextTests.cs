using MicroWins.Coaching;
using MicroWins.Messaging;
using MicroWins.Tests.Support;

namespace MicroWins.Tests.Conversations;

/// <summary>Letters that are not what they look like: what is shown again is clean, and what is meant is still heard.</summary>
public sealed class DeceptiveTextTests
{
    [Theory]
    [InlineData("/plan write my \u202Eyasse\u202C essay on ti\u200Bdes", "write my yasse essay on tides")]
    [InlineData("/plan مقاله‌ام را تا پنجشنبه می‌نویسم", "مقاله‌ام را تا پنجشنبه می‌نویسم")]
    [InlineData("/plan निबंध क्‍ष लिखना", "निबंध क्‍ष लिखना")]
    [InlineData("/plan my 👨‍👩‍👧 scrapbook for 🏴󠁧󠁢󠁳󠁣󠁴󠁿", "my 👨‍👩‍👧 scrapbook for 🏴󠁧󠁢󠁳󠁣󠁴󠁿")]
    public async Task A_goal_is_kept_as_it_reads(string typed, string kept)
    {
        await using var bot = new TestBot();

        await bot.Says(typed);

        Assert.Equal(kept, Assert.IsType<CoachRequest.BreakDownGoal>(Assert.Single(bot.Coach.Asked)).Goal);
    }

    [Theory]
    [InlineData("/go\u200Bals")]
    [InlineData("\u2066/goals\u2069")]
    [InlineData("/\u00ADgoals\u200D")]
    public async Task A_command_is_one_with_invisible_characters_in_it(string typed)
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);

        Assert.Equal(Assert.Single(await bot.Says("/goals")).Words(), Assert.Single(await bot.Says(typed)).Words());
    }

    [Fact]
    public async Task A_plain_word_is_one_with_invisible_characters_in_it()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);

        Assert.Equal(MessageKind.Celebration, Assert.Single(await bot.Says("do\u200Bne\u2060")).Kind);
    }

    [Theory]
    [InlineData("I want to ki\u200Bll my\u2060self")]
    [InlineData("I w\u0336a\u0336n\u0336t\u0336 to k\u0301\u0302\u0303\u0304\u0305\u0306ill myself")]
    [InlineData("\u2067I want to kill myself\u2069")]
    [InlineData("Ｉ ｗａｎｔ ｔｏ ｋｉｌｌ ｍｙｓｅｌｆ")]
    public async Task The_safety_gate_sees_through_it(string text)
    {
        await using var bot = new TestBot();

        Assert.Contains("findahelpline", Assert.Single(await bot.Says(text)).Words(), StringComparison.Ordinal);
        Assert.Empty(bot.Coach.Asked);
    }

    [Fact]
    public async Task A_tower_of_accents_does_not_climb_out_of_its_line()
    {
        await using var bot = new TestBot();
        var tower = string.Concat("essay".Select(letter => letter + new string('\u0301', 50)));

        await bot.Says($"/plan my {tower} on the tides of the sea");

        Assert.DoesNotContain(new string('\u0301', 5), Assert.IsType<CoachRequest.BreakDownGoal>(Assert.Single(bot.Coach.Asked)).Goal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ask me at １９:３０")]
    [InlineData("remind me １２tomorrow evening")]
    [InlineData("remind me ١٢ tomorrow")]
    [InlineData("१२ बजे")]
    public async Task Digits_of_other_scripts_break_no_turn(string text)
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);

        Assert.NotEqual(MessageKind.Error, Assert.Single(await bot.Says(text)).Kind);
    }
}
