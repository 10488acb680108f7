using MicroWins.Rules.Sizing;

namespace MicroWins.Rules.Calendar;

/// <summary>Finds the places in a short text whose other words say nothing: "I live in Portland, Oregon", "我住在北京".</summary>
static class PlaceWords
{
    // "Hi, well, I am currently living close to the city of ..."
    const int MostParts = 40;

    public static ZoneAnswer? Read(string line)
    {
        var names = PlaceNames.BuiltIn;
        if (names.Find(PlaceNames.Key(line)) is { } whole) return ZoneAnswer.Of(whole.Zones);
        var parts = Parts(PlaceNames.Key(line));
        if (parts.Count is 0 or > MostParts) return null;
        return Answer(Found(parts, names, fillerFirst: true)) ?? Answer(Found(parts, names, fillerFirst: false));
    }

    // Words, and each Chinese character by itself.
    static List<string> Parts(string key)
    {
        var parts = new List<string>();
        foreach (var word in key.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (word.Any(Tokenizer.IsHan)) parts.AddRange(word.Select(c => c.ToString()));
            else parts.Add(word);
        return parts;
    }

    // All words must be places or filler: of "nice to meet you" nobody is in Nice.
    static List<Place>? Found(List<string> parts, PlaceNames names, bool fillerFirst)
    {
        var places = new List<Place>();
        for (var at = 0; at < parts.Count;)
        {
            var length = LongestName(parts, at, names, out var place);
            var filler = LongestFiller(parts, at, names);
            if (filler > 0 && (place is null || filler >= length && fillerFirst)) at += filler;
            else if (place is null) return null;
            else
            {
                places.Add(place);
                at += length;
            }
        }
        return places;
    }

    static int LongestName(List<string> parts, int at, PlaceNames names, out Place? place)
    {
        for (var length = Math.Min(PlaceNames.MostWords, parts.Count - at); length > 0; length--)
            if ((place = names.Find(Joined(parts, at, length)) ?? Declined(Joined(parts, at, length), names)) is not null) return length;
        place = null;
        return 1;
    }

    static int LongestFiller(List<string> parts, int at, PlaceNames names)
    {
        for (var length = Math.Min(4, parts.Count - at); length > 0; length--)
            if (names.IsFiller(Joined(parts, at, length))) return length;
        return 0;
    }

    static string Joined(List<string> parts, int at, int length)
    {
        var joined = parts[at];
        for (var i = at + 1; i < at + length; i++)
            joined += Tokenizer.IsHan(parts[i][0]) && Tokenizer.IsHan(parts[i - 1][0]) ? parts[i] : " " + parts[i];
        return joined;
    }

    static readonly string[] Cases = ["ом", "ой", "ии", "е", "и", "у", "ю", "ы", "а", "я"], Nominatives = ["", "а", "я", "ь", "о", "ия", "и", "ы"];

    // "в Москве", "из Германии": Russian places in other cases.
    static Place? Declined(string word, PlaceNames names)
    {
        if (word.Length < 4 || word[0] is < 'а' or > 'я') return null;
        foreach (var ending in Cases.Where(e => word.EndsWith(e, StringComparison.Ordinal)))
            foreach (var nominative in Nominatives)
                if (names.Find(word[..^ending.Length] + nominative) is { } place) return place;
        return null;
    }

    // "Portland, Oregon" is where both agree; "Paris, Texas" is asked about.
    static ZoneAnswer? Answer(List<Place>? places)
    {
        if (places is null or []) return null;
        var common = places.SelectMany(p => p.Zones).Where(zone => places.TrueForAll(p => p.Covers(zone))).ToList();
        return ZoneAnswer.Of(common.Count > 0 ? common : places.SelectMany(p => p.Zones));
    }
}
