using MicroWins.Messaging;
using MicroWins.Rules.Safety;
using MicroWins.Tests.Support;

namespace MicroWins.Tests.Messaging;

public sealed class LongTextTests
{
    const string Crisis = " I want to kill myself. ";

    [Fact]
    public async Task A_message_of_megabytes_is_answered_kindly_and_not_kept()
    {
        await using var bot = new TestBot();

        var reply = Assert.Single(await bot.Says(new string('x', 3_000_000)));

        Assert.Contains("more than I can read", reply.Words(), StringComparison.Ordinal);
        Assert.InRange(await bot.Count("select max(length(event)) from inbox"), 1, 2 * LongText.Most);
    }

    [Fact]
    public void A_text_up_to_the_bound_stays_as_it_is() => Assert.Equal(new string('x', LongText.Most), LongText.Cut(new string('x', LongText.Most)));

    [Theory]
    [InlineData(0)]
    [InlineData(19_990)]
    [InlineData(123_456)]
    [InlineData(900_000)]
    public void Wherever_a_long_text_speaks_of_danger_that_is_what_is_kept(int at)
    {
        var text = string.Concat(Enumerable.Repeat("my desk is full. ", 60_000)).Insert(at, Crisis);

        var cut = LongText.Cut(text);

        Assert.InRange(cut.Length, 1, LongText.Most);
        Assert.Equal(SafetyTier.Explicit, SafetyGate.Default.Screen(cut).Tier);
    }

    [Fact]
    public void A_cut_leaves_characters_whole()
    {
        var cut = LongText.Cut("x" + string.Concat(Enumerable.Repeat("🙂", 30_000)));

        Assert.True(cut.Length is LongText.Most or LongText.Most - 1);
        Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(cut)));
    }
}
