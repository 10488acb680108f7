namespace MicroWins.Rules.Calendar;

/// <summary>Which time zone a text about a place means. No answer at all is null: the place is not known.</summary>
public abstract record ZoneAnswer
{
    ZoneAnswer() { }

    /// <summary>The text means one zone.</summary>
    /// <param name="Zone">An id that NodaTime's tzdb provider loads: IANA ("Europe/Berlin"), or a fixed offset ("UTC+05:30").</param>
    public sealed record One(string Zone) : ZoneAnswer;

    /// <summary>The text means one of several zones; the person has to choose.</summary>
    /// <param name="Zones">2 to 6 ids, the likeliest first.</param>
    public sealed record Several(IReadOnlyList<string> Zones) : ZoneAnswer
    {
        /// <summary>Zones to choose from at the most: as many buttons as a phone shows.</summary>
        public const int Most = 6;
    }

    /// <summary>The answer for a list of zones: null for none, one, or the first few.</summary>
    internal static ZoneAnswer? Of(IEnumerable<string> zones) => zones.Distinct().Take(Several.Most).ToList() switch
    {
        [] => null,
        [var one] => new One(one),
        var several => new Several(several),
    };
}
