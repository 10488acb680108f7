namespace MicroWins.Rules.Sizing.Amounts;

/// <summary>Reads Units.txt, whose format is told at its top. Every mistake names its line.</summary>
static class UnitFormsFile
{
    const string Name = "Units.txt";

    public static Dictionary<Language, UnitForms> Read()
    {
        using var stream = typeof(UnitFormsFile).Assembly.GetManifestResourceStream("Lexicons/" + Name) ?? throw new LexiconException(Name, 0, "is not part of the program");
        using var reader = new StreamReader(stream);
        return Parse(reader);
    }

    internal static Dictionary<Language, UnitForms> Parse(TextReader reader)
    {
        var all = Languages.All.ToDictionary(l => l, Empty);
        UnitForms? current = null;
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length is 0 || line[0] is '#') continue;
            if (line[0] is '[') current = all.GetValueOrDefault(Languages.FromTag(line.Trim('[', ']'))) ?? throw new LexiconException(Name, number, $"{line} is no language");
            else ReadLine(current ?? throw new LexiconException(Name, number, "stands before the first language"), line, number);
        }
        return all;
    }

    static void ReadLine(UnitForms forms, string line, int number)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var values = line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        switch (colon < 0 ? "noun" : line[..colon])
        {
            case "noun": forms.AddNoun(values.Length is 2 or 3 ? values : throw new LexiconException(Name, number, "a noun has two forms, or three in Russian")); break;
            case "adjectives": foreach (var word in values) forms.AddAdjective(word); break;
            case "only one": foreach (var word in values) forms.AddOnlyOne(word); break;
            case "tied": foreach (var word in values) forms.AddTied(word); break;
            default: throw new LexiconException(Name, number, $"\"{line[..colon]}\" is none of adjectives, only one, tied");
        }
    }

    static UnitForms Empty(Language language) => language switch
    {
        Language.German => new GermanUnits(),
        Language.Russian => new RussianUnits(),
        Language.Chinese => new ChineseUnits(),
        Language.English => new EnglishUnits(),
        _ => new RomanceUnits(language),
    };
}
