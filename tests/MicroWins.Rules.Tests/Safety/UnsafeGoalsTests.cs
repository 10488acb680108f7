using CsCheck;
using MicroWins.Rules.Safety;

namespace MicroWins.Rules.Tests.Safety;

public class UnsafeGoalsTests
{
    [Theory]
    [InlineData("skip dinner")]
    [InlineData("count calories after lunch")]
    [InlineData("sleep less")]
    [InlineData("cold shower as a punishment")]
    [InlineData("weniger essen")]
    [InlineData("少吃一点")]
    public void Habits_of_weight_hunger_sleep_loss_and_punishment_are_never_scaled(string habit) => Assert.True(UnsafeGoals.Default.NeverScaled(habit));

    [Theory]
    [InlineData("read one page")]
    [InlineData("sleep before midnight")]
    [InlineData("drink a glass of water")]
    [InlineData("lift weights")]
    [InlineData("10 Minuten lesen")]
    public void Other_habits_may_be_scaled(string habit) => Assert.False(UnsafeGoals.Default.NeverScaled(habit));

    [Fact]
    public void Every_string_is_answered() => Gen.String[Gen.Char, 0, 300].Sample(text =>
    {
        if (UnsafeGoals.Default.Judge(text) is UnsafeGoal.Starving) Assert.True(UnsafeGoals.Default.NeverScaled(text));
    });
}
