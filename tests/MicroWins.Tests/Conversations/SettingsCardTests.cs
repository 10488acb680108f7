using MicroWins.CheckIns;
using MicroWins.Tests.Support;
using NodaTime;

namespace MicroWins.Tests.Conversations;

/// <summary>/settings: what is agreed on, and a tap to change each.</summary>
public sealed class SettingsCardTests
{
    [Fact]
    public async Task The_card_shows_what_is_agreed_on()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Says("ask me at 18:30");

        var card = Assert.Single(await bot.Says("/settings"));

        Assert.Contains("Your time: Berlin, now 10:00", card.Words(), StringComparison.Ordinal);
        Assert.Contains("I ask at: 18:30", card.Words(), StringComparison.Ordinal);
        Assert.Contains("Looking back in the evening: off", card.Words(), StringComparison.Ordinal);
        Assert.Contains("Quiet: 22:00–7:00", card.Words(), StringComparison.Ordinal);
        Assert.Contains("Your day begins at 4:00", card.Words(), StringComparison.Ordinal);
        Assert.Contains("Celebrations: Normal", card.Words(), StringComparison.Ordinal);
        Assert.Equal(["Times", "Look back", "Where I am", "Quiet hours", "Start of day", "Celebrations"], card.Labels());
    }

    [Fact]
    public async Task Each_can_be_changed_with_a_tap_or_in_words()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        foreach (var (label, words) in new[] { ("Times", "9:00 and 13:00"), ("Quiet hours", "23:30 to 6"), ("Start of day", "5 am"), ("Where I am", "lisbon") })
        {
            await bot.Says("/settings");
            await bot.Presses(label);
            await bot.Says(words);
        }
        await bot.Says("/settings");
        await bot.Presses("Celebrations");
        await bot.Presses("Off");
        await bot.Presses("Look back");

        var agreement = (await bot.Chat()).Agreement;
        Assert.Equal([new LocalTime(9, 0), new LocalTime(13, 0), new LocalTime(20, 30)], agreement.Times.ToArray());
        Assert.Equal(2, agreement.LookBackSlot);
        Assert.Equal((new LocalTime(23, 30), new LocalTime(6, 0)), (agreement.QuietFrom, agreement.QuietTo));
        Assert.Equal(new LocalTime(5, 0), agreement.DayStart);
        Assert.Equal("Europe/Lisbon", agreement.Zone);
        Assert.Equal(Loudness.Off, agreement.Loudness);
        await bot.Presses("Look back");
        Assert.Null((await bot.Chat()).Agreement.LookBackSlot);
    }

    [Theory]
    [InlineData("Times", "whenever", "couldn't find a time")]
    [InlineData("Times", "25:99", "couldn't find a time")]
    [InlineData("Times", "1:00 2:00 3:00 4:00", "Three times a day")]
    [InlineData("Quiet hours", "at night", "two times")]
    [InlineData("Quiet hours", "22 to 22", "two times")]
    [InlineData("Start of day", "15:00", "noon at the latest")]
    [InlineData("Start of day", "early", "couldn't find a time")]
    [InlineData("Where I am", "somewhere over the rainbow", "don't know that place")]
    public async Task What_cannot_be_taken_is_answered_and_changes_nothing(string label, string words, string expected)
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Says("/settings");
        await bot.Presses(label);
        var before = (await bot.Chat()).Agreement;

        var reply = Assert.Single(await bot.Says(words));

        Assert.Contains(expected, reply.Words(), StringComparison.Ordinal);
        var after = (await bot.Chat()).Agreement;
        Assert.Equal((before.Zone, before.DayStart, before.QuietFrom, before.QuietTo), (after.Zone, after.DayStart, after.QuietFrom, after.QuietTo));
        Assert.Equal(before.Times.ToArray(), after.Times.ToArray());
        Assert.Equal(MicroWins.Messaging.MessageKind.Celebration, Assert.Single(await bot.Says("done")).Kind);
    }

    [Theory]
    [InlineData("SetDayStart.0.0.99")]
    [InlineData("SetLoudness.0.0.99")]
    [InlineData("ChooseZone.7.0.0")]
    [InlineData("ChooseZone.0.0.0")]
    [InlineData("DidIt.1.9.1")]
    [InlineData("DidABit.1.1.9")]
    public async Task A_forged_button_changes_nothing(string data)
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        var before = (await bot.Chat()).Agreement;

        await bot.Happens(new MicroWins.Messaging.ChatEvent.ButtonPressed(data, "card"));

        Assert.Equal((before.Zone, before.DayStart, before.Loudness), ((await bot.Chat()).Agreement.Zone, (await bot.Chat()).Agreement.DayStart, (await bot.Chat()).Agreement.Loudness));
        Assert.Equal(0, await bot.Count("select count(*) from wins"));
    }
}
