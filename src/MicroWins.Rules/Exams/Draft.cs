using NodaTime;

namespace MicroWins.Rules.Exams;

/// <summary>In which order a draft gives out the time.</summary>
enum DraftOrder
{
    /// <summary>A few topics at a time, each learned through, evenly over the first two thirds of the days.</summary>
    Calm,
    /// <summary>A first touch of every topic before the second step of any, as early as there is room: for too little time.</summary>
    Tight,
}

/// <summary>
/// One attempt at a timetable. What is placed first is what is kept when time is short: a touch of every topic, its last review, a proof of
/// readiness, the rest of the learning, the reviews in between; within each the higher priority first.
/// </summary>
sealed class Draft
{
    /// <summary>Topics that are learned side by side: enough to mix, few enough to keep apart.</summary>
    const int SideBySide = 3;

    /// <summary>An exam later than this leaves too little of the day 48 hours before it: only its eve holds last reviews.</summary>
    static readonly LocalTime LatestHourForTwoDays = new(14, 0);

    readonly ExamRequest _request;
    readonly StudyDay[] _days;
    readonly int[] _byPriority;
    readonly int[] _learnedOn;
    readonly int[] _learned;
    readonly int _firstLast;
    readonly List<LeftOut> _leftOut = [];

    /// <summary>Makes an empty draft.</summary>
    /// <param name="request">The request.</param>
    /// <param name="days">The days, in order; at least one.</param>
    public Draft(ExamRequest request, StudyDay[] days)
    {
        (_request, _days) = (request, days);
        _byPriority = [.. Enumerable.Range(0, request.Topics.Count).OrderBy(topic => request.Topics[topic].Priority)];
        _learnedOn = [.. request.Topics.Select(_ => -1)];
        _learned = new int[request.Topics.Count];
        _firstLast = Math.Max(0, Array.FindIndex(days, day => IsNearTheExam(day.Date)));
    }

    /// <summary>What found no room.</summary>
    public IReadOnlyList<LeftOut> LeftOut =>
    [
        .. _leftOut
            .OrderByDescending(item => item.Topic is { } topic ? _request.Topics[topic].Priority : TopicPriority.Low)
            .ThenByDescending(item => item.Role),
    ];

    /// <summary>The days as they are shown.</summary>
    public IReadOnlyList<ExamDay> Days => [.. _days.Select(day => day.Finish())];

    /// <summary>Fills the days.</summary>
    /// <param name="order">In which order.</param>
    public void Fill(DraftOrder order)
    {
        if (order is DraftOrder.Calm) LearnAFewAtATime();
        else LearnOneStepOfEach();
        PlaceLastReviews();
        PlaceConfidence(_days.Length - 1, isWanted: true);
        if (order is DraftOrder.Tight) LearnTheRest();
        foreach (var topic in _byPriority) PlaceReviews(topic);
        for (var day = _days.Length - 2; day >= Math.Max(0, _days.Length - 3); day--) PlaceConfidence(day, isWanted: false);
    }

    /// <summary>What is to be learned of a topic: its tasks, or the recall where a new topic has none.</summary>
    static IReadOnlyList<ExamTask> ToLearn(ExamTopic topic) => topic is { Tasks.Count: 0, Memory: null } ? [topic.Recall] : topic.Tasks;

    void LearnAFewAtATime()
    {
        foreach (var few in _byPriority.Chunk(SideBySide))
            for (var step = 0; step < few.Max(topic => ToLearn(_request.Topics[topic]).Count); step++)
                foreach (var topic in few) Learn(topic, step, gently: true);
    }

    void LearnOneStepOfEach()
    {
        foreach (var topic in _byPriority.Where(topic => _request.Topics[topic].Memory is null)) Learn(topic, 0, gently: false);
    }

    void LearnTheRest()
    {
        foreach (var topic in _byPriority)
            for (var step = _request.Topics[topic].Memory is null ? 1 : 0; step < ToLearn(_request.Topics[topic]).Count; step++)
                Learn(topic, step, gently: false);
    }

