using CsCheck;
using MicroWins.Rules.Evidence;
using NodaTime;

namespace MicroWins.Rules.Tests.Evidence;

/// <summary>Records drawn as strings: one letter a day.</summary>
static class Days
{
    /// <summary>2 March 2026, a Monday.</summary>
    public static readonly LocalDate First = new(2026, 3, 2);

    /// <summary>Draws a record from <see cref="First"/> on: k kept, m missed, s skipped, p paused, a blank for a day without a row, a digit for that many pages on top of one.</summary>
    public static EvidenceRow[] Draw(string days) => Draw(days, First);

    public static EvidenceRow[] Draw(string days, LocalDate first) =>
    [
        .. days.Select((letter, index) => (letter, day: first.PlusDays(index))).Where(day => day.letter is not ' ').Select(day => day.letter switch
        {
            'k' => EvidenceRow.Kept(day.day, "pages", 1),
            'm' => EvidenceRow.Missed(day.day),
            's' => EvidenceRow.Skipped(day.day),
            'p' => EvidenceRow.Paused(day.day),
            _ => EvidenceRow.Kept(day.day, "pages", 1, day.letter - '0'),
        }),
    ];

    public static readonly Gen<string> Any = Gen.Int[0, 5].Select(letter => "kkmsp "[letter]).Array[0, 80].Select(letters => new string(letters));
}
