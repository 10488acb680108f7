using CsCheck;
using MicroWins.Messaging;

namespace MicroWins.Tests.Messaging;

public sealed class PaceTests
{
    static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void A_burst_goes_at_once_and_then_one_in_each_interval()
    {
        var pace = Pace.PerSecond(1, burst: 3);

        var sent = Send(pace, TimeSpan.FromMinutes(1), messages: 6);

        Assert.Equal([0, 0, 0, 1, 2, 3], sent.Select(moment => (int)(moment - TimeSpan.FromMinutes(1)).TotalSeconds));
    }

    [Fact]
    public void A_message_that_counts_for_several_holds_the_next_back_for_as_long()
    {
        var pace = Pace.PerSecond(1, burst: 1);

        Assert.Equal(4 * Second, pace.ReadyAt(pace.Pay(TimeSpan.Zero, TimeSpan.Zero, messages: 4)));
    }

    [Fact]
    public void No_pace_waits_for_nothing() =>
        Assert.All(Send(Pace.PerSecond(0, burst: 1), Second, messages: 1000), moment => Assert.Equal(Second, moment));

    [Fact]
    public void No_stretch_of_time_has_more_messages_than_its_share_and_one_burst() =>
        Gen.Select(Gen.Double[0.1, 100], Gen.Int[1, 20], Gen.Int[0, 5000].Array[1, 60]).Sample((rate, burst, gaps) =>
        {
            var (pace, now, paid) = (Pace.PerSecond(rate, burst), TimeSpan.Zero, TimeSpan.Zero);
            var sent = new List<TimeSpan>();
            foreach (var gap in gaps)
            {
                now += TimeSpan.FromMilliseconds(gap);
                if (pace.ReadyAt(paid) > now) continue;
                paid = pace.Pay(paid, now);
                sent.Add(now);
            }
            return sent.SelectMany((_, from) => sent.Skip(from).Select((_, count) => (Span: sent[from + count] - sent[from], Count: count + 1)))
                .All(stretch => stretch.Count <= burst + stretch.Span.TotalSeconds * rate + 1e-3);
        });

    /// <summary>The moments at which so many messages go that all wait from the beginning.</summary>
    static List<TimeSpan> Send(Pace pace, TimeSpan now, int messages)
    {
        var (paid, sent) = (TimeSpan.Zero, new List<TimeSpan>());
        for (var i = 0; i < messages; i++)
        {
            if (pace.ReadyAt(paid) > now) now = pace.ReadyAt(paid);
            paid = pace.Pay(paid, now);
            sent.Add(now);
        }
        return sent;
    }
}
