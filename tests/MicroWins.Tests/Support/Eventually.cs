namespace MicroWins.Tests.Support;

/// <summary>Waits for something that other tasks bring about. Ends as soon as it is there, so no speed is assumed; only a test that fails waits long.</summary>
public static class Eventually
{
    /// <summary>Milliseconds after which a test has failed: far more than any machine needs.</summary>
    const long Patience = 300_000;

    /// <summary>Between two looks at another process, which needs the processor to bring it about.</summary>
    static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10);

    public static Task IsTrue(Func<bool> isTrue) => IsTrue(() => Task.FromResult(isTrue()));

    // Lets the others run, on a machine with one core as well.
    public static Task IsTrue(Func<Task<bool>> isTrue) => LookAsync(isTrue, () => Task.Run(() => Thread.Yield()));

    /// <summary>The same for what another process brings about.</summary>
    public static Task IsTrueOfProgram(Func<bool> isTrue) => IsTrueOfProgram(() => Task.FromResult(isTrue()));

    /// <inheritdoc cref="IsTrueOfProgram(Func{bool})"/>
    public static async Task IsTrueOfProgram(Func<Task<bool>> isTrue)
    {
        using var look = new PeriodicTimer(BetweenLooks);
        await LookAsync(isTrue, () => look.WaitForNextTickAsync().AsTask());
    }

    static async Task LookAsync(Func<Task<bool>> isTrue, Func<Task> pause)
    {
        var start = Environment.TickCount64;
        while (!await isTrue())
        {
            Assert.True(Environment.TickCount64 - start < Patience, "It never came.");
            await pause();
        }
    }
}
