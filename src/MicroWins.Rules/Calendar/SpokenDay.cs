using NodaTime;

namespace MicroWins.Rules.Calendar;

/// <summary>Makes a day of the words that say it.</summary>
readonly struct SpokenDay(LocalDate today, bool monthFirst)
{
    // A longer wait is no plan.
    const int MostDays = 3660;

    public static bool IsWanted(Spoken kind) => kind is Spoken.Number or Spoken.Mark or Spoken.Plus or >= Spoken.Today;

    public LocalDate? Read(List<SpokenItem> items)
    {
        var core = items.Where(i => i.Kind is not Spoken.Filler).ToList();
        if (Digits(core) is { } date) return date;
        var isOrdinal = core.Exists(i => i.Kind is Spoken.Ordinal);
        var inWords = core.Where(i => i.Kind is not (Spoken.Ordinal or Spoken.Mark)).ToList();
        // "Entro venerdì": by that day.
        if (inWords is [{ Kind: Spoken.In }, { Kind: not (Spoken.Number or Spoken.Day or Spoken.Week or Spoken.Month) }, ..]) inWords.RemoveAt(0);
        // "Friday, 12 December": the date says more.
        if (inWords.Exists(i => i.Kind is Spoken.MonthName) || isOrdinal && inWords.Exists(i => i.Kind is Spoken.Number)) inWords.RemoveAll(i => i.Kind is Spoken.Weekday);
        return Named(inWords) ?? Ahead(inWords) ?? Dated(inWords, isOrdinal);
    }

    LocalDate? Named(List<SpokenItem> core) => core.Select(i => i.Kind).ToArray() switch
    {
        [Spoken.Today] => today,
        [Spoken.Tomorrow] => today.PlusDays(1),
        [Spoken.Overmorrow] => today.PlusDays(2),
        [Spoken.NextWeek] => today.PlusDays(7),
        [Spoken.NextMonth] => today.PlusMonths(1),
        [Spoken.Weekend] => today.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? today : today.Next(IsoDayOfWeek.Saturday),
        [Spoken.MonthEnd] => today.With(DateAdjusters.EndOfMonth),
        [Spoken.Weekday] => today.Next((IsoDayOfWeek)core[0].Value),
        [Spoken.Next, Spoken.Weekday] => today.Next((IsoDayOfWeek)core[1].Value),
        [Spoken.Weekday, Spoken.Next] => today.Next((IsoDayOfWeek)core[0].Value),
        [Spoken.WeekdayOfNextWeek] => OfNextWeek(core[0].Value),
        [Spoken.NextWeek, Spoken.Weekday] => OfNextWeek(core[1].Value),
        [Spoken.Weekday, Spoken.NextWeek] => OfNextWeek(core[0].Value),
        _ => null,
    };

    LocalDate OfNextWeek(int weekday) => today.Next(IsoDayOfWeek.Monday).PlusDays(weekday - 1);

    // "in 3 days", "3 weeks", "через неделю"
    LocalDate? Ahead(List<SpokenItem> core) => core.Select(i => i.Kind).ToArray() switch
    {
        [Spoken.In, Spoken.Number, var unit] => After(core[1].Value, unit),
        [Spoken.Number, var unit, Spoken.In] => After(core[0].Value, unit),
        [Spoken.Number, var unit] => After(core[0].Value, unit),
        [Spoken.In, var unit] => After(1, unit),
        _ => null,
    };

    LocalDate? After(int count, Spoken unit) => (unit, count) switch
    {
        (_, < 0 or > MostDays) => null,
        (Spoken.Day, _) => today.PlusDays(count),
        (Spoken.Week, <= MostDays / 7) => today.PlusWeeks(count),
        (Spoken.Month, <= MostDays / 30) => today.PlusMonths(count),
        _ => null,
    };

    LocalDate? Dated(List<SpokenItem> core, bool isOrdinal) => core.Select(i => i.Kind).ToArray() switch
    {
        [Spoken.Number, Spoken.MonthName] => Next(core[0].Value, core[1].Value),
        [Spoken.MonthName, Spoken.Number] => Next(core[1].Value, core[0].Value),
        [Spoken.Number, Spoken.MonthName, Spoken.Number] => Of(core[2], core[1].Value, core[0].Value),
        [Spoken.MonthName, Spoken.Number, Spoken.Number] => Of(core[2], core[0].Value, core[1].Value),
        [Spoken.Number] when isOrdinal => NextOfMonth(core[0].Value),
        _ => null,
    };

    // "12.12.", "12/12/2026", "2026-12-12", "12月12日"
    LocalDate? Digits(List<SpokenItem> core)
    {
        var numbers = core.Where(i => i is { Kind: Spoken.Number }).ToList();
        var marks = core.Where(i => i.Kind is Spoken.Mark).Select(i => i.Mark).ToList();
        if (core.Exists(i => i.Kind is not (Spoken.Number or Spoken.Mark or Spoken.Ordinal or Spoken.Weekday)) || marks.Contains(':')) return null;
        return (numbers.Count, string.Concat(marks.Where(m => m is not ','))) switch
        {
            (2, "月") => Next(numbers[1].Value, numbers[0].Value),
            (3, "年月") => Of(numbers[0], numbers[1].Value, numbers[2].Value),
            (3, "--" or "//" or "..") when numbers[0].Digits is 4 => Of(numbers[0], numbers[1].Value, numbers[2].Value),
            (2, "." or "..") => Next(numbers[0].Value, numbers[1].Value),
            (2, "/" or "-") => InOrder(numbers[0].Value, numbers[1].Value) is var (day, month) ? Next(day, month) : null,
            (3, "..") => Of(numbers[2], numbers[1].Value, numbers[0].Value),
            (3, "//" or "--") => InOrder(numbers[0].Value, numbers[1].Value) is var (day, month) ? Of(numbers[2], month, day) : null,
            _ => null,
        };
    }

    (int Day, int Month) InOrder(int one, int other) => monthFirst && one <= 12 || other > 12 ? (other, one) : (one, other);

    static LocalDate? Of(SpokenItem year, int month, int day) => Valid(year.Digits is 2 ? 2000 + year.Value : year.Digits is 4 ? year.Value : 0, month, day);

    // A 29 February may be years away.
    LocalDate? Next(int day, int month)
    {
        for (var year = today.Year; year <= today.Year + 8; year++)
            if (Valid(year, month, day) is { } date && date >= today) return date;
        return null;
    }

    LocalDate? NextOfMonth(int day)
    {
        for (var months = 0; months < 3; months++)
            if (today.PlusMonths(months) is var month && Valid(month.Year, month.Month, day) is { } date && date >= today) return date;
        return null;
    }

    static LocalDate? Valid(int year, int month, int day) => year is >= 1900 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
        ? new LocalDate(year, month, day) : null;
}
