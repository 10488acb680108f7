using MicroWins.Rules.Calendar;
using NodaTime;
using static MicroWins.Rules.Tests.Calendar.Clocks;

namespace MicroWins.Rules.Tests.Calendar;

public class TaperTests
{
    [Fact]
    public void The_bot_asks_less_and_less_then_stops_and_says_so()
    {
        // silent days  0 1 2 3 4 5 6 7 8 ... 13 14 15
        //              a a a a - a - a - ... -  stop, then nothing
        var answers = Enumerable.Range(0, 16).Select(silent => Taper.Judge(silent, saidStopping: silent > 14));

        Assert.Equal("aaaa-a-a------s.", string.Concat(answers.Select(answer => answer switch
        {
            TaperAnswer.Ask => 'a',
            TaperAnswer.Rest => '-',
            TaperAnswer.SayStopping => 's',
            TaperAnswer.Silent => '.',
        })));
    }

    [Theory]
    // last sign 1 June | 2 3 4 silent | 5 June today
    [InlineData("2026-06-01", "2026-06-01", 0)]
    [InlineData("2026-06-01", "2026-06-02", 0)]
    [InlineData("2026-06-01", "2026-06-05", 3)]
    [InlineData("2026-06-01", "2026-06-08", 6)]
    [InlineData("2026-06-01", "2027-06-01", 14)]
    [InlineData("2028-02-27", "2028-03-02", 3)] // 28, 29 February, 1 March
    public void Whole_days_without_a_sign_are_silent(string lastSign, string today, int silent) =>
        Assert.Equal(silent, Taper.SilentDays(Date(lastSign), Date(today), []));

    [Fact]
    public void Days_of_a_pause_are_not_silent()
    {
        // 1 June | 2 3 silent | 4-10 pause | 11 silent | 12 June today
        Pause[] pauses = [Pause.Stored(Date("2026-06-04"), Date("2026-06-10"))];

        Assert.Equal(3, Taper.SilentDays(Date("2026-06-01"), Date("2026-06-12"), pauses));
        Assert.Equal(2, Taper.SilentDays(Date("2026-06-01"), Date("2028-06-12"), [Pause.Stored(Date("2026-06-04"), null)]));
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(2, 10)]
    [InlineData(3, 2)]
    [InlineData(14, 2)]
    public void Who_comes_back_begins_with_a_smaller_step(int silent, double minutes) => Assert.Equal(minutes, Taper.FirstStepMinutes(silent));

    [Theory]
    [InlineData(2, Rhythm.Daily)]
    [InlineData(3, Rhythm.EveryOtherDay)]
    [InlineData(6, Rhythm.EveryOtherDay)]
    [InlineData(7, Rhythm.Weekly)]
    [InlineData(13, Rhythm.Weekly)]
    [InlineData(14, Rhythm.Stopped)]
    public void The_rhythm_follows_the_silence(int silent, Rhythm rhythm) => Assert.Equal(rhythm, Taper.RhythmAfter(silent));
}
