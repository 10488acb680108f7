namespace MicroWins.Rules.Scaling;

/// <summary>The arithmetic of one step up or down.</summary>
public static class Steps
{
    /// <summary>The next amount: 10-20 % up, nearest to 15 % from below, or one unit more where 20 % is less than one unit.</summary>
    /// <param name="amount">The amount now, at least 1.</param>
    public static int Up(int amount) => IsUnderOneUnit(amount)
        ? amount + 1
        : Math.Max((int)(amount * 115L / 100), Least(amount));

    /// <summary>The least that is a step at all: 10 % up, or one unit.</summary>
    /// <param name="amount">The amount now, at least 1.</param>
    public static int Least(int amount) => (int)((amount * 110L + 99) / 100);

    /// <summary>The amount one step below: 20 % down, or one unit where that is less than one unit; never under 1.</summary>
    /// <param name="amount">The amount now, at least 1.</param>
    public static int Down(int amount) => Math.Max(1, amount - Math.Max(1, amount / 5));

    /// <summary>Whether 20 % of an amount is less than one unit, so that one unit is the step.</summary>
    /// <param name="amount">The amount.</param>
    public static bool IsUnderOneUnit(int amount) => amount < 5;

    /// <summary>The levels that a habit may reach when every step is taken as soon as the rules allow: where this could go in 3 and 6 months.</summary>
    /// <remarks>A view, not a promise: one step every 14 days from the level now, up to what fits into a day.</remarks>
    /// <param name="level">The level now.</param>
    /// <param name="days">Days from now, at least 0; more than ten years count as ten.</param>
    public static HabitLevel After(HabitLevel level, int days)
    {
        ArgumentNullException.ThrowIfNull(level);
        var amount = level.Amount;
        for (var step = 0; step < Math.Min(days, 3660) / Growth.LookAgainDays && amount < level.MostADay; step++) amount = Up(amount);
        return level.With(amount);
    }
}
