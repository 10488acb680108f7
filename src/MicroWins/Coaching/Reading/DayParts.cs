using System.Globalization;
using System.Text.RegularExpressions;

namespace MicroWins.Coaching.Reading;

/// <summary>Reads when in the day something is to be: "before lunch", "19:30", "am Abend", "早上".</summary>
internal static partial class DayParts
{
    const int Noon = 12;
    const int EveningStarts = 18;

    /// <summary>The part of the day that a text names; null where it names none.</summary>
    public static DayPart? Read(string text) =>
        OfHour(text)
        ?? (Afternoon().IsMatch(text) ? DayPart.Afternoon
        : Evening().IsMatch(text) ? DayPart.Evening
        : Morning().IsMatch(text) ? DayPart.Morning
        : null);

    static DayPart? OfHour(string text)
    {
        if (Clock().Match(text) is not { Success: true } match) return null;
        var hour = int.Parse(match.Groups["hour"].ValueSpan, CultureInfo.InvariantCulture);
        if (match.Groups["half"].Value is ['p' or 'P', ..] && hour < Noon) hour += Noon;
        return hour switch { < Noon => DayPart.Morning, < EveningStarts => DayPart.Afternoon, _ => DayPart.Evening };
    }

    [GeneratedRegex(@"(?<!\d)(?<hour>[01]?\d|2[0-3])(?:[:.h]\d{2}\s*(?<half>[ap]\.?m)?|\s*(?<half>[ap]\.?m))(?!\w)", RegexOptions.IgnoreCase)]
    private static partial Regex Clock();

    [GeneratedRegex(@"afternoon|\bnoon|midday|\blunch|nachmittag|(?<!vor)mittag|\btarde\b|mediod[ií]a|almuerzo|apr[eè]s-?\s?midi|\bmidi\b|déjeuner|almo[cç]o|pomeriggi|pranzo|дн[её]м|обед|下午|中午|午饭|午后", RegexOptions.IgnoreCase)]
    private static partial Regex Afternoon();

    [GeneratedRegex(@"evening|\bnight|bedtime|before bed|dinner|supper|abend|nacht\b|schlafen|\bnoches?\b|cena|\bsoir|dîner|coucher|\bnoite|jantar|\bsera\b|stasera|вечер|ужин|сном|晚|夜|睡前", RegexOptions.IgnoreCase)]
    private static partial Regex Evening();

    [GeneratedRegex(@"morning|breakfast|wake|waking|\bmorgens?\b|\bmorgen|vormittag|früh|ma[ñn]ana|desayuno|\bmatin|petit.d[eé]jeuner|manh[ãa]|mattin|colazione|утр|завтрак|早|上午", RegexOptions.IgnoreCase)]
    private static partial Regex Morning();
}
