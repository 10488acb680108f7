using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace MicroWins.Tests.Support.Simulation;

/// <summary>What holds in everybody's weeks, whatever they do.</summary>
static partial class Laws
{
    /// <summary>Checks a life that was lived.</summary>
    /// <param name="life">The life.</param>
    /// <param name="times">The times of day agreed on, as they are on the wall where the person is.</param>
    /// <param name="others">The minutes of other questions: those that the person named, and those that a zone moved ("2026-03-29 03:00").</param>
    public static void Hold(SimulatedLife life, string[] times, params string[] others)
    {
        var questions = life.Said.Where(said => said.IsQuestion).ToList();
        Assert.All(questions, question => Assert.True(
            times.Contains(question.LocalMinute[^5..]) || others.Contains(question.LocalMinute), $"Asked at {question.LocalMinute}."));
        Assert.Equal(others.Order(), questions.Select(question => question.LocalMinute).Where(others.Contains).Order());
        EachOnce(questions);
        NothingDoneIsAsked(life);
        NoStepIsTooBig(life);
        Assert.All(life.Said.Where(said => !said.IsPerson), said => Assert.DoesNotMatch(Reproach(), said.Text));
        Assert.All(questions.Zip(questions.Skip(1)), pair => Assert.NotEqual(pair.First.Text, pair.Second.Text));
        Assert.All(Reviews(life), review => Assert.Equal((IsoDayOfWeek.Sunday, "18:00", true), (review.At.DayOfWeek, review.LocalMinute[^5..], review.HasFile)));
    }

    /// <summary>The reviews that came by themselves.</summary>
    public static IEnumerable<Said> Reviews(SimulatedLife life) =>
        life.Said.Zip(life.Said.Prepend(null)).Where(pair => pair.First.IsReview && pair.Second is not { IsPerson: true }).Select(pair => pair.First);

    /// <summary>The days on which something was asked.</summary>
    public static IEnumerable<LocalDate> DaysAsked(SimulatedLife life) => life.Said.Where(said => said.IsQuestion).Select(question => question.Day);

    static void EachOnce(List<Said> questions) =>
        Assert.All(questions.GroupBy(question => (question.Day, question.LocalMinute[^5..])), same => Assert.Single(same));

    static void NothingDoneIsAsked(SimulatedLife life) => Assert.Equal(0, life.Number(
        "select count(*) from asked join wins using (chat_id, goal_no, day) where bonus = 0 and won_at < asked_at"));

    static void NoStepIsTooBig(SimulatedLife life)
    {
        Assert.InRange(life.Number("select max(high_minutes) from steps"), 0.1, 10);
        Assert.All(life.Said.SelectMany(said => Minutes().Matches(said.Text)), minutes =>
            Assert.InRange(int.Parse(minutes.Groups[1].ValueSpan, CultureInfo.InvariantCulture), 1, 10));
    }

    [GeneratedRegex(@"about (\d+) min")]
    private static partial Regex Minutes();

    /// <summary>The words that make a reproach or a threat of an everyday sentence, and praise that stings.</summary>
    [GeneratedRegex(
        @"\b(should|shouldn't|ought|must|only|just do|fail\w*|lazy|disappoint\w*|guilt\w*|ashamed|excuses?|streak|you missed|missed again|didn't manage|you forgot|forgotten|still haven't|not yet done|too bad|pity|at last|finally|behind|catch up with|give up|gave up|lost|unfortunately|why didn't)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Reproach();
}
