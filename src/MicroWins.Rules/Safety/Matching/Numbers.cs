namespace MicroWins.Rules.Safety.Matching;

/// <summary>Numbers of words that are there: every phrase that may begin is asked for them.</summary>
sealed class Numbers
{
    // A bit stands for a few of some ten thousand numbers: enough for what only rules out, and little to make for each message.
    const int Bits = 4096;

    readonly ulong[] _bits = new ulong[Bits / 64];

    public void Add(int[] numbers)
    {
        foreach (var number in numbers) _bits[number % Bits / 64] |= 1UL << (number % 64);
    }

    /// <summary>False where none of some numbers is there.</summary>
    public bool MayHaveAny(int[] numbers)
    {
        foreach (var number in numbers)
            if ((_bits[number % Bits / 64] >> (number % 64) & 1) is not 0) return true;
        return false;
    }

    /// <summary>Some numbers as a set of 64: two sets without a bit in common have no number in common.</summary>
    public static ulong BitsOf(IEnumerable<int> numbers)
    {
        var bits = 0UL;
        foreach (var number in numbers) bits |= BitOf(number);
        return bits;
    }

    /// <summary>The same of a word, which may be a number in digits as well; nothing where there is none.</summary>
    public static ulong BitsOf(Token? word)
    {
        if (word is not { } token) return 0;
        var bits = token.IsNumber ? BitOf(Element.Digits.Number) : 0;
        foreach (var number in token.Numbers) bits |= BitOf(number);
        return bits;
    }

    static ulong BitOf(int number) => 1UL << (int)((uint)number * 0x9E3779B1u >> 26);
}
