using System.Reflection;
using NodaTime.TimeZones;

namespace MicroWins.Rules.Safety;

/// <summary>A crisis line that may be shown.</summary>
/// <param name="Name">The service's own name.</param>
/// <param name="Contact">How to reach it: numbers, text codes, addresses, as they are to be shown.</param>
/// <param name="Source">Where the number was read.</param>
/// <param name="Date">Of what date the source or the operator's check is: a year, a year and month, or a day (2024-08).</param>
/// <param name="IsChecked">True where an operator has checked the row on the service's own site.</param>
public sealed record CrisisLine(string Name, string Contact, string Source, string Date, bool IsChecked);

/// <summary>Whom to call in one country.</summary>
/// <param name="EmergencyNumber">The local emergency number or numbers; null where the country is not known or its number is not well established.</param>
/// <param name="Lines">Lines that may be shown with their number; maybe none.</param>
/// <param name="Directory">Where to search lines of any country; always there.</param>
public sealed record CrisisContacts(string? EmergencyNumber, IReadOnlyList<CrisisLine> Lines, CrisisLine Directory);

/// <summary>
/// Emergency numbers and crisis lines by country. A wrong number is worse than none: only rows read in a recent dated source, or checked by an
/// operator, come out with their number (Safety/crisis-lines.tsv says which); for all others there are the emergency number and a directory.
/// </summary>
public static class CrisisLines
{
    const string Recent = "read_recent";

    static readonly string[] LineColumns = ["country", "name", "contact", "source", "date", "confidence", "checked"];

    static readonly Dictionary<string, string> Emergency =
        Rows("emergency-numbers.tsv", ["country", "number"]).ToDictionary(row => row[0], row => row[1], StringComparer.OrdinalIgnoreCase);

    static readonly string[][] All = [.. Rows("crisis-lines.tsv", LineColumns)];

    static readonly ILookup<string, CrisisLine> Shown = All.Where(IsShown).ToLookup(row => row[0], ToLine, StringComparer.OrdinalIgnoreCase);

    static readonly CrisisLine Finder = ToLine(All.First(row => row[0] is "INTL"));

    /// <summary>Whom to call in a country.</summary>
    /// <param name="countryCode">ISO 3166-1 alpha-2, in either case; null, blank and unknown codes give the directory alone.</param>
    public static CrisisContacts For(string? countryCode)
    {
        var code = (countryCode ?? "").Trim();
        return new(Emergency.GetValueOrDefault(code), [.. code is "INTL" or "EU" ? [] : Shown[code]], Finder);
    }

    /// <summary>The country of an IANA time zone, for want of a better clue; null where the zone is unknown or in no country.</summary>
    /// <param name="ianaZone">A zone id such as "America/Sao_Paulo"; old names ("Asia/Calcutta") are read too.</param>
    public static string? FromZone(string? ianaZone)
    {
        var source = TzdbDateTimeZoneSource.Default;
        return ianaZone is not null && source.CanonicalIdMap.TryGetValue(ianaZone, out var canonical)
            ? source.ZoneLocations!.FirstOrDefault(l => l.ZoneId == ianaZone)?.CountryCode ?? CountryOf(source, canonical)
            : null;
    }

    /// <summary>The country in a language tag ("pt-BR", "zh-Hant-TW"); null for a tag without one ("pt").</summary>
    /// <param name="tag">The tag, in either case, with hyphens or underscores.</param>
    public static string? FromTag(string? tag) => (tag ?? "").Split('-', '_').Skip(1)
        .FirstOrDefault(part => part.Length is 2 && part.All(char.IsAsciiLetter))?.ToUpperInvariant();

    // Old names share their zone with places in several countries: then the name says too little.
    static string? CountryOf(TzdbDateTimeZoneSource source, string canonical)
    {
        var countries = source.ZoneLocations!.Where(l => l.ZoneId == canonical).Select(l => l.CountryCode).Distinct().ToArray();
        return countries is [var only] ? only : null;
    }

    static bool IsShown(string[] row) => row[5] is Recent || row[6] is "yes";

    static CrisisLine ToLine(string[] row) => new(row[1], row[2], row[3], row[4], row[6] is "yes");

    static IEnumerable<string[]> Rows(string file, string[] columns)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"MicroWins.Rules.Safety.{file}")!;
        using var reader = new StreamReader(stream);
        return [.. Parse(file, reader.ReadToEnd(), columns)];
    }

    /// <summary>Reads a table and checks it.</summary>
    /// <exception cref="FormatException">A row is wrong; the message names file and line.</exception>
    internal static IEnumerable<string[]> Parse(string file, string text, string[] columns)
    {
        var headSeen = false;
        foreach (var (line, number) in text.Split('\n').Select((line, at) => (line.TrimEnd('\r'), at + 1)))
        {
            if (line.Length is 0 || line[0] is '#') continue;
            var row = line.Split('\t');
            if (row.Length != columns.Length) throw new FormatException($"{file}, line {number}: {row.Length} columns instead of {columns.Length} ({string.Join(", ", columns)}).");
            if (!headSeen)
                headSeen = row.SequenceEqual(columns) ? true : throw new FormatException($"{file}, line {number}: the first row must name the columns: {string.Join(", ", columns)}.");
            else yield return Checked(file, number, row, columns);
        }
    }

    static string[] Checked(string file, int number, string[] row, string[] columns)
    {
        if (row.Any(string.IsNullOrWhiteSpace)) throw new FormatException($"{file}, line {number}: a cell is empty; write - for nothing.");
        if (columns[^1] is "checked" && row[6] is not ("yes" or "no")) throw new FormatException($"{file}, line {number}: checked is yes or no, not '{row[6]}'.");
        if (columns[^1] is "checked" && row[0] is not "INTL" && IsShown(row) && row[4] is "-")
            throw new FormatException($"{file}, line {number}: a row that is shown needs the date of its source.");
        return row;
    }
}
