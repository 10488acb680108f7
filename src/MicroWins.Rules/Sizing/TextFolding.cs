namespace MicroWins.Rules.Sizing;

/// <summary>Folds characters so that case, accents, width and decomposition make no difference to the lexicons.</summary>
static class TextFolding
{
    const string Accented = "àáâãäåāăąçćčďđèéêëēęěìíîïīįłñńňòóôõöøōőřśşšťùúûüūůűýÿźżžёй";
    const string Plain = "aaaaaaaaacccddeeeeeeeiiiiiilnnnoooooooorssstuuuuuuuyyzzzеи";

    static readonly Dictionary<char, char> Bases = Accented.Zip(Plain).ToDictionary(pair => pair.First, pair => pair.Second);

    /// <summary>Appends the folded character; combining marks and zero-width characters vanish, "ß" becomes "ss".</summary>
    public static int Fold(char c, Span<char> into)
    {
        if (c < 0x80)
        {
            into[0] = char.ToLowerInvariant(c);
            return 1;
        }
        if (c is >= '\u0300' and <= '\u036F' or >= '\u200B' and <= '\u200F' or '\uFEFF' or '\uFE0F') return 0;
        if (c is >= '\uFF01' and <= '\uFF5E') return Fold((char)(c - 0xFEE0), into);
        return Spread(c, into);
    }

    /// <summary>The folded form of a whole string.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAnyExceptInRange('a', 'z')) return text.ToString();
        Span<char> folded = text.Length <= 256 ? stackalloc char[3 * text.Length] : new char[3 * text.Length];
        var length = 0;
        foreach (var c in text) length += Fold(c, folded[length..]);
        return new(folded[..length]);
    }

    static int Spread(char c, Span<char> into)
    {
        var spread = c switch
        {
            'ß' or 'ẞ' => "ss", 'œ' or 'Œ' => "oe", 'æ' or 'Æ' => "ae", 'ﬁ' => "fi", 'ﬂ' => "fl",
            '\u2018' or '\u2019' or '\u02BC' or '\u00B4' => "'", '\u201C' or '\u201D' or '„' => "\"",
            '\u2010' or '\u2011' or '\u2012' or '\u2212' => "-", '\u3000' or '\u00A0' or '\u202F' => " ",
            _ => null,
        };
        if (spread is not null)
        {
            spread.CopyTo(into);
            return spread.Length;
        }
        var lower = char.ToLowerInvariant(c);
        into[0] = Bases.GetValueOrDefault(lower, lower);
        return 1;
    }
}
