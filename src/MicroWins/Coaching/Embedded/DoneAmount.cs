using MicroWins.Coaching.Embedded.Knowledge;
using MicroWins.Coaching.Embedded.Reading;
using MicroWins.Rules;

namespace MicroWins.Coaching.Embedded;

/// <summary>How much somebody says they did: the first amount, and the first time.</summary>
/// <param name="Amount">The number; null where none was said.</param>
/// <param name="Unit">The word behind it.</param>
/// <param name="Minutes">Minutes said.</param>
/// <param name="At">The index of the word with the first number; -1 where there is none.</param>
readonly record struct DoneAmount(double? Amount, string? Unit, double? Minutes, int At)
{

    public static DoneAmount Read(PersonText message, Phrasebook book)
    {
        var said = new DoneAmount(null, null, null, -1);
        for (var i = 0; i < message.Words.Count; i++)
        {
            if (book.Units["hours"].IsAt(message, i) && (i == 0 || Amounts.NumberAt(message, i - 1, book) is null))
                said = said with { Minutes = said.Minutes ?? 60 };
            if (Amounts.NumberAt(message, i, book) is not { } number || IsName(message, i, book)) continue;
            if (said.At < 0) said = said with { At = i };
            var behind = i + 1 < message.Words.Count && !message.Words[i + 1].AfterBreak ? i + 1 : -1;
            if (behind > 0 && TimeIn(message, behind, book) is { } minutes) said = said with { Minutes = said.Minutes ?? number.Value * minutes };
            else if (said.Amount is null) said = said with { Amount = number.Value, Unit = UnitAt(message, behind, book) };
        }
        return said;
    }

    /// <summary>"page 12" names a page, it counts none.</summary>
    static bool IsName(PersonText message, int index, Phrasebook book) =>
        index > 0 && book.Labels.Values.Any(label => label.IsAt(message, index - 1));

    static double? TimeIn(PersonText message, int at, Phrasebook book) =>
        book.Units["minutes"].IsAt(message, at) ? 1 : book.Units["hours"].IsAt(message, at) ? 60 : null;

    static string? UnitAt(PersonText message, int at, Phrasebook book)
    {
        if (at < 0 || message.Words[at].IsNumber || message.Words[at].Key == "instead") return null;
        if (book.List("stop").IsAt(message, at) && !book.Units.Values.Any(unit => unit.IsAt(message, at))) return null;
        return book.Language is Language.Chinese
            ? message.Slice(at, at + Math.Max(1, book.Units.Values.Max(unit => unit.LengthAt(message, at))))
            : message.Slice(at, at + 1);
    }
}
