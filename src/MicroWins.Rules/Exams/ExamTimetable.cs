using NodaTime;

namespace MicroWins.Rules.Exams;

/// <summary>Makes the timetable of an exam: every topic covered, reviews at growing gaps, kinds mixed, no day over the person's time.</summary>
/// <remarks>
/// Deterministic, and cheap enough to be made anew each time: what is done leaves the request, what was recalled comes back as its memory.
/// When time is short, what stays is, in this order: a first touch of every topic, its last review within 48 hours before the exam, one proof of
/// readiness, the rest of the learning, the reviews in between; within each the higher priority. What does not fit is said in numbers.
/// </remarks>
public static class ExamTimetable
{
    /// <summary>Days that a timetable has at the most: a year.</summary>
    public const int MostDays = 366;

    /// <summary>Minutes before the exam that stay free on its own day: to get there, and to breathe.</summary>
    public const int FreeMinutesBeforeExam = 30;

    /// <summary>Learning is spread over this part of the days, so that reviews have the rest.</summary>
    const double LearningPart = 2 / 3.0;

    /// <summary>Makes a timetable.</summary>
    /// <param name="request">The exam, the topics and the time.</param>
    /// <param name="now">The person's local time.</param>
    public static ExamAnswer Make(ExamRequest request, LocalDateTime now)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (now >= request.Exam) return new ExamAnswer.Over();
        if (request.Topics.Count is 0) return new ExamAnswer.NothingToStudy();
        LocalDate[] dates = [.. Dates(now.Date, request.Exam.Date)];
        if (dates.Length > MostDays) return new ExamAnswer.TooFar(request.Exam.Date.PlusDays(-MostDays));
        double[] minutes = [.. dates.Select(date => MinutesOn(date, request, now))];
        var has = (int)(minutes.Sum() / dates.Length);
        var calm = Try(request, dates, minutes, DraftOrder.Calm);
        var draft = calm.LeftOut.Count is 0 ? calm : Try(request, dates, minutes, DraftOrder.Tight);
        return draft.LeftOut.Count is 0
            ? Fitting(draft.Days)
            : new ExamAnswer.DoesNotFit(draft.Days, MinutesNeeded(request, dates, has), has, draft.LeftOut);
    }

    static ExamAnswer.Fits Fitting(IReadOnlyList<ExamDay> days) =>
        new(days, (int)Math.Round(days.Average(day => day.Minutes)), (int)Math.Round(days.Average(day => day.HasMinutes)));

    /// <summary>From today to the eve of the exam; on the day of the exam that day alone.</summary>
    static IEnumerable<LocalDate> Dates(LocalDate today, LocalDate exam)
    {
        yield return today;
        // One day more than a timetable may have is enough to know that it is too long.
        for (var date = today.PlusDays(1); date < exam && Period.DaysBetween(today, date) <= MostDays; date = date.PlusDays(1)) yield return date;
    }

    static double MinutesOn(LocalDate date, ExamRequest request, LocalDateTime now)
    {
        var minutes = (double)request.Time.On(date);
        if (date == now.Date) minutes = Math.Min(minutes - request.MinutesDoneToday, MinutesBetween(now, date.PlusDays(1).AtMidnight()));
        if (date == request.Exam.Date) minutes = Math.Min(minutes, MinutesBetween(now, request.Exam) - FreeMinutesBeforeExam);
        return Math.Max(0, minutes);

        static long MinutesBetween(LocalDateTime from, LocalDateTime to) => Period.Between(from, to, PeriodUnits.Minutes).Minutes;
    }

    static Draft Try(ExamRequest request, LocalDate[] dates, double[] minutes, DraftOrder order)
    {
        var share = LearningShare(request, minutes);
        var draft = new Draft(request, [.. dates.Select((date, day) => new StudyDay(date, minutes[day], share * minutes[day]))]);
        draft.Fill(order);
        return draft;
    }

    /// <summary>The part of each day that learning takes when it is spread evenly, 0 to 1.</summary>
    static double LearningShare(ExamRequest request, double[] minutes)
    {
        var learning = request.Topics.Sum(topic => topic.Tasks.Sum(task => task.Minutes));
        var time = minutes.Take((int)Math.Ceiling(minutes.Length * LearningPart)).Sum();
        return time > 0 ? Math.Min(1, learning / time) : 1;
    }

    /// <summary>The minutes a day with which everything fits: doubled until it does, then halved in between, to five minutes.</summary>
    static int MinutesNeeded(ExamRequest request, LocalDate[] dates, int has)
    {
        var (tooFew, enough) = (has / 5, (has / 5) + 1);
        while (!FitsWith(enough * 5)) (tooFew, enough) = (enough, enough * 2);
        while (enough - tooFew > 1)
        {
            var middle = (tooFew + enough) / 2;
            if (FitsWith(middle * 5)) enough = middle;
            else tooFew = middle;
        }
        return enough * 5;

        bool FitsWith(int minutes) =>
            Try(request, dates, [.. dates.Select(_ => (double)minutes)], DraftOrder.Tight).LeftOut.Count is 0;
    }
}
