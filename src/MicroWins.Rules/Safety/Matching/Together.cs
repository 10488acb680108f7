namespace MicroWins.Rules.Safety.Matching;

/// <summary>A line of together.txt: ideas that worry where they stand near each other, in any order.</summary>
/// <remarks>
/// A list of phrases knows a thought in the words that somebody wrote it in once. Ideas say what a thought is made of, so that every way to say one
/// part goes with every way to say the others. Each file's ideas meet only each other: what is a word of one language may be another word in the next.
/// </remarks>
/// <param name="Section">What they say together.</param>
/// <param name="Ideas">The names of the ideas; the others are looked for around the first.</param>
/// <param name="Unless">The names of ideas that take the line back where they stand in the same sentence.</param>
/// <param name="Reach">Words that may lie between the first idea and each of the others.</param>
/// <param name="CrossesSentences">True where a full stop may lie between them.</param>
sealed record Together(Section Section, string[] Ideas, string[] Unless, int Reach, bool CrossesSentences)
{
    const int LongestReach = 40;

    /// <summary>Reads a line such as "together 8 want death !grief", or "anywhere 20 goodbye gone".</summary>
    /// <exception cref="FormatException">The line is wrong; the message says how.</exception>
    public static Together Parse(string line, Section section)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || !int.TryParse(words[1], out var reach) || reach is < 1 or > LongestReach)
            throw new FormatException($"'{words[0]}' needs the most words between its ideas, 1 to {LongestReach}.");
        var ideas = words[2..].Where(word => word[0] is not '!').ToArray();
        if (ideas.Length < 2) throw new FormatException($"'{line}' needs two ideas at least.");
        var unless = words[2..].Where(word => word[0] is '!').Select(word => word[1..]).ToArray();
        return new(section, ideas, unless, reach, words[0] is "anywhere");
    }
}
