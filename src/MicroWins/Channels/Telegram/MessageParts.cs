using System.Collections.Immutable;
using System.Globalization;
using MicroWins.Messaging;

namespace MicroWins.Channels.Telegram;

/// <summary>Cuts a text into messages that Telegram takes: on paragraphs, else lines, else words, and never inside a character.</summary>
public static class MessageParts
{
    /// <summary>UTF-16 units that a message may have once its markup is read.</summary>
    public const int Longest = 4096;

    // What stands in for a text that shows nothing: the person wrote and gets an answer, and the buttons have a place.
    static readonly FormattedText Nothing = FormattedText.Plain("…");

    /// <summary>The messages to send, one at least, each with something to see in it.</summary>
    public static IReadOnlyList<FormattedText> Of(FormattedText text)
    {
        var visible = Split(VisibleText.Clean(text)).Where(part => !VisibleText.IsBlank(part)).ToList();
        return visible.Count > 0 ? visible : [Nothing];
    }

    /// <summary>Consecutive parts that, joined, are the text; the white space at a cut stays at the end of its part.</summary>
    public static IEnumerable<FormattedText> Split(FormattedText text, int longest = Longest)
    {
        var whole = text.ToPlainText();
        for (var start = 0; start < whole.Length;)
        {
            var end = whole.Length - start <= longest ? whole.Length : EndOfPart(whole, start, longest);
            yield return Slice(text, start, end);
            start = end;
        }
    }

    static int EndOfPart(string text, int start, int longest)
    {
        int paragraph = start, line = start, word = start, character = start;
        foreach (var end in CharacterEnds(text, start, longest))
        {
            character = end;
            if (!char.IsWhiteSpace(text[end - 1])) continue;
            word = end;
            if (text[end - 1] != '\n') continue;
            line = end;
            if (end - 2 >= start && text[end - 2] == '\n') paragraph = end;
        }

        // A cut in the first half would make a stub of a message: then the next finer one is better.
        var half = start + longest / 2;
        foreach (var cut in (ReadOnlySpan<int>)[paragraph, line, word])
            if (cut > half) return cut;
        return character > start ? character : InsideCharacter(text, start + longest);
    }

    // Walks over what a reader takes for one character: letters with their accents, families of emoji, surrogate pairs.
    static IEnumerable<int> CharacterEnds(string text, int start, int longest)
    {
        for (var end = start; end < text.Length;)
        {
            end += StringInfo.GetNextTextElementLength(text, end);
            if (end - start > longest) yield break;
            yield return end;
        }
    }

    // A stack of accents longer than a message: only a surrogate pair is held together.
    static int InsideCharacter(string text, int end) =>
        char.IsLowSurrogate(text[end]) && char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;

    static FormattedText Slice(FormattedText text, int start, int end)
    {
        var runs = ImmutableArray.CreateBuilder<TextRun>();
        var at = 0;
        foreach (var run in text.Runs)
        {
            var from = Math.Max(start - at, 0);
            var to = Math.Min(end - at, run.Text.Length);
            if (from < to) runs.Add(run with { Text = run.Text[from..to] });
            at += run.Text.Length;
        }
        return new(runs.ToImmutable());
    }
}
