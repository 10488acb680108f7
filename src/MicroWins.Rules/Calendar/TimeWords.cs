using MicroWins.Rules.Sizing;
using NodaTime;

namespace MicroWins.Rules.Calendar;

/// <summary>Reads times, days and lengths of time as people write them in the eight languages.</summary>
/// <remarks>A text is read whole: one word that says something else, and there is no answer, so that "7 pages" is no time.</remarks>
public static class TimeWords
{
    /// <summary>Minutes a day that can be meant at the most: 16 hours.</summary>
    public const int MostMinutesADay = 960;

    /// <summary>Years from now in which a date may lie.</summary>
    public const int MostYears = 10;

    // Whoever answers "2" to "how much time a day?" means hours; whoever answers "20" means minutes.
    const int MostBareHours = 4;

    /// <summary>Reads a time of day: "19:30", "half past 7 pm", "um halb acht", "8h30", "晚上8点".</summary>
    /// <param name="text">Any string.</param>
    /// <param name="language">Its language; digits are read in every language.</param>
    /// <returns>The time; a bare "7" is 07:00, as on a clock of 24 hours. Null where the text is no time.</returns>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public static LocalTime? ReadTime(string text, Language language)
    {
        ArgumentNullException.ThrowIfNull(text);
        return SpokenWords.Items(text, language, SpokenTime.IsWanted) is { } items ? new SpokenTime(language).Read(items) : null;
    }

    /// <summary>Reads a day: "tomorrow", "on friday", "12 december", "12.12.", "in 3 days", "next week", "下周五".</summary>
    /// <param name="text">Any string.</param>
    /// <param name="today">The person's day.</param>
    /// <param name="language">Its language; dates in digits are read in every language.</param>
    /// <param name="monthFirst">True where 03/04 is 4 March (people of the USA), false where it is 3 April. Where only one order is a date, it is that one.</param>
    /// <returns>
    /// The day, today at the earliest. A weekday is the next one after today, also with "next" before it ("下周五" and "friday next week" are of the
    /// week that begins on the next Monday); a date without a year is the next such date, today among them; "next week" is in seven days.
    /// Null where the text is no day, a day that is over, or one over <see cref="MostYears"/> years away.
    /// </returns>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public static LocalDate? ReadDay(string text, LocalDate today, Language language, bool monthFirst = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        var day = SpokenWords.Items(text, language, SpokenDay.IsWanted) is { } items ? new SpokenDay(today, monthFirst).Read(items) : null;
        return day is { } found && found >= today && found <= today.PlusYears(MostYears) ? found : null;
    }

    /// <summary>Reads how much time somebody has a day: "an hour a day", "30 min", "2h", "half an hour", "полчаса".</summary>
    /// <param name="text">Any string.</param>
    /// <param name="language">Its language.</param>
    /// <param name="mayBeBare">False where the text was cut out of a longer one: "in 9", of "in 9 weeks", is no time a day.</param>
    /// <returns>Minutes, from 1 to <see cref="MostMinutesADay"/>; of "1-2 hours" the lower end. A bare number is hours up to 4, else minutes. Null where the
    /// text says no such length.</returns>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public static int? ReadMinutesADay(string text, Language language, bool mayBeBare = true)
    {
        ArgumentNullException.ThrowIfNull(text);
        var passage = Sizer.Default.ReadIn(language, new(text)).Passage;
        var lengths = passage.Durations.Where(d => d.Low < 1440).ToList();
        var minutes = lengths.Count is 1 ? lengths[0].Low : passage.Durations.Count is 0 ? BareMinutes(passage, mayBeBare) : null;
        return minutes is { } known && Math.Round(known) is >= 1 and <= MostMinutesADay and var whole ? (int)whole : null;
    }

    const WordClass SaysNothing = WordClass.Det | WordClass.Skip | WordClass.Perday | WordClass.Atmost | WordClass.ClockBefore;

    // "19.30" is no number of minutes, "1.5" is one of hours.
    static double? OfNumber(double value) => value is >= 1 and <= MostBareHours ? 60 * value : value == Math.Floor(value) ? value : null;

    static double? BareMinutes(Passage passage, bool mayBeBare)
    {
        var numbers = Enumerable.Range(0, passage.Count).Where(i => passage.IsKind(i, TokenKind.Number)).ToList();
        // "9 pm" is a time of day.
        if (Enumerable.Range(0, passage.Count).Any(i => passage.Is(i, WordClass.Unitless))) return null;
        if (mayBeBare && numbers is [var only] && Enumerable.Range(0, passage.Count).All(i => i == only || passage.Is(i, SaysNothing))) return OfNumber(passage.Tokens[only].Value);
        if (numbers.Count > 0) return null;
        // "Час в день", "eine Stunde": a unit by itself is one.
        var units = Enumerable.Range(0, passage.Count).Where(i => passage[i].Minutes is > 0 and <= 90).ToList();
        return units is [var unit] && passage.Count <= 5 ? passage[unit].Minutes : null;
    }
}
