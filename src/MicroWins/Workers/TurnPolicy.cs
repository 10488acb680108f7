namespace MicroWins.Workers;

/// <summary>What to do with an event whose turn failed. Arithmetic only: the loop does the waiting.</summary>
public static class TurnPolicy
{
    /// <summary>Attempts that an event gets. Each costs the person a wait, and what failed three times in a row fails for a reason of its own.</summary>
    public const int MostAttempts = 3;

    /// <summary>How long to wait before the next attempt; null when there is to be none.</summary>
    /// <param name="attempts">Failures so far, this one among them; from 1.</param>
    public static TimeSpan? WaitAfterFailure(int attempts) => attempts switch
    {
        < 1 => throw new ArgumentOutOfRangeException(nameof(attempts), attempts, "Counts from 1."),
        >= MostAttempts => null,
        1 => TimeSpan.FromSeconds(1),
        _ => TimeSpan.FromSeconds(5),
    };
}
