namespace MicroWins.Torture;

/// <summary>Chance, from a seed: splitmix64, so that a run means the same with every version of .NET. Each user has dice of their own.</summary>
sealed class Dice(ulong seed)
{
    readonly Lock _gate = new();
    ulong _state = seed;

    public static Dice Of(int seed, int who) => new(((ulong)(uint)seed << 32) + (uint)who);

    /// <summary>From 0 up to and without a number.</summary>
    public int Below(int most) => (int)(Next() % (ulong)most);

    /// <summary>True so many times in a thousand.</summary>
    public bool Falls(int perMille) => Below(1000) < perMille;

    public T One<T>(IReadOnlyList<T> of) => of[Below(of.Count)];

    public TimeSpan Between(int fromMilliseconds, int toMilliseconds) => TimeSpan.FromMilliseconds(fromMilliseconds + Below(toMilliseconds - fromMilliseconds));

    ulong Next()
    {
        lock (_gate)
        {
            var z = _state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
