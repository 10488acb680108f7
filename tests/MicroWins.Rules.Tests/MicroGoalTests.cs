using CsCheck;

namespace MicroWins.Rules.Tests;

/// <summary>The first wall of the first promise: a micro-goal over 10 minutes cannot be built.</summary>
public sealed class MicroGoalTests
{
    [Fact]
    public void A_micro_goal_of_ten_minutes_can_be_built_and_one_over_it_cannot()
    {
        Assert.Equal(10, MicroGoal.Create("Write", Effort.FromMinutes(10)).Effort.HighMinutes);
        Assert.Throws<ArgumentOutOfRangeException>(() => MicroGoal.Create("Write", Effort.FromMinutes(10.01)));
        Assert.Throws<ArgumentOutOfRangeException>(() => MicroGoal.Create("Write", Effort.FromMinutes(1, 10.01)));
    }

    [Fact]
    public void No_effort_gets_past_the_limit() => Gen.Double[0, 2_000_000].Sample(minutes =>
    {
        var isBuilt = true;
        try { MicroGoal.Create("Write", Effort.FromMinutes(minutes)); }
        catch (ArgumentOutOfRangeException) { isBuilt = false; }
        return isBuilt == minutes <= Limits.MicroGoalMinutes;
    });

    [Fact]
    public void There_is_no_other_way_to_build_one()
    {
        Assert.Empty(typeof(MicroGoal).GetConstructors());
        Assert.All(typeof(MicroGoal).GetProperties(), property => Assert.False(property.SetMethod?.IsPublic ?? false, property.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("Write\nmore")]
    [InlineData("Write\u0000")]
    public void A_text_that_is_no_line_is_refused(string text) =>
        Assert.ThrowsAny<ArgumentException>(() => MicroGoal.Create(text, Effort.FromMinutes(1)));

    [Fact]
    public void A_text_may_have_two_hundred_characters_and_not_one_more()
    {
        Assert.Equal(200, MicroGoal.Create(new string('x', 200), Effort.FromMinutes(1)).Text.Length);
        Assert.Throws<ArgumentException>(() => MicroGoal.Create(new string('x', 201), Effort.FromMinutes(1)));
    }

    [Theory]
    [InlineData(0, 1.99, Verdict.Perfect)]
    [InlineData(0, 2, Verdict.Good)]
    [InlineData(10, 10, Verdict.Good)]
    [InlineData(1, 10.01, Verdict.TooBig)]
    public void The_verdict_looks_at_the_slow_day(double low, double high, Verdict verdict) =>
        Assert.Equal(verdict, Effort.FromMinutes(low, high).Verdict);

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(2, 1)]
    [InlineData(double.NaN, 1)]
    [InlineData(1, double.NaN)]
    public void A_range_that_is_none_is_refused(double low, double high) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Effort.FromMinutes(low, high));

    [Fact]
    public void A_step_is_done_at_least_once() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PlannedStep(MicroGoal.Create("Write", Effort.FromMinutes(1)), 0));
}
