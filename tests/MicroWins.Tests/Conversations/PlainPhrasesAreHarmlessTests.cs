using MicroWins.Conversations;
using MicroWins.Rules.Safety;

namespace MicroWins.Tests.Conversations;

/// <summary>What the program itself waits for must get past the safety gate: nobody is to be answered with a crisis line for asking for the plan of the day.</summary>
public sealed class PlainPhrasesAreHarmlessTests
{
    // Without an object these could be the work or life, and the labelling rules of the gate want a question then: "i can't", "i give up".
    const string CouldBeLife = "stuck";

    // "Do you mean the work, or your life?" is asked by the gate itself.
    const string IsLife = "meant.life";

    static readonly HashSet<string> AlsoCouldBeLife = ["its too much", "no more", "je peux plus", "j'ai abandonné", "sempre desisto", "desisti", "я уже могу", "坚持不下来"];

    [Fact]
    public void No_plain_phrase_is_taken_as_said_outright() =>
        Assert.DoesNotContain(Phrases(), p => p.List is not IsLife && SafetyGate.Default.Screen(p.Phrase).Tier is SafetyTier.Explicit);

    [Fact]
    public void Only_what_could_be_life_as_well_is_asked_about() =>
        Assert.DoesNotContain(Phrases(), p => p.List is not (CouldBeLife or IsLife) && !AlsoCouldBeLife.Contains(p.Phrase) && SafetyGate.Default.Screen(p.Phrase).Tier is not SafetyTier.None);

    static IEnumerable<(string File, string List, string Phrase)> Phrases()
    {
        var assembly = typeof(ChatState).Assembly;
        foreach (var file in assembly.GetManifestResourceNames().Where(n => n.StartsWith("Routes/", StringComparison.Ordinal) || n is "Hearing/phrases.txt"))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(file)!);
            while (reader.ReadLine() is { } line)
                if (!line.StartsWith('#') && line.Split(':', 2, StringSplitOptions.TrimEntries) is [var list, var phrases])
                    foreach (var phrase in phrases.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                        yield return (file, list, phrase);
        }
    }
}
