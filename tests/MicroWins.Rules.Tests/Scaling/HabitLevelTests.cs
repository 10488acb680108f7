using CsCheck;
using MicroWins.Rules.Scaling;

namespace MicroWins.Rules.Tests.Scaling;

public class HabitLevelTests
{
    internal static readonly Effort AMinute = Effort.FromMinutes(1);

    /// <summary>Minutes a unit from 3 seconds to 10 minutes.</summary>
    internal static readonly Gen<Effort> AnyEffort = Gen.Double[0.05, 10].Select(minutes => Effort.FromMinutes(minutes / 2, minutes));

    [Theory]
    [InlineData(10, new[] { 10 })]
    [InlineData(12, new[] { 10, 2 })]
    [InlineData(20, new[] { 10, 10 })]
    [InlineData(30, new[] { 10, 10, 10 })]
    public void What_passes_ten_minutes_becomes_another_occurrence(int amount, int[] occurrences) =>
        Assert.Equal(occurrences, HabitLevel.Create(amount, "pages", AMinute).Occurrences);

    [Fact]
    public void A_day_has_three_occurrences_at_the_most()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => HabitLevel.Create(31, "pages", AMinute));
        Assert.Throws<ArgumentOutOfRangeException>(() => HabitLevel.Create(0, "pages", AMinute));
        Assert.Throws<ArgumentOutOfRangeException>(() => HabitLevel.Create(1, "chapters", Effort.FromMinutes(40)));
        Assert.Throws<ArgumentOutOfRangeException>(() => HabitLevel.Create(1, "nothings", Effort.FromMinutes(0)));
        Assert.Throws<ArgumentException>(() => HabitLevel.Create(1, " ", AMinute));
    }

    [Fact]
    public void A_slower_pace_splits_the_same_amount_or_cuts_it_to_what_fits()
    {
        var level = HabitLevel.Create(9, "pages", AMinute);

        Assert.Equal([5, 4], level.Repriced(Effort.FromMinutes(2)).Occurrences);
        Assert.Equal(6, level.Repriced(Effort.FromMinutes(5)).Amount);
    }

    [Fact]
    public void The_minutes_of_a_unit_follow_the_pace()
    {
        var pace = Pace.Of([(WorkKind.Reading, 2, 4)]);

        Assert.Equal(Effort.FromMinutes(4, 6), HabitLevel.AtPace(Effort.FromMinutes(2, 3), pace, WorkKind.Reading));
        Assert.Equal(Effort.FromMinutes(2, 3), HabitLevel.AtPace(Effort.FromMinutes(2, 3), pace, WorkKind.Writing));
    }

    [Fact]
    public void Every_occurrence_is_a_micro_goal_and_together_they_are_the_amount() =>
        Gen.Select(AnyEffort, Gen.Int[1, 1000]).Sample((perUnit, amount) =>
        {
            var level = HabitLevel.Create(1, "pages", perUnit).With(amount);
            for (var place = 0; place < level.Occurrences.Count; place++) level.Step(place, "Read"); // throws over 10 minutes
            return level.Occurrences.Sum() == level.Amount && level.Occurrences.Count <= HabitLevel.MostOccurrences && level.Occurrences.All(part => part > 0)
                && level.EffortOf(level.MostAtOnce + 1).HighMinutes > Limits.MicroGoalMinutes;
        });

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    [InlineData(4, 5)]
    [InlineData(5, 6)]
    [InlineData(10, 11)]
    [InlineData(20, 23)]
    [InlineData(100, 115)]
    public void A_step_up_is_ten_to_twenty_percent_or_one_unit(int from, int to) => Assert.Equal(to, Steps.Up(from));

    [Theory]
    [InlineData(1, true)]
    [InlineData(4, true)]
    [InlineData(5, false)] // 20 % of five is one
    public void Under_five_one_unit_is_more_than_20_percent(int amount, bool isUnder) => Assert.Equal(isUnder, Steps.IsUnderOneUnit(amount));

    [Fact]
    public void A_step_is_never_over_twenty_percent_or_one_unit_and_never_under_ten() =>
        Gen.Int[1, 100_000].Sample(amount =>
            Steps.Up(amount) is var up && (up == amount + 1 || 10L * up <= 12L * amount) && 10L * up >= 11L * amount
            && (amount is 1 || Steps.Down(amount) is var down && (down == amount - 1 || 10L * down >= 8L * amount) && down < amount));

    [Fact]
    public void Three_and_six_months_lead_somewhere_gradual()
    {
        // every 14 days: 2 3 4 5 6 7 | 8 9 10 11 13 15 17, then on up to what three occurrences hold
        var level = HabitLevel.Create(1, "pages", AMinute);

        Assert.Equal(7, Steps.After(level, 91).Amount);
        Assert.Equal(17, Steps.After(level, 182).Amount);
        Assert.Equal(30, Steps.After(level, int.MaxValue).Amount);
    }
}
