namespace MicroWins.Rules.Safety.Matching;

/// <summary>Numbers of words that are there, a bit each: every phrase that may begin is asked for them.</summary>
sealed class Numbers
{
    // A bit for each number; grows with the highest one.
    ulong[] _bits = new ulong[64];

    public void Add(int[] numbers)
    {
        foreach (var number in numbers)
        {
            if (number >> 6 >= _bits.Length) Array.Resize(ref _bits, Math.Max((number >> 6) + 1, 2 * _bits.Length));
            _bits[number >> 6] |= 1UL << (number & 63);
        }
    }

    /// <summary>True where one of some numbers is there. Digits have no word of their own, and are never there.</summary>
    public bool HasAny(int[] numbers)
    {
        foreach (var number in numbers)
            if ((uint)number >> 6 < (uint)_bits.Length && (_bits[number >> 6] >> (number & 63) & 1) is not 0) return true;
        return false;
    }
}
