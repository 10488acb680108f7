using MicroWins.Channels.Telegram;

namespace MicroWins.Tests.Channels.Telegram;

public sealed class PollBackoffTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(5, 16)]
    [InlineData(6, 30)]
    [InlineData(7, 30)]
    [InlineData(int.MaxValue, 30)]
    public void An_outage_is_waited_out_twice_as_long_each_time_up_to_half_a_minute(int inARow, int seconds)
    {
        Assert.Equal(TimeSpan.FromSeconds(seconds), PollBackoff.Wait(new PollTrouble.NoAnswer(), inARow));
        Assert.Equal(TimeSpan.FromSeconds(seconds), PollBackoff.Wait(new PollTrouble.NotStored(), inARow));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    public void What_Telegram_asks_for_is_waited_exactly(int inARow) =>
        Assert.Equal(TimeSpan.FromSeconds(209), PollBackoff.Wait(new PollTrouble.AskedToWait(TimeSpan.FromSeconds(209)), inARow));

    [Fact]
    public void Beside_another_poller_it_goes_slowly_from_the_first_time() =>
        Assert.Equal(TimeSpan.FromSeconds(30), PollBackoff.Wait(new PollTrouble.AnotherPoller(), 1));

    [Fact]
    public void A_refused_token_is_not_waited_out() =>
        Assert.Throws<InvalidOperationException>(() => PollBackoff.Wait(new PollTrouble.TokenRefused(), 1));

    [Fact]
    public void Every_trouble_but_a_refused_token_has_a_wait()
    {
        var troubles = typeof(PollTrouble).GetNestedTypes().Where(type => type != typeof(PollTrouble.TokenRefused) && type.IsSubclassOf(typeof(PollTrouble)));

        foreach (var type in troubles)
        {
            var trouble = type == typeof(PollTrouble.AskedToWait) ? new PollTrouble.AskedToWait(TimeSpan.FromSeconds(1)) : (PollTrouble)Activator.CreateInstance(type)!;
            Assert.True(PollBackoff.Wait(trouble, 1) > TimeSpan.Zero);
        }
    }
}
