namespace MicroWins.Messaging;

/// <summary>What becomes of a message at the door.</summary>
enum Entry
{
    /// <summary>It is read.</summary>
    Read,

    /// <summary>It is not read, and the person is told so.</summary>
    Told,

    /// <summary>It is not read, and the person knows.</summary>
    Silence,
}

/// <summary>How fast one person writes. Arithmetic only.</summary>
/// <param name="Since">When the minute began that is counted.</param>
/// <param name="Read">Messages that were read in it.</param>
/// <param name="Urgent">Messages that were read in it though it was full.</param>
/// <param name="IsTold">Whether the person was told to go slower; the minute begins anew then.</param>
readonly record struct ReadingPace(DateTimeOffset Since, int Read, int Urgent, bool IsTold)
{
    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Whether the minute is over, also where the clock was set back: nobody is kept out by a wrong clock.</summary>
    public bool IsOver(DateTimeOffset now) => now < Since || now - Since >= Minute;

    /// <summary>Decides on one more message.</summary>
    /// <param name="now">The moment that it came.</param>
    /// <param name="most">Messages a minute.</param>
    /// <param name="isCrowded">Whether too much of this person waits already.</param>
    /// <param name="isUrgent">Says whether it must be answered all the same; asked where it matters. As many of these again are read, and no more: whoever writes them has been answered that often by then.</param>
    public (ReadingPace After, Entry Entry) Next(DateTimeOffset now, int most, bool isCrowded, Func<bool> isUrgent)
    {
        var pace = IsOver(now) ? new ReadingPace(now, 0, 0, false) : this;
        if (!pace.IsTold && !isCrowded && pace.Read < most) return (pace with { Read = pace.Read + 1 }, Entry.Read);
        if (pace.Urgent < most && isUrgent()) return (pace with { Urgent = pace.Urgent + 1 }, Entry.Read);
        return pace.IsTold ? (pace, Entry.Silence) : (pace with { Since = now, IsTold = true }, Entry.Told);
    }
}
