using MicroWins.Rules;

namespace MicroWins.Conversations;

/// <summary>
/// The plural form that a whole number asks for, by the Unicode CLDR plural rules (version 47, cardinal, integers) of the languages
/// that the bot speaks. Small enough to keep by hand; no maintained library for it restores.
/// </summary>
public static class PluralForms
{
    /// <returns>one, few, many or other.</returns>
    public static string Of(Language language, int number)
    {
        var n = Math.Abs((long)number);
        return language switch
        {
            Language.Russian => (n % 10, n % 100) switch
            {
                (1, not 11) => "one",
                (>= 2 and <= 4, not (>= 12 and <= 14)) => "few",
                _ => "many",
            },
            Language.Chinese => "other",
            Language.French or Language.Portuguese => n is 0 or 1 ? "one" : Millions(n),
            Language.Spanish or Language.Italian => n is 1 ? "one" : Millions(n),
            Language.English or Language.German or Language.Unknown => n is 1 ? "one" : "other",
        };
    }

    static string Millions(long n) => n is not 0 && n % 1_000_000 is 0 ? "many" : "other";
}
