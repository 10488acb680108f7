using NodaTime;

namespace MicroWins.Rules.Calendar;

/// <summary>Makes a time of day of the words that say it.</summary>
readonly struct SpokenTime(Language language)
{
    public static bool IsWanted(Spoken kind) => kind is >= Spoken.Number and <= Spoken.Min or Spoken.Filler;

    public LocalTime? Read(List<SpokenItem> items)
    {
        var part = items.Where(i => i.Kind is Spoken.Am or Spoken.Pm or Spoken.Night).Select(i => i.Kind).Distinct().ToList();
        if (part.Count > 1 || items.Exists(i => i is { Kind: Spoken.Mark, Mark: not (':' or '.' or ',') })) return null;
        var noonByName = items.Exists(i => i.Kind is Spoken.Noon) && items.Exists(i => i.Kind is Spoken.Number) && language is Language.Chinese or Language.German;
        var joined = items.Exists(i => i.Kind is Spoken.Hour or Spoken.Mark);
        var core = items.Where(i => i.Kind is not (Spoken.Am or Spoken.Pm or Spoken.Night or Spoken.Hour or Spoken.Min or Spoken.Filler or Spoken.Mark) && !(noonByName && i.Kind is Spoken.Noon)).ToList();
        // "20 minutes" are a length and no time.
        if (core.Count is 1 && items.Exists(i => i.Kind is Spoken.Min)) return null;
        if (MinutesOf(core, joined) is not { } minutes) return null;
        var half = noonByName ? Spoken.Noon : part.Count > 0 ? part[0] : (Spoken?)null;
        return minutes is < -60 or > 24 * 60 + 59 ? null : LocalTime.Midnight.PlusMinutes(OnHalf(minutes, half));
    }

    // Minutes of the day by the words alone; those of "to one" may be negative.
    int? MinutesOf(List<SpokenItem> core, bool joined) => core.Select(i => i.Kind).ToArray() switch
    {
        [Spoken.Noon] => 720,
        [Spoken.Midnight] => 0,
        [Spoken.Noon, Spoken.Plus, _] when Part(core[2]) is { } more => 720 + more,
        [Spoken.Midnight, Spoken.Plus, _] when Part(core[2]) is { } more => more,
        [Spoken.Number] => Whole(core[0]),
        [Spoken.Number, Spoken.Number] when IsMinute(core[1], joined) => Hour(core[0]) + core[1].Value,
        [Spoken.Number, Spoken.Half] => Hour(core[0]) + 30,
        [Spoken.Number, Spoken.Number, Spoken.Quarter] when core[1].Value is 1 or 3 => Hour(core[0]) + 15 * core[1].Value,
        [Spoken.HalfBefore] when core[0].Value > 0 => Hour(core[0]) - 30,
        [Spoken.HalfBefore, Spoken.Number] => Hour(core[1]) - 30,
        [Spoken.ThreeBefore, Spoken.Number] => Hour(core[1]) - 15,
        [Spoken.Half, Spoken.Number] when language is Language.English => Hour(core[1]) + 30,
        [Spoken.Quarter, Spoken.Number] when language is Language.German or Language.Russian => Hour(core[1]) - 45,
        [Spoken.Number, Spoken.Plus or Spoken.Minus, Spoken.HalfBefore, Spoken.Number] => Hour(core[3]) - 30 + (core[1].Kind is Spoken.Plus ? 1 : -1) * core[0].Value,
        [Spoken.Minus, _, Spoken.Number] when Part(core[1]) is { } less => Hour(core[2]) - less,
        [_, Spoken.Plus, _] => Joined(core[0], core[2], 1, language is Language.English or Language.German),
        [_, Spoken.Minus, _] => Joined(core[0], core[2], -1, language is Language.English or Language.German || language is Language.Portuguese && core[2].Kind is Spoken.Number),
        _ => null,
    };

    // "Ten past seven", but "las siete y diez".
    static int? Joined(SpokenItem one, SpokenItem other, int sign, bool hourLast)
    {
        var (hour, part) = hourLast && one.Kind is not (Spoken.Noon or Spoken.Midnight) ? (other, one) : (one, other);
        return hour.Kind is Spoken.Number && Part(part) is { } minutes ? Hour(hour) + sign * minutes : null;
    }

    static int? Part(SpokenItem item) => item.Kind switch
    {
        Spoken.Half => 30,
        Spoken.Quarter => 15,
        Spoken.Number when item.Value is > 0 and < 60 => item.Value,
        _ => null,
    };

    // "1930" and "730" are times as well; "07" and "7" are hours.
    static int? Whole(SpokenItem item) => item.Digits is 3 or 4 ? item.Value % 100 < 60 && item.Value < 2400 ? item.Value / 100 * 60 + item.Value % 100 : null : Hour(item);

    static int? Hour(SpokenItem item) => item is { Value: <= 24, Digits: <= 2 } ? item.Value * 60 : null;

    // "19:05" and "seven thirty"; "7 5" is nothing.
    static bool IsMinute(SpokenItem item, bool joined) => item.Value < 60 && (joined ? item.Digits is 0 or 2 : item.Value >= 10);

    static int OnHalf(int minutes, Spoken? part)
    {
        var hour = (minutes + 24 * 60) % (24 * 60) / 60;
        return minutes + part switch
        {
            Spoken.Am when hour is 12 => -720,
            Spoken.Pm when hour < 12 => 720,
            Spoken.Noon when hour is >= 1 and < 5 => 720,
            Spoken.Night when hour is 12 => -720,
            Spoken.Night when hour is >= 6 and < 12 => 720,
            _ => 0,
        };
    }
}