    void Learn(int topic, int step, bool gently)
    {
        var tasks = ToLearn(_request.Topics[topic]);
        if (step >= tasks.Count) return;
        var item = new ExamItem(topic, tasks[step], ExamRole.Learn);
        var from = Math.Max(0, _learnedOn[topic]);
        // The days near the exam are for the last reviews; learning goes there only when there is no room before.
        var placed = (gently ? TryPut(item, from, _firstLast, gently) : null)
            ?? TryPut(item, from, _firstLast)
            ?? TryPut(item, from, _days.Length);
        if (placed is { } day) (_learnedOn[topic], _learned[topic]) = (day, _learned[topic] + 1);
        else _leftOut.Add(new(topic, item.Task, ExamRole.Learn));
    }

    void PlaceLastReviews()
    {
        foreach (var topic in _byPriority)
        {
            if (IsFresh(topic)) continue;
            var task = _request.Topics[topic].Recall;
            var free = Enumerable.Range(_firstLast, _days.Length - _firstLast)
                .Where(day => day > _learnedOn[topic] && IsNearTheExam(_days[day].Date))
                .OrderBy(day => _days[day].Fullness).ThenByDescending(day => day);
            if (!free.Any(day => _days[day].TryPut(new(topic, task, ExamRole.LastReview, NotBefore(_days[day].Date)))))
                _leftOut.Add(new(topic, task, ExamRole.LastReview));
        }
    }

    /// <summary>Whether a topic is met so late, or not at all, that a last review is of no use.</summary>
    bool IsFresh(int topic)
    {
        var memory = _request.Topics[topic].Memory;
        if (_learned[topic] is 0) return memory is null || memory.LastSeen >= NearFrom;
        return _learnedOn[topic] == _days.Length - 1;
    }

    void PlaceReviews(int topic)
    {
        var memory = _request.Topics[topic].Memory;
        if (memory is null && _learned[topic] is 0) return;
        var seen = memory?.LastSeen.Date ?? _days[_learnedOn[topic]].Date;
        var gap = 0;
        var item = new ExamItem(topic, _request.Topics[topic].Recall, ExamRole.Review);
        for (var rung = memory?.Rung ?? 0; ; rung++)
        {
            gap = Math.Max(gap, Reviews.GapOf(rung));
            var from = Math.Max(0, Period.DaysBetween(_days[0].Date, seen.PlusDays(gap)));
            // From there on the last review stands for it; so it does where the person has no time before.
            if (from >= _firstLast || !_days[from.._firstLast].Any(day => day.HasTime)) return;
            if (TryPut(item, from, _firstLast) is not { } day)
            {
                // Those after it would come later still: they are clipped with it.
                _leftOut.Add(new(topic, item.Task, ExamRole.Review));
                return;
            }
            // A review that had to wait makes the next gap no smaller than its own; one that was overdue does not.
            if (seen >= _days[0].Date) gap = Period.DaysBetween(seen, _days[day].Date);
            seen = _days[day].Date;
        }
    }

    void PlaceConfidence(int day, bool isWanted)
    {
        var fromEnd = _days.Length - 1 - day;
        var step = _request.Confidence.Count > 0
            ? new ExamItem(null, _request.Confidence[fromEnd % _request.Confidence.Count], ExamRole.Confidence)
            : Shortest();
        if (!_days[day].TryPut(step) && isWanted) _leftOut.Add(new(step.Topic, step.Task, step.Role));
    }

    ExamItem Shortest() => _byPriority
        .TakeWhile(topic => _request.Topics[topic].Priority == _request.Topics[_byPriority[0]].Priority)
        .Select(topic => new ExamItem(topic, _request.Topics[topic].Recall, ExamRole.Confidence))
        .MinBy(item => item.Task.Minutes)!;

    int? TryPut(ExamItem item, int from, int to, bool gently = false)
    {
        for (var day = from; day < to; day++)
            if (_days[day].TryPut(item, gently)) return day;
        return null;
    }

    LocalDateTime NearFrom => _request.Exam.PlusHours(-Reviews.LastHours);

    bool IsNearTheExam(LocalDate date) =>
        date.AtMidnight() >= NearFrom || (date == NearFrom.Date && NearFrom.TimeOfDay <= LatestHourForTwoDays);

    LocalTime? NotBefore(LocalDate date) => date == NearFrom.Date && NearFrom.TimeOfDay > LocalTime.Midnight ? NearFrom.TimeOfDay : null;
}
