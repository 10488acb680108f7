using System.Globalization;
using MicroWins.Coaching.Embedded.Knowledge;

namespace MicroWins.Coaching.Embedded.Reading;

/// <summary>Reads numbers with what they count ("15 page"), numbers that are names ("chap 6-8", "on page 11"), and what is there already ("have 1").</summary>
static class Amounts
{
    public static void Read(PersonText text, Phrasebook book, Dictionary<string, string> slots)
    {
        for (var i = 0; i < text.Words.Count; i++)
        {
            ReadLabel(text, i, book, slots);
            if (NumberAt(text, i, book) is not { } number) continue;
            if (IsAfterHave(text, i, book) && number.Value is >= 0 and < 1000) slots.TryAdd("have", Shown(number.Value));
            if (number.Value < 2 || IsLabel(text, i, book) || UnitBehind(text, i, book) is not var (unit, end)) continue;
            if (slots.TryAdd(unit, number.Shown)) slots[$"said{unit}"] = text.Slice(i, end);
        }
    }

    static void ReadLabel(PersonText text, int index, Phrasebook book, Dictionary<string, string> slots)
    {
        foreach (var (slot, words) in book.Labels)
        {
            if (words.LengthAt(text, index) is not (> 0 and var length) || index + length >= text.Words.Count) continue;
            if (text.Words[index + length].AfterBreak || NumberAt(text, index + length, book) is not { Value: >= 1 and < 10_000 } first) continue;
            if (slots.ContainsKey(slot)) continue;
            slots[slot] = Shown(first.Value);
            var last = LastOfRange(text, index + length, book);
            for (var k = 1; k < 3 && first.Value + k <= last; k++) slots[$"{slot}{k + 1}"] = Shown(first.Value + k);
        }
    }

    static double LastOfRange(PersonText text, int index, Phrasebook book)
    {
        foreach (var next in (int[])[index + 1, index + 2])
            if (next < text.Words.Count && !text.Words[next].AfterBreak && NumberAt(text, next, book) is { } last && (next == index + 1 || book.List("to").IsAt(text, index + 1)))
                return last.Value;
        return 0;
    }

    static bool IsLabel(PersonText text, int index, Phrasebook book)
    {
        if (text.Words[index].AfterBreak) return false;
        for (var from = Math.Max(0, index - 2); from < index; from++)
            if (book.Labels.Values.Any(label => label.LengthAt(text, from) == index - from)) return true;
        return false;
    }

    static bool IsAfterHave(PersonText text, int index, Phrasebook book) =>
        index > 0 && !text.Words[index].AfterBreak && book.List("have").IsAt(text, index - 1);

    /// <summary>The unit that a number counts, and where it ends; one word may stand between ("2 final papers").</summary>
    static (string Unit, int End)? UnitBehind(PersonText text, int index, Phrasebook book)
    {
        for (var at = index + 1; at <= index + 2 && at < text.Words.Count && !text.Words[at].AfterBreak; at++)
            if (book.Units.FirstOrDefault(unit => unit.Value.IsAt(text, at)) is { Key: { } slot, Value: { } words }) return (slot, at + words.LengthAt(text, at));
        return null;
    }

    internal static (double Value, string Shown)? NumberAt(PersonText text, int index, Phrasebook book)
    {
        var word = text.Words[index];
        if (book.Numbers.TryGetValue(word.Key, out var value)) return (value, Shown(value));
        return word.IsNumber && Value(word.Key) is { } number ? (number, text.Slice(index, index + 1)) : null;
    }

    /// <summary>Reads "14,000" and "14.000" as fourteen thousand, "2.5" and "2,5" as two and a half.</summary>
    static double? Value(string digits)
    {
        var parts = digits.Split(',', '.');
        var plain = parts.Length > 1 && parts[1..].All(part => part.Length == 3) ? string.Concat(parts) : digits.Replace(',', '.');
        return double.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    static string Shown(double value) => value.ToString(CultureInfo.InvariantCulture);
}
