namespace MicroWins.Tests.Support;

/// <summary>Waits for something that other tasks bring about. Ends as soon as it is there, so no speed is assumed; only a test that fails waits long.</summary>
public static class Eventually
{
    /// <summary>Milliseconds after which a test has failed: far more than any machine needs.</summary>
    const long Patience = 60_000;

    /// <summary>Between two looks, which leave the processor to those who bring it about.</summary>
    static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(5);

    public static Task IsTrue(Func<bool> isTrue) => IsTrue(() => Task.FromResult(isTrue()));

    public static async Task IsTrue(Func<Task<bool>> isTrue)
    {
        var start = Environment.TickCount64;
        using var look = new PeriodicTimer(BetweenLooks);
        while (!await isTrue())
        {
            Assert.True(Environment.TickCount64 - start < Patience, "It never came.");
            await look.WaitForNextTickAsync();
        }
    }
}
