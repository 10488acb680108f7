using MicroWins.Rules.Sizing;

namespace MicroWins.Rules.Habits;

/// <summary>A habit tied to something that is done anyway: "After I pour my coffee, I will read one page."</summary>
/// <param name="Anchor">
/// What is done anyway, as it fits behind "After" in its language: "I pour my coffee", "ich mir Kaffee eingeschenkt habe", "servirme el café".
/// An anchor that is joined by other words begins with them: "before I go to bed", "sobald ich sitze".
/// </param>
/// <param name="Action">
/// What is done then, without a capital: in English and Chinese as it fits behind "I will" ("read one page", "读一页"), else as the whole clause
/// ("lese ich eine Seite", "leeré una página").
/// </param>
public sealed record HabitSentence(string Anchor, string Action)
{
    /// <summary>UTF-16 units of a sentence that is read at the most; anchor and action have at most half of it each.</summary>
    public const int MostLength = 400;

    /// <summary>Takes a sentence apart, in the ways in which people and models write it: either part first, quoted, numbered, in bold.</summary>
    /// <param name="text">Any string.</param>
    /// <param name="language">Its language; <see cref="Language.Unknown"/> reads only what <see cref="Compose"/> writes for it.</param>
    /// <returns>Its parts; null where it is no such sentence, has an empty part, or is too long.</returns>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public static HabitSentence? Parse(string text, Language language)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = SentenceText.Bare(text);
        if (line.Length is 0 or > MostLength) return null;
        var parts = language switch
        {
            Language.Unknown => SentenceText.AroundArrow(line),
            Language.Chinese => ChineseSentence.Read(line),
            _ => new SentenceReader(SentenceWords.Of(language)).Read(line),
        };
        return parts is var (anchor, action) && IsPart(anchor) && IsPart(action) ? new(anchor, action) : null;
    }

    /// <summary>Writes the sentence: one frame for each language.</summary>
    /// <param name="language">The language of both parts.</param>
    /// <param name="anchor">What is done anyway; words such as "After" before it, quotes and a full stop are dropped.</param>
    /// <param name="action">What is done then; "I will" before it, quotes and a full stop are dropped.</param>
    /// <returns>The sentence, which <see cref="Parse"/> takes apart again into the same parts.</returns>
    /// <exception cref="ArgumentException">A part says nothing, or is longer than half of <see cref="MostLength"/>.</exception>
    public static string Compose(Language language, string anchor, string action)
    {
        ArgumentNullException.ThrowIfNull(anchor);
        ArgumentNullException.ThrowIfNull(action);
        return Composed(language, anchor, action)
            ?? throw new ArgumentException($"Anchor and action say something in at most {MostLength / 2} characters each.", nameof(anchor));
    }

    /// <summary>The sentence as it was written if it is one, else one made of its parts.</summary>
    /// <param name="text">What somebody wrote as the sentence.</param>
    /// <param name="language">The language.</param>
    /// <param name="anchor">The anchor as it was told apart from the sentence.</param>
    /// <param name="action">The action as it was told apart from the sentence.</param>
    /// <returns>One clean line without quotes and marks; null where neither the text nor the parts make a sentence.</returns>
    public static string? Repair(string? text, Language language, string? anchor, string? action) =>
        text is not null && Parse(text, language) is not null ? SentenceText.Ended(SentenceText.Bare(text), language) : Composed(language, anchor ?? "", action ?? "");

    static bool IsPart(string part) => part.Length <= MostLength / 2 && SentenceText.Says(part);

    static string? Composed(Language language, string anchor, string action)
    {
        var (bareAnchor, bareAction) = (SentenceText.Bare(anchor), SentenceText.Bare(action));
        if (!IsPart(bareAnchor) || !IsPart(bareAction)) return null;
        return language switch
        {
            Language.Unknown => SentenceText.WithArrow(bareAnchor, bareAction),
            Language.Chinese => ChineseSentence.Write(bareAnchor, bareAction),
            _ => new SentenceWriter(SentenceWords.Of(language)).Write(bareAnchor, bareAction),
        };
    }
}
