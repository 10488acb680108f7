using MicroWins.Rules.Sizing;
using NodaTime.TimeZones;

namespace MicroWins.Rules.Calendar;

/// <summary>The zones that one name stands for.</summary>
sealed class Place
{
    /// <summary>The zones to offer, the likeliest first.</summary>
    public List<string> Zones { get; } = [];

    /// <summary>All zones of the country that the name stands for, to tell which Springfield is meant; empty for a city.</summary>
    public HashSet<string> WholeCountry { get; } = [];

    public bool Covers(string zone) => WholeCountry.Contains(zone) || Zones.Contains(zone);
}

/// <summary>The names of places and the words around them, read once from the files in Calendar/Places.</summary>
sealed class PlaceNames
{
    const string ZoneCities = "zone-cities.tsv", Countries = "countries.tsv", Others = "places.txt";

    /// <summary>Words of the longest name.</summary>
    public const int MostWords = 7;

    readonly Dictionary<string, Place> _byName = [];
    readonly Dictionary<string, string[]> _byZone = [];
    readonly Dictionary<string, List<string>> _namesOfCountry = [];
    readonly Dictionary<string, string[]> _choices = [];
    readonly HashSet<string> _filler = [];

    public static PlaceNames BuiltIn { get; } = new();

    PlaceNames()
    {
        foreach (var row in Lines(ZoneCities).Skip(1).Select(l => l.Text.Split('\t'))) AddZone(row);
        foreach (var row in Lines(Countries).Skip(1).Select(l => l.Text.Split('\t')))
            _namesOfCountry[row[0]] = [.. row.Skip(1)];
        var section = "";
        foreach (var (number, text) in Lines(Others))
            if (text[0] is '[') section = text;
            else ReadOther(section, text, number);
        foreach (var (code, names) in _namesOfCountry) AddCountry(code, names);
    }

    /// <summary>Every name, in the form in which names are compared.</summary>
    public IEnumerable<string> All => _byName.Keys;

    public Place? Find(string key) => _byName.GetValueOrDefault(key);

    public bool IsFiller(string word) => _filler.Contains(word);

    /// <summary>The names of the city of a zone in the eight languages; null for zones without one.</summary>
    public string[]? OfZone(string zone) => _byZone.GetValueOrDefault(zone);

    /// <summary>The form in which names are compared: no case, no accents, no marks; hyphens are spaces.</summary>
    public static string Key(string name)
    {
        var folded = TextFolding.Fold(name);
        var key = string.Concat(folded.Select(c => char.IsLetterOrDigit(c) ? c : c is '\'' or '.' or '"' ? '\0' : ' ').Where(c => c is not '\0'));
        return string.Join(' ', key.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    void AddZone(string[] row)
    {
        _byZone[row[0]] = row[1..];
        foreach (var name in row[1..]) Add(name, row[0]);
    }

    void Add(string name, string zone)
    {
        if (PlaceOf(name).Zones is var zones && !zones.Contains(zone)) zones.Add(zone);
    }

    Place PlaceOf(string name)
    {
        var key = Key(name);
        if (!_byName.TryGetValue(key, out var place)) _byName[key] = place = new();
        return place;
    }

    void ReadOther(string section, string text, int number)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 && section is not "[filler]") throw new FormatException($"{Others}, line {number}: no colon.");
        var (key, values) = (colon < 0 ? "" : text[..colon], text[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        switch (section)
        {
            case "[cities]" or "[abbreviations]": foreach (var name in values) Add(name, key); break;
            case "[countries]": NamesOf(key, number).AddRange(values); break;
            case "[zones]": _choices[key] = values; break;
            case "[filler]": foreach (var word in values) _filler.Add(Key(word)); break;
            default: throw new FormatException($"{Others}, line {number}: {section} is no section.");
        }
    }

    List<string> NamesOf(string code, int number) =>
        _namesOfCountry.GetValueOrDefault(code) ?? throw new FormatException($"{Others}, line {number}: {code} is no country of {Countries}.");

    void AddCountry(string code, List<string> names)
    {
        var all = TzdbDateTimeZoneSource.Default.ZoneLocations!.Where(l => l.CountryCode == code).Select(l => l.ZoneId).ToList();
        foreach (var place in names.Select(PlaceOf))
        {
            foreach (var zone in _choices.GetValueOrDefault(code) ?? [.. all])
                if (!place.Zones.Contains(zone)) place.Zones.Add(zone);
            place.WholeCountry.UnionWith(all);
        }
    }

    static IEnumerable<(int Number, string Text)> Lines(string file)
    {
        using var stream = typeof(PlaceNames).Assembly.GetManifestResourceStream("Places/" + file) ?? throw new FormatException($"{file} is not part of the program.");
        using var reader = new StreamReader(stream);
        var lines = new List<(int, string)>();
        for (var number = 1; reader.ReadLine() is { } line; number++)
            if (line.Length > 0 && line[0] is not '#') lines.Add((number, line));
        return lines;
    }
}
