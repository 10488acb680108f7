using System.Runtime.CompilerServices;

namespace MicroWins.Rules.Safety.Matching;

/// <summary>A line of a phrase file.</summary>
/// <param name="Section">The section that it stands in.</param>
/// <param name="Pattern">What it matches.</param>
/// <param name="File">The name of the file, which tells the language.</param>
/// <param name="Line">Its line in the file.</param>
sealed record Phrase(Section Section, Element Pattern, string File, int Line)
{
    // Worked out when a message first has the phrase's first word: few phrases are ever asked for more. Two threads that come at once find the same.
    Outline? _outline;
    HashSet<int>? _said;

    /// <summary>True where a word is one that the phrase says itself.</summary>
    public bool Says(Token word) => Array.Exists(word.Numbers, (_said ??= [.. Pattern.Said]).Contains);

    /// <summary>Each line of a file is a phrase of its own, whatever it says.</summary>
    public bool Equals(Phrase? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    /// <summary>File and line, for messages.</summary>
    public string Place => $"{File}:{Line}";

    /// <summary>True for a phrase of the English file.</summary>
    public bool IsEnglish { get; } = File.StartsWith("en.", StringComparison.Ordinal);

    /// <summary>False where the phrase cannot go on with the word after its first one, or cannot do without a word that is not there: a quick way to rule it out.</summary>
    /// <param name="next">The word after the first, as <see cref="Numbers.BitsOf(Token?)"/> has it.</param>
    /// <param name="present">The words that are there.</param>
    public bool MayStand(ulong next, Numbers present) => (_outline ??= new(Pattern)).Fits(next, present);

    /// <summary>What a phrase needs. Most phrases that begin with a word are ruled out by 64 bits that stand for thousands of words.</summary>
    sealed class Outline(Element pattern)
    {
        readonly ulong _seconds = pattern.MayBeSingle || pattern.Seconds is not { } seconds ? ulong.MaxValue : Numbers.BitsOf(seconds);

        readonly int[][] _needs = [.. pattern.Needs.OrderBy(set => set.Length)];

        public bool Fits(ulong next, Numbers present)
        {
            if (_seconds is not ulong.MaxValue && (_seconds & next) is 0) return false;
            foreach (var need in _needs)
                if (!present.MayHaveAny(need)) return false;
            return true;
        }
    }
}

/// <summary>A phrase found in a message, from its first word to the place after its last.</summary>
/// <param name="Phrase">The phrase, with the section that says what is meant.</param>
/// <param name="Start">The first word.</param>
/// <param name="End">The place after the last.</param>
/// <param name="Parts">The ideas that it is put together from; null for a phrase that stands as it is written.</param>
readonly record struct Mark(Phrase Phrase, int Start, int End, Mark[]? Parts = null)
{
    public Section Section => Phrase.Section;

    public bool Overlaps(Mark other) => Start < other.End && other.Start < End;

    /// <summary>True where the mark says a word itself, so that the word neither stands in a gap nor is left open.</summary>
    public bool Says(Reading reading, int at) => Parts is { } parts ? Array.Exists(parts, p => p.Start <= at && at < p.End) : Phrase.Says(reading[at]);
}
