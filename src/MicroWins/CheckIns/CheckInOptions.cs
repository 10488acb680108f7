using NodaTime;

namespace MicroWins.CheckIns;

/// <summary>When the bot asks.</summary>
public sealed class CheckInOptions
{
    /// <summary>The section of the configuration that this is read from.</summary>
    public const string Section = "CheckIns";

    /// <summary>The IANA time zone of people who have not named theirs; blank = not known, and "tomorrow" is in 24 hours.</summary>
    public string? DefaultZone { get; init; }

    public DateTimeZone? Zone => string.IsNullOrWhiteSpace(DefaultZone) ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(DefaultZone);

    /// <summary>One sentence for each wrong value: the key, and what would be right.</summary>
    public IReadOnlyList<string> Problems() => string.IsNullOrWhiteSpace(DefaultZone) || Zone is not null
        ? []
        : ["CheckIns:DefaultZone must be the name of an IANA time zone, as in Europe/Berlin; leave it empty if you do not know."];
}
