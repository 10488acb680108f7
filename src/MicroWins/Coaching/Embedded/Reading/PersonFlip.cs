using System.Text;
using MicroWins.Coaching.Embedded.Knowledge;

namespace MicroWins.Coaching.Embedded.Reading;

/// <summary>Turns the person's words towards them: "my account" becomes "your account".</summary>
static class PersonFlip
{
    /// <summary>Turns "your dad's garage" back to "my dad's garage", for a promise in the person's own voice.</summary>
    public static string Back(string words, Phrasebook book) =>
        book is { Owner: { } yours, FirstOwner: { } mine } && words.StartsWith($"{yours} ", StringComparison.OrdinalIgnoreCase) ? $"{mine} {words[(yours.Length + 1)..]}" : words;

    public static string Flip(string words, Phrasebook book)
    {
        if (book.Flips.Count == 0) return words;
        var text = PersonText.Read(words);
        var flipped = new StringBuilder();
        var at = 0;
        foreach (var word in text.Words)
        {
            flipped.Append(text.Clean, at, word.Start - at);
            flipped.Append(IsHour(text, word) ? text.Clean[word.Start..word.End] : book.Flips.GetValueOrDefault(word.Key, text.Clean[word.Start..word.End]));
            at = word.End;
        }
        return flipped.Append(text.Clean, at, text.Clean.Length - at).ToString();
    }

    /// <summary>The "am" of "1am" is no verb.</summary>
    static bool IsHour(PersonText text, TextWord word) => word.Start > 0 && char.IsAsciiDigit(text.Clean[word.Start - 1]);
}
