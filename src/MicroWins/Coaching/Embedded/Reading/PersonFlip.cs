using System.Text;
using MicroWins.Coaching.Embedded.Knowledge;

namespace MicroWins.Coaching.Embedded.Reading;

/// <summary>Turns the person's words towards them: "my account" becomes "your account".</summary>
static class PersonFlip
{
    public static string Flip(string words, Phrasebook book)
    {
        if (book.Flips.Count == 0) return words;
        var text = PersonText.Read(words);
        var flipped = new StringBuilder();
        var at = 0;
        foreach (var word in text.Words)
        {
            flipped.Append(text.Clean, at, word.Start - at);
            flipped.Append(book.Flips.GetValueOrDefault(word.Key, text.Clean[word.Start..word.End]));
            at = word.End;
        }
        return flipped.Append(text.Clean, at, text.Clean.Length - at).ToString();
    }
}
