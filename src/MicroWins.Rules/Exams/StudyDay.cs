using NodaTime;

namespace MicroWins.Rules.Exams;

/// <summary>A day that a timetable is being filled into.</summary>
sealed class StudyDay(LocalDate date, double minutes, double learnMinutes)
{
    readonly List<ExamItem> _items = [];
    double _used;
    double _learned;

    public LocalDate Date => date;

    public bool HasTime => minutes > 0;

    /// <summary>The used part of the day, 0 to 1; 1 for a day without time.</summary>
    public double Fullness => HasTime ? _used / minutes : 1;

    /// <summary>Puts an item in if it fits; the person's time is never passed.</summary>
    /// <param name="item">The item.</param>
    /// <param name="gently">Whether learning stops at the even share of the day (with the step that reaches it), so that the first days are not the heaviest.</param>
    public bool TryPut(ExamItem item, bool gently = false)
    {
        var takes = item.Task.Minutes;
        if (_used + takes > minutes || (gently && _learned >= learnMinutes)) return false;
        _used += takes;
        if (item.Role is ExamRole.Learn) _learned += takes;
        _items.Add(item);
        return true;
    }

    /// <summary>The day as it is shown: what has to wait for its time later, proofs of readiness last.</summary>
    public ExamDay Finish() => new(date, minutes,
    [
        .. Mix(_items.Where(item => item is { Role: not ExamRole.Confidence, NotBefore: null })),
        .. Mix(_items.Where(item => item is { Role: not ExamRole.Confidence, NotBefore: not null })),
        .. _items.Where(item => item.Role is ExamRole.Confidence),
    ]);

    /// <summary>Mixes kinds: the kind with the most steps left comes next, unless it has just been; a topic's own steps keep their order.</summary>
    static IEnumerable<ExamItem> Mix(IEnumerable<ExamItem> items)
    {
        var waiting = items.ToList();
        var left = waiting.CountBy(item => item.Task.Kind).ToDictionary();
        WorkKind? last = null;
        while (waiting.Count > 0)
        {
            var met = new HashSet<int?>();
            var next = waiting.Where(item => met.Add(item.Topic))
                .OrderBy(item => item.Task.Kind == last)
                .ThenByDescending(item => left[item.Task.Kind])
                .First();
            waiting.Remove(next);
            left[next.Task.Kind]--;
            last = next.Task.Kind;
            yield return next;
        }
    }
}
