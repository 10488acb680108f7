using NodaTime;

namespace MicroWins.Exports;

/// <summary>Time set aside in a calendar.</summary>
/// <param name="Id">The same for the same block each time, so that a calendar that reads the file twice has it once.</param>
/// <param name="Title">What to do, in the person's words.</param>
/// <param name="Start">When, on the person's wall. A moment that the clocks skip is moved on by as much as they are.</param>
/// <param name="Minutes">How long, 1 to <see cref="LongestMinutes"/>.</param>
/// <param name="Description">More of it; empty for none.</param>
/// <param name="Days">On how many days in a row, 1 to <see cref="MostDays"/>: the same time on the wall each day.</param>
public sealed record CalendarBlock(string Id, string Title, LocalDateTime Start, int Minutes, string Description = "", int Days = 1)
{
    /// <summary>A block ends on its day.</summary>
    public const int LongestMinutes = 24 * 60;

    /// <summary>A year: what comes after it will be planned by then.</summary>
    public const int MostDays = 366;

    public string Id { get; } = string.IsNullOrWhiteSpace(Id) ? throw new ArgumentException("A block has an id.", nameof(Id)) : Id;

    public int Minutes { get; } = Minutes is >= 1 and <= LongestMinutes ? Minutes : throw new ArgumentOutOfRangeException(nameof(Minutes), Minutes, "A block has 1 to 1440 minutes.");

    public int Days { get; } = Days is >= 1 and <= MostDays ? Days : throw new ArgumentOutOfRangeException(nameof(Days), Days, "A block is on 1 to 366 days.");
}
