using System.Globalization;
using System.Text.RegularExpressions;
using MicroWins.Rules;

namespace MicroWins.Coaching.Reading;

/// <summary>
/// Reads a change of level in words. The levels are the rules', from what the store holds: a text with any other number is dropped, since
/// the bot never claims a number that nobody counted.
/// </summary>
internal static partial class NextLevelReader
{
    public static DraftReading Read(Part root, CoachRequest.ScaleUp asked)
    {
        var given = ClaimedNumbers.In(asked.Language, asked.Now, asked.Next, asked.Record, asked.InThreeMonths, asked.InSixMonths);
        string? Honest(string? text) => text is not null && IsHonest(text, given, asked.Language) ? text : null;
        var signals = root.Anywhere("signals", FieldNames.Signals())?.Texts ?? [];
        var kept = signals.Where(signal => Honest(signal) is not null).ToList();
        if (kept.Count == 0) return new DraftReading.Unusable(signals.Count == 0
            ? "There were no signals in it."
            : "Each of its signals had a number that was not given; use none but those given.");
        var words = FillIns.For(asked.Language);
        return new DraftReading.Usable(new CoachDraft.NextLevel(
            DraftTexts.Texts(kept, DraftTexts.MostTexts, []),
            DraftTexts.Sentence(Honest(root.Anywhere("test", FieldNames.Test())?.Text), words.Test),
            DraftTexts.Sentence(Honest(root.Anywhere("wayBack", FieldNames.WayBack())?.Text), words.WayBack),
            DraftTexts.Sentence(Honest(root.Anywhere("path", FieldNames.Future())?.Text), Path(words, asked))));
    }

    static string Path(FillInWords words, CoachRequest.ScaleUp asked) => ModelText.Clean(
        string.Format(CultureInfo.InvariantCulture, words.Path, asked.InThreeMonths.TrimEnd('.', '。'), asked.InSixMonths.TrimEnd('.', '。')), DraftTexts.SentenceLength);

    // The months are in the question itself.
    static bool IsHonest(string text, IReadOnlySet<double> given, Language language) =>
        ClaimedNumbers.In(Months().Replace(text, ""), language).All(given.Contains);

    [GeneratedRegex(@"\b(?:3|6|three|six|tres|seis|drei|sechs|trois|três|tre|sei|три|шесть|трёх|шести)[\s-](?:months?|meses|monate?n?|mois|mesi|месяц\w*)|[36三六]\s?个月", RegexOptions.IgnoreCase)]
    private static partial Regex Months();
}
