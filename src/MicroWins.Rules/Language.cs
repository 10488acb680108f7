namespace MicroWins.Rules;

/// <summary>The languages that the rules read.</summary>
public enum Language
{
    /// <summary>Another language, or one that could not be told: the rules believe only small claims and timeboxes there.</summary>
    Unknown,
    /// <summary>English, en.</summary>
    English,
    /// <summary>Spanish, es.</summary>
    Spanish,
    /// <summary>German, de.</summary>
    German,
    /// <summary>French, fr.</summary>
    French,
    /// <summary>Portuguese, pt.</summary>
    Portuguese,
    /// <summary>Italian, it.</summary>
    Italian,
    /// <summary>Russian, ru.</summary>
    Russian,
    /// <summary>Chinese, zh.</summary>
    Chinese,
}

/// <summary>Language codes, read and written.</summary>
public static class Languages
{
    /// <summary>The eight languages that the rules read, English first.</summary>
    public static IReadOnlyList<Language> All { get; } = [.. Enum.GetValues<Language>().Where(l => l is not Language.Unknown)];

    /// <summary>Reads a language tag such as "pt", "pt-BR" or "zh_Hans"; only its first part counts, in either case.</summary>
    /// <param name="tag">The tag; null, blank and unread languages give <see cref="Language.Unknown"/>.</param>
    public static Language FromTag(string? tag) => (tag ?? "").Split('-', '_')[0].Trim().ToLowerInvariant() switch
    {
        "en" => Language.English,
        "es" => Language.Spanish,
        "de" => Language.German,
        "fr" => Language.French,
        "pt" => Language.Portuguese,
        "it" => Language.Italian,
        "ru" => Language.Russian,
        "zh" => Language.Chinese,
        _ => Language.Unknown,
    };

    /// <summary>What the language calls itself; "?" for <see cref="Language.Unknown"/>.</summary>
    /// <param name="language">The language.</param>
    public static string OwnName(this Language language) => language switch
    {
        Language.English => "English",
        Language.Spanish => "Español",
        Language.German => "Deutsch",
        Language.French => "Français",
        Language.Portuguese => "Português",
        Language.Italian => "Italiano",
        Language.Russian => "Русский",
        Language.Chinese => "中文",
        Language.Unknown => "?",
    };

    /// <summary>The two-letter code (ISO 639-1), "und" for <see cref="Language.Unknown"/>.</summary>
    /// <param name="language">The language.</param>
    public static string Code(this Language language) => language switch
    {
        Language.English => "en",
        Language.Spanish => "es",
        Language.German => "de",
        Language.French => "fr",
        Language.Portuguese => "pt",
        Language.Italian => "it",
        Language.Russian => "ru",
        Language.Chinese => "zh",
        Language.Unknown => "und",
    };
}
