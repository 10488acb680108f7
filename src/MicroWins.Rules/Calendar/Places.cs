using System.Globalization;
using MicroWins.Rules.Sizing;
using NodaTime;

namespace MicroWins.Rules.Calendar;

/// <summary>Reads where somebody is: a city, a country, an IANA id, an offset, or the time that their clock shows. Makes a time zone of it.</summary>
public static class Places
{
    /// <summary>Reads a place or an offset as people write it in the eight languages.</summary>
    /// <param name="text">Any string: "Munich", "я в Москве", "Paris, Texas", "UTC+2", "+5:30", "Europe/Berlin", "EST", "it is 18:40 here".</param>
    /// <param name="now">The moment at which the text was written, for "it is 18:40 here"; null where it is not known: such a text then has no answer.</param>
    /// <returns>One zone, several to choose from ("USA", "Springfield"), or null where the place is not known.</returns>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public static ZoneAnswer? ReadZone(string text, Instant? now = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = TextCleaning.Clean(text, out _);
        if (line.Length > MostLength) return null;
        return OffsetWords.Read(line) ?? Id(line) ?? PlaceWords.Read(line) ?? (now is { } moment ? ClockHere.Read(line, moment) : null);
    }

    /// <summary>What the city of a zone is called: "Москва" for Europe/Moscow in Russian.</summary>
    /// <param name="zone">A zone id; of ids without a city of their own the last part comes back ("UTC+02").</param>
    /// <param name="language">The language.</param>
    public static string NameOf(string zone, Language language)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var at = language is Language.Unknown ? 0 : Languages.All.TakeWhile(l => l != language).Count();
        return PlaceNames.BuiltIn.OfZone(zone)?[at] ?? zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ');
    }

    // Nobody tells where they live in more.
    const int MostLength = 120;

    // "europe/berlin", "America/New York"
    static ZoneAnswer.One? Id(string line)
    {
        var word = line.Split(' ').FirstOrDefault(w => w.Contains('/', StringComparison.Ordinal))?.Trim('"', '.', ',', '(', ')');
        var whole = line.Replace(' ', '_');
        return Ids.TryGetValue(whole, out var id) && whole.Contains('/', StringComparison.Ordinal) || word is not null && Ids.TryGetValue(word, out id) ? new(id) : null;
    }

    static readonly Dictionary<string, string> Ids = DateTimeZoneProviders.Tzdb.Ids.ToDictionary(id => id, id => id, StringComparer.OrdinalIgnoreCase);
}

/// <summary>Offsets: "UTC+2", "GMT-5", "+5:30", "МСК+2".</summary>
static class OffsetWords
{
    const int MoscowMinutes = 180, LeastMinutes = -12 * 60, MostMinutes = 14 * 60;

    static readonly string[] Names = ["utc", "gmt", "мск", "msk"];

    public static ZoneAnswer? Read(string line)
    {
        var folded = TextFolding.Fold(line).Replace('–', '-').Replace('—', '-').Replace(" ", "", StringComparison.Ordinal).TrimEnd('.', '!');
        var (name, at) = Names.Select(n => (n, folded.LastIndexOf(n, StringComparison.Ordinal))).MaxBy(n => n.Item2);
        var rest = at < 0 ? folded : folded[(at + name.Length)..];
        if (rest.Length is 0 or > 6 || rest[0] is not ('+' or '-') || Minutes(rest[1..]) is not { } minutes) return null;
        minutes = (rest[0] is '-' ? -minutes : minutes) + (at >= 0 && name is "мск" or "msk" ? MoscowMinutes : 0);
        return minutes is < LeastMinutes or > MostMinutes ? null : new ZoneAnswer.One(Id(minutes));
    }

    static int? Minutes(string digits)
    {
        var parts = digits.Split(':', '.', 'h');
        if (parts.Length is 1 && digits.Length is 4) parts = [digits[..2], digits[2..]];
        if (parts.Length > 2 || parts[0].Length > 2 || parts.Length is 2 && parts[1].Length is not 2) return null;
        return int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
            && int.TryParse(parts.Length is 2 ? parts[1] : "0", NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes < 60 ? 60 * hours + minutes : null;
    }

    /// <summary>The id of a fixed offset as NodaTime loads it.</summary>
    public static string Id(int minutes) => DateTimeZone.ForOffset(Offset.FromSeconds(60 * minutes)).Id;
}
