using CsCheck;
using MicroWins.Rules.Calendar;
using MicroWins.Rules.Safety;
using MicroWins.Rules.Sizing;
using MicroWins.Tests.Fuzz;
using NodaTime;

namespace MicroWins.Rules.Tests.Fuzz;

/// <summary>Times, days, places, and texts of any kind, close to what people say and far from it.</summary>
public sealed class SpokenTests
{
    static readonly string[] Said =
    [
        "at 7 pm", "half past seven", "um halb acht", "19:30", "7.30h", "7h30", "tomorrow", "übermorgen", "next friday", "31/12/2026", "29.2.2027", "3 de marzo", "in 2 weeks", "dans 3 jours", "через 20 минут",
        "下午三点半", "三月十五号", "半小时", "an hour a day", "2x15 min", "Europe/Berlin", "UTC+5:30", "GMT-12", "Tokyo", "São Paulo", "нью-йорк", "Portland", "read 50 pages", "work on the thesis for 90 minutes", "I want to kill myself",
    ];

    static readonly LocalDate Today = new(2026, 3, 2);

    [Fact]
    public void Whatever_is_said_a_time_a_day_and_a_place_are_read_or_not_and_nothing_breaks() =>
        Gen.Select(Spoiled.Of(Said), Gen.Int[0, Languages.All.Count - 1]).Sample((text, which) =>
        {
            var language = Languages.All[which];
            _ = TimeWords.ReadTime(text, language);
            _ = TimeWords.ReadDay(text, Today, language);
            var minutes = TimeWords.ReadMinutesADay(text, language);
            Assert.True(minutes is null or > 0 and <= TimeWords.MostMinutesADay);
            _ = Places.ReadZone(text);
        }, iter: 5_000);

    [Fact]
    public void Whatever_is_said_the_gate_answers_and_a_step_is_small() => Spoiled.Of(Said, 8).Sample(text =>
    {
        _ = SafetyGate.Default.Screen(text);
        var shrunk = Sizer.Default.Shrink(new SizingQuestion(text), 10);
        Assert.InRange(shrunk.First.Effort.HighMinutes, 0, 10);
        Assert.InRange(shrunk.First.Text.Length, 1, Limits.StepTextLength);
        Assert.Equal(shrunk.First.Text, VisibleMarks.Clean(shrunk.First.Text));
    }, iter: 2_000);
}
