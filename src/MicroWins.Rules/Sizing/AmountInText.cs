using MicroWins.Rules.Sizing.Amounts;

namespace MicroWins.Rules.Sizing;

/// <summary>
/// The one amount in the words of a step, which a habit can grow by: "Read one page of Hobsbawm" is 1 page, "Practise piano for 5 minutes" is 5 minutes.
/// </summary>
public sealed class AmountInText
{
    readonly AmountSpot _spot;
    readonly Lazy<Effort> _perUnit;

    // Found out when it is asked for: it takes a dozen readings, and most want to know the amount alone.
    AmountInText(AmountSpot spot) => (_spot, _perUnit) = (spot, new(() => PerUnitOf(spot)));

    /// <summary>How many, at least 1; of "1-2 pages" the lower end, since that is what is promised.</summary>
    public int Amount => _spot.Amount;

    /// <summary>What is counted, in the words of the text: "page", "Liegestütze", "минут"; never blank.</summary>
    public string Unit => _spot.Unit;

    /// <summary>What is counted, as it is said of many: "pages", "Seiten", "страниц"; the same for every amount of the same thing, so that amounts can be summed by it.</summary>
    public string UnitOfMany => (_spot.With(5) ?? _spot.With(2))?.Unit ?? Unit;

    /// <summary>What is counted, as it stands beside a number: "page" beside 1, "pages" beside 3.</summary>
    /// <param name="amount">The number, at least 1.</param>
    public string UnitFor(int amount) => _spot.With(amount)?.Unit ?? (amount is 1 ? Unit : UnitOfMany);

    /// <summary>True where the amount is a length of time in minutes; hours are told as minutes, seconds are a unit of their own.</summary>
    public bool IsMinutes => _spot.Measure is AmountMeasure.Minutes;

    /// <summary>
    /// Minutes that one unit adds at the usual pace, at least one second. Units whose sum is at most 10 minutes give a text that is sized at most 10 minutes.
    /// Over 10 minutes where a single unit is too big for a habit ("read one chapter").
    /// </summary>
    public Effort PerUnit => _perUnit.Value;

    /// <summary>The kind of work, for a person's own pace.</summary>
    public WorkKind Kind => _spot.Reading.Kind;

    /// <summary>Finds the amount of a step.</summary>
    /// <param name="text">The step; any string.</param>
    /// <param name="language">Its language; a text that is plainly in another is read in that.</param>
    /// <returns>The amount; null where the text has none ("Put on workout clothes"), several ("Read 2 pages and write 3 lines"), a broken one
    /// ("half a page"), or is longer than a step may be.</returns>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public static AmountInText? Find(string text, Language language)
    {
        ArgumentNullException.ThrowIfNull(text);
        return AmountSpot.In(text, language) is { } spot ? new(spot) : null;
    }

    /// <summary>The same text with another amount, in the grammar of its language: "Read 3 pages of Hobsbawm".</summary>
    /// <param name="amount">The new amount, at least 1.</param>
    /// <returns>The text; null where its grammar is not known well enough, where it would pass <see cref="Limits.StepTextLength"/>, or where the
    /// engine would no longer read the same amount in it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The amount is under 1.</exception>
    public string? With(int amount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, 1);
        return _spot.With(amount)?.Reading.Line;
    }

    // One unit's share of the step; where other doings stand beside it, so much more that a full 10 minutes of units still fit with them.
    static Effort PerUnitOf(AmountSpot spot)
    {
        var effort = spot.Measure switch
        {
            AmountMeasure.Minutes => Effort.FromMinutes(1),
            AmountMeasure.Seconds => Effort.FromMinutes(AmountSpot.MinutesOfSecond),
            _ => OneOf(spot),
        };
        var most = MostOf(effort.HighMinutes);
        var fits = MostThatFits(spot, most);
        return fits == most ? effort : Raised(effort, fits);
    }

    static Effort OneOf(AmountSpot spot)
    {
        // The range "1-2 pages" is sized as two; its lower end is sized as it would be said.
        var effort = spot.IsRange ? (spot.With(spot.Amount) ?? spot).Reading.Effort : spot.Reading.Effort;
        var high = Math.Max(effort.HighMinutes / spot.Amount, AmountSpot.MinutesOfSecond);
        return Effort.FromMinutes(Math.Min(effort.LowMinutes / spot.Amount, high), high);
    }

    static int MostOf(double minutes) => (int)Math.Floor(Limits.MicroGoalMinutes / minutes + 1e-9);

    static bool Fits(AmountSpot spot, int amount) => spot.With(amount) is not { } other || other.Reading.Effort.HighMinutes <= Limits.MicroGoalMinutes;

    // More of a unit takes longer, but for the forms of Russian that may mean another thing: these come round within ten.
    static int MostThatFits(AmountSpot spot, int most)
    {
        for (var amount = most; amount > 0 && amount > most - 10;)
        {
            if (Fits(spot, amount)) amount--;
            else most = amount = Largest(spot, amount);
        }
        return most;
    }

    static int Largest(AmountSpot spot, int over)
    {
        var fits = 0;
        while (over - fits > 1)
        {
            var middle = (fits + over) / 2;
            if (Fits(spot, middle)) fits = middle;
            else over = middle;
        }
        return fits;
    }

    static Effort Raised(Effort effort, int most) => Effort.FromMinutes(effort.LowMinutes, most > 0 ? Limits.MicroGoalMinutes / most : Math.Max(effort.HighMinutes, 2 * Limits.MicroGoalMinutes));
}
