namespace MicroWins.Tests.Support;

/// <summary>Waits for something that other tasks bring about. Ends as soon as it is there, so no speed is assumed; only a test that fails waits long.</summary>
public static class Eventually
{
    /// <summary>Milliseconds after which a test has failed: far more than any machine needs.</summary>
    const long Patience = 60_000;

    public static Task IsTrue(Func<bool> isTrue) => IsTrue(() => Task.FromResult(isTrue()));

    public static async Task IsTrue(Func<Task<bool>> isTrue)
    {
        var start = Environment.TickCount64;
        while (!await isTrue())
        {
            Assert.True(Environment.TickCount64 - start < Patience, "It never came.");
            // Lets the others run, on a machine with one core as well.
            await Task.Run(() => Thread.Yield());
        }
    }
}
