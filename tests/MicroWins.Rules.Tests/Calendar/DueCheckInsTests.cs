using MicroWins.Rules.Calendar;
using NodaTime;
using static MicroWins.Rules.Tests.Calendar.Clocks;

namespace MicroWins.Rules.Tests.Calendar;

public class DueCheckInsTests
{
    static readonly PersonalClock Clock = Of("UTC");
    static readonly CheckInSchedule Schedule = Clocks.Schedule(Clock, "08:00", "13:00", "18:30");
    static readonly Askable Present = new(Clock, null, [], Date("2026-06-09"), false);

    /// <summary>Decides at a moment of 9 June 2026 about everything due since 04:00 on that day.</summary>
    static DueAnswer At(string time, Askable person, IReadOnlySet<CheckInKey>? asked = null, bool isOpen = true)
    {
        var now = Utc("2026-06-09 " + time);
        asked ??= Nothing;
        return DueCheckIns.Decide(Schedule.Due(Utc("2026-06-09 04:00"), now, asked), now, person, asked, _ => isOpen);
    }

    static CheckIn Slot(int slot) => Schedule.Of(Key("2026-06-09", slot));

    [Fact]
    public void One_message_is_sent_for_all_that_is_due()
    {
        Assert.Equal(new DueAnswer.Ask(Slot(0)), At("08:00", Present));
        Assert.Equal(new DueAnswer.Ask(Slot(1)), At("14:00", Present)); // 08:00 and 13:00 are due
        Assert.Equal(new DueAnswer.Nothing(), At("07:59", Present));
    }

    [Fact]
    public void Nothing_is_asked_in_a_pause_or_about_what_is_done_or_was_asked()
    {
        Assert.Equal(new DueAnswer.Nothing(), At("08:00", Present with { Pauses = [Pause.Stored(Date("2026-06-09"), null)] }));
        Assert.Equal(new DueAnswer.Nothing(), At("08:00", Present, isOpen: false));
        Assert.Equal(new DueAnswer.Nothing(), DueCheckIns.Decide([Slot(0)], Utc("2026-06-09 08:00"), Present, new HashSet<CheckInKey> { Key("2026-06-09") }, _ => true));
    }

    [Fact]
    public void Quiet_hours_make_it_wait_or_drop_it()
    {
        // quiet 07:00-09:00: 08:00 waits until 09:00 | quiet 17:00-06:00: 18:30 would wait into the next day
        Assert.Equal(new DueAnswer.Wait(Slot(0), Utc("2026-06-09 09:00")), At("08:00", Present with { Quiet = QuietHours.Between(Time("07:00"), Time("09:00")) }));
        Assert.Equal(new DueAnswer.Nothing(), At("18:30", Present with { Quiet = QuietHours.Between(Time("17:00"), Time("06:00")) }));
    }

    [Theory]
    [InlineData("2026-06-08", "ask")]     // 0 silent days
    [InlineData("2026-06-05", "ask")]     // 3
    [InlineData("2026-06-04", "nothing")] // 4
    [InlineData("2026-05-25", "say")]     // 14
    [InlineData("2026-01-01", "say")]
    public void The_taper_decides_for_who_does_not_answer(string lastSign, string expected)
    {
        var answer = At("08:00", Present with { LastSign = Date(lastSign) });

        Assert.Equal(expected, answer switch { DueAnswer.Ask => "ask", DueAnswer.SayStopping => "say", _ => "nothing" });
    }

    [Fact]
    public void That_it_stops_is_said_once() =>
        Assert.Equal(new DueAnswer.Nothing(), At("08:00", Present with { LastSign = Date("2026-05-01"), SaidStopping = true }));

    [Fact]
    public void Who_is_silent_is_asked_once_on_a_day_with_three_slots()
    {
        var asked = new HashSet<CheckInKey> { Key("2026-06-09") };

        Assert.Equal(new DueAnswer.Ask(Slot(1)), At("13:00", Present, asked));
        Assert.Equal(new DueAnswer.Nothing(), At("13:00", Present with { LastSign = Date("2026-06-05") }, asked));
    }
}
