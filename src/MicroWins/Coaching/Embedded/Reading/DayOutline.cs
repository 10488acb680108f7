using MicroWins.Coaching.Embedded.Knowledge;

namespace MicroWins.Coaching.Embedded.Reading;

/// <summary>Reads the outline of a day: which parts of it are taken, and how full it sounds.</summary>
sealed class DayOutline
{
    readonly HashSet<DayPart> _busy = [];
    readonly HashSet<DayPart> _free = [];

    /// <summary>Small steps that fit into such a day: 1 to 3.</summary>
    public int PerDay { get; private init; }

    public bool IsBusy(DayPart part) => _busy.Contains(part) && !_free.Contains(part);

    public static DayOutline Read(PersonText day, Phrasebook book)
    {
        var outline = new DayOutline();
        foreach (var (first, end) in Clauses(day)) outline.ReadClause(day, first, end, book);
        return new DayOutline(outline, day, book);
    }

    DayOutline() { }

    DayOutline(DayOutline read, PersonText day, Phrasebook book)
    {
        (_busy, _free) = (read._busy, read._free);
        PerDay = (book.List("full").IsIn(day), Enum.GetValues<DayPart>().Count(IsBusy)) switch
        {
            (true, _) or (_, 3) => 1,
            (_, 0) when book.List("free").IsIn(day) => 3,
            _ => 2,
        };
    }

    static IEnumerable<(int First, int End)> Clauses(PersonText text)
    {
        var first = 0;
        for (var i = 1; i <= text.Words.Count; i++)
        {
            if (i < text.Words.Count && !text.Words[i].AfterBreak) continue;
            yield return (first, i);
            first = i;
        }
    }

    void ReadClause(PersonText day, int first, int end, Phrasebook book)
    {
        bool Has(string list) => Enumerable.Range(first, end - first).Any(i => book.List(list).IsAt(day, i));
        var parts = Enum.GetValues<DayPart>().Where(part => Has(part.ToString().ToLowerInvariant())).ToList();
        if (Has("free")) _free.UnionWith(parts);
        else if (Has("busy")) _busy.UnionWith([.. parts, .. Taken(day, first, end, book)]);
        else _busy.UnionWith(Taken(day, first, end, book));
    }

    /// <summary>"until 4", "9-5", "from 8 to 16": the parts of the day that lie inside.</summary>
    static IEnumerable<DayPart> Taken(PersonText day, int first, int end, Phrasebook book)
    {
        var (start, isOpen) = (8.0, true);
        for (var i = first; i < end; i++)
        {
            if (Amounts.NumberAt(day, i, book) is not { Value: >= 0 and <= 24 } number) continue;
            var isEnd = i > first && (Enumerable.Range(Math.Max(first, i - 2), Math.Min(2, i - first)).Any(k => book.List("ending").IsAt(day, k)) || !isOpen);
            var hour = number.Value + (IsAfternoon(day, i, book) && number.Value < 12 ? 12 : 0);
            if (!isEnd)
            {
                (start, isOpen) = (hour, false);
                continue;
            }
            if (hour <= start && hour < 13) hour += 12;
            if (start < 11 && hour > 10) yield return DayPart.Morning;
            if (start < 16 && hour >= 15) yield return DayPart.Afternoon;
            if (hour >= 20) yield return DayPart.Evening;
            yield break;
        }
    }

    static bool IsAfternoon(PersonText day, int number, Phrasebook book) =>
        number + 1 < day.Words.Count && (day.Words[number + 1].Key is "pm" || book.List("evening").IsAt(day, number + 1) || book.List("afternoon").IsAt(day, number + 1));
}
