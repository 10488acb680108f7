namespace MicroWins.Rules.Tests;

public sealed class PaceTests
{
    [Fact]
    public void Nobody_has_a_pace_before_something_is_finished() => Assert.Equal(1, Pace.Usual.FactorFor(WorkKind.Reading));

    [Fact]
    public void The_pace_is_the_median_of_the_last_five() =>
        Assert.Equal(1.5, Of(9, 9, 1, 1.2, 1.5, 2, 2.5).FactorFor(WorkKind.Reading));

    [Fact]
    public void A_pace_of_one_kind_says_nothing_of_another() => Assert.Equal(1, Of(2, 2, 2).FactorFor(WorkKind.Writing));

    [Theory]
    [InlineData(0.01, 0.8)]
    [InlineData(50, 3)]
    public void The_pace_is_clamped(double ratio, double factor) => Assert.Equal(factor, Of(ratio).FactorFor(WorkKind.Reading));

    [Fact]
    public void Steps_without_minutes_are_passed_over() =>
        Assert.Equal(1, Pace.Of([(WorkKind.Reading, 0, 5), (WorkKind.Reading, 5, 0), (WorkKind.Reading, -1, 5)]).FactorFor(WorkKind.Reading));

    static Pace Of(params double[] ratios) => Pace.Of(ratios.Select(ratio => (WorkKind.Reading, 4.0, 4 * ratio)));
}
