using NodaTime;

namespace MicroWins.Rules.Exams;

/// <summary>Why a step is in a timetable.</summary>
public enum ExamRole
{
    /// <summary>To learn a topic.</summary>
    Learn,
    /// <summary>The last review, within 48 hours before the exam.</summary>
    LastReview,
    /// <summary>To see that one is ready.</summary>
    Confidence,
    /// <summary>To keep what was learned, at growing gaps.</summary>
    Review,
}

/// <summary>One step of a day.</summary>
/// <param name="Topic">The place of its topic in the request, from 0; null for a step of no topic.</param>
/// <param name="Task">The step.</param>
/// <param name="Role">Why it is there.</param>
/// <param name="NotBefore">The local time before which it would lie over 48 hours before the exam; null where any time will do.</param>
public sealed record ExamItem(int? Topic, ExamTask Task, ExamRole Role, LocalTime? NotBefore = null);

/// <summary>One day of a timetable.</summary>
/// <param name="Date">The date.</param>
/// <param name="HasMinutes">Minutes that the person has.</param>
/// <param name="Items">The steps in order, kinds mixed; never more minutes than there are.</param>
public sealed record ExamDay(LocalDate Date, double HasMinutes, IReadOnlyList<ExamItem> Items)
{
    /// <summary>Minutes that the steps take on a slow day.</summary>
    public double Minutes => Items.Sum(item => item.Task.Minutes);
}

/// <summary>A step that found no room.</summary>
/// <param name="Topic">The place of its topic in the request, from 0; null for a step of no topic.</param>
/// <param name="Task">The step.</param>
/// <param name="Role">Why it would have been there.</param>
public sealed record LeftOut(int? Topic, ExamTask Task, ExamRole Role);

/// <summary>What is said to somebody who wants a timetable.</summary>
public abstract record ExamAnswer
{
    ExamAnswer() { }

    /// <summary>Everything has its place.</summary>
    /// <param name="Days">Each day from today to the eve of the exam (or today alone, when it is the day itself).</param>
    /// <param name="NeedsMinutesADay">What it takes, as an average over these days, rounded.</param>
    /// <param name="HasMinutesADay">What there is, as an average over these days, rounded; never less than what is needed.</param>
    public sealed record Fits(IReadOnlyList<ExamDay> Days, int NeedsMinutesADay, int HasMinutesADay) : ExamAnswer;

    /// <summary>Not everything fits: "needs 55 minutes a day, you have 30".</summary>
    /// <param name="Days">What does fit, the most important first.</param>
    /// <param name="NeedsMinutesADay">Minutes on each of these days with which all of it would fit, rounded up to five; over <see cref="StudyTime.MostMinutes"/> where no day is long enough.</param>
    /// <param name="HasMinutesADay">What there is, as an average over these days, rounded down; always less than what is needed.</param>
    /// <param name="LeftOut">What found no room: of the lowest priority, and the latest reviews, first.</param>
    public sealed record DoesNotFit(
        IReadOnlyList<ExamDay> Days, int NeedsMinutesADay, int HasMinutesADay, IReadOnlyList<LeftOut> LeftOut) : ExamAnswer;

    /// <summary>The exam has begun.</summary>
    public sealed record Over : ExamAnswer;

    /// <summary>The exam is over a year away; a timetable that long helps nobody.</summary>
    /// <param name="PlanFrom">The first day on which one can be made.</param>
    public sealed record TooFar(LocalDate PlanFrom) : ExamAnswer;

    /// <summary>There is no topic.</summary>
    public sealed record NothingToStudy : ExamAnswer;
}
