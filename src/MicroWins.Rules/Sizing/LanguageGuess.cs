namespace MicroWins.Rules.Sizing;

/// <summary>Tells the language of a text by its script and, for Latin letters, by how many words each lexicon knows.</summary>
static class LanguageGuess
{
    const int MostTokens = 16;

    /// <summary>The language said, unless the text plainly is in another; guessed where none is said.</summary>
    public static Language Of(string line, Language? said, Lexicons lexicons)
    {
        if (lexicons.OwnerOf(line) is { } owner) return owner;
        if (said is Language.Unknown) return Language.Unknown;
        var (han, cyrillic, latin, other) = Scripts(line);
        if (han > 0 && han >= other) return said is Language.English && latin > 4 * han ? Language.English : Language.Chinese;
        if (cyrillic > 0 && 2 * cyrillic > latin) return Language.Russian;
        if (other > latin) return Language.Unknown;
        if (said is Language.English) return Language.English;
        return ByWords(line, said is Language.Russian or Language.Chinese ? null : said, lexicons);
    }

    static (int Han, int Cyrillic, int Latin, int Other) Scripts(string line)
    {
        var (han, cyrillic, latin, other) = (0, 0, 0, 0);
        foreach (var c in line.AsSpan(0, Math.Min(line.Length, 200)))
        {
            if (!char.IsLetter(c)) continue;
            if (Tokenizer.IsHan(c)) han++;
            else if (c is >= '\u0400' and <= '\u04FF') cyrillic++;
            else if (c < '\u0250' || c is >= '\uFF21' and <= '\uFF5A') latin++;
            else other++;
        }
        return (han, cyrillic, latin, other);
    }

    static Language ByWords(string line, Language? said, Lexicons lexicons)
    {
        var (best, most) = (said ?? Language.English, -1.0);
        var start = line.Length > 120 ? line[..120] : line;
        var whole = new Tokenizer(start, splitsElision: false, false).Read();
        var split = Tokenizer.HasApostrophe(start) ? new Tokenizer(start, splitsElision: true, false).Read() : whole;
        var words = Math.Max(Words(whole), Words(split));
        foreach (var language in Languages.All)
        {
            if (language is Language.Russian or Language.Chinese) continue;
            var bonus = (language == best ? 0.5 : 0) + (language == said ? 2 : 0);
            // A word counts once at the most: a lexicon that cannot come out first need not be read for it.
            if (words + bonus <= most) continue;
            var lexicon = lexicons.Of(language);
            var score = Score(lexicon.SplitsElision ? split : whole, lexicon, most - bonus) + bonus;
            if (score > most) (best, most) = (language, score);
        }
        return best;
    }

    static int Words(List<Token> tokens)
    {
        var words = 0;
        for (var i = 0; i < Math.Min(tokens.Count, MostTokens); i++)
            if (tokens[i].Kind is TokenKind.Word) words++;
        return words;
    }

    // "Parking" begins as "parar" does, but no Romance language ends a word so.
    static readonly string[] EnglishEndings = ["ing", "ize", "y", "k", "w", "sh", "th", "ght", "ff"];

    static bool IsEnglishForm(string word, Language language) => language is not (Language.English or Language.German)
        && Array.Exists(EnglishEndings, ending => word.EndsWith(ending, StringComparison.Ordinal));

    // Enough for sums of a few tenths.
    const double Rounding = 1e-9;

    /// <summary>How many words a lexicon knows; some number below what it has to beat, where it cannot.</summary>
    static double Score(List<Token> tokens, Lexicon lexicon, double toBeat)
    {
        var (score, left) = (0.0, Words(tokens));
        for (var i = 0; i < Math.Min(tokens.Count, MostTokens); i++)
        {
            if (tokens[i].Kind is not TokenKind.Word) continue;
            if (score + left-- < toBeat - Rounding) break;
            if (lexicon.Words.ContainsKey(tokens[i].Text)) score++;
            else if (!IsEnglishForm(tokens[i].Text, lexicon.Language) && lexicon.MatchAt(tokens, i).IsKnown) score += 0.8;
        }
        return score;
    }
}
