using System.Reflection;
using MicroWins.Coaching.Embedded.Reading;

namespace MicroWins.Conversations.Hearing;

/// <summary>The phrases of phrases.txt, by name.</summary>
static class Phrases
{
    static readonly Lazy<Dictionary<string, PhraseList>> All = new(Read);

    /// <exception cref="KeyNotFoundException">There is no list of that name.</exception>
    public static PhraseList Of(string name) => All.Value[name];

    static Dictionary<string, PhraseList> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Hearing/phrases.txt")
            ?? throw new InvalidOperationException("The program was built without its phrases of times and days.");
        using var reader = new StreamReader(stream);
        Dictionary<string, string> lists = [];
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length is 0 || line[0] is '#') continue;
            if (line.Split(':', 2, StringSplitOptions.TrimEntries) is not [{ Length: > 0 } name, { Length: > 0 } words])
                throw new FormatException($"Hearing/phrases.txt:{number}: a line is \"name: phrases\".");
            lists[name] = lists.TryGetValue(name, out var before) ? $"{before}, {words}" : words;
        }
        return lists.ToDictionary(list => list.Key, list => PhraseList.Parse(list.Value));
    }
}
