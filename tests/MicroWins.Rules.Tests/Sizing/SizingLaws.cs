using System.Globalization;
using CsCheck;
using MicroWins.Rules.Sizing;

namespace MicroWins.Rules.Tests.Sizing;

/// <summary>What holds for every text, whoever wrote it in whatever language.</summary>
public class SizingLaws
{
    static readonly Sizer Sizer = Sizer.Default;

    // Enough to meet every rung in a few seconds; MICROWINS_LAW_RUNS asks for more.
    static readonly long Runs = long.TryParse(Environment.GetEnvironmentVariable("MICROWINS_LAW_RUNS"), CultureInfo.InvariantCulture, out var runs) ? runs : 2_500;

    static void Holds(Func<SizingQuestion, double, bool> law) =>
        Gen.Select(GeneratedTexts.Questions, GeneratedTexts.Targets).Sample((question, target) => law(question, target), iter: Runs, print: t => $"{System.Text.Json.JsonSerializer.Serialize(t.Item1.Text)} {t.Item1} | {t.Item2}");

    [Fact]
    public void A_shrunk_step_never_passes_its_target() => Holds((question, target) =>
        Sizer.Shrink(question, target) is var shrunk && shrunk.First.Effort.HighMinutes <= target && shrunk.Rest.All(r => r.Goal.Effort.HighMinutes <= 10));

    [Fact]
    public void Sizing_a_shrunk_step_again_agrees_whatever_language_it_is_taken_for() => Holds((question, target) =>
    {
        var first = Sizer.Shrink(question, target).First;
        return Sizer.Size(new(first.Text, question.Language, null, question.Pace)).Effort.HighMinutes <= target
            && (question.Language is not null || Sizer.Size(new(first.Text)).Verdict is not Verdict.TooBig || question.Pace is not null);
    });

    [Fact]
    public void Shrinking_twice_changes_nothing() => Holds((question, target) =>
    {
        var first = Sizer.Shrink(question, target).First;
        return Sizer.Shrink(question with { Text = first.Text, ClaimedMinutes = null }, target) is var again && again.First.Text == first.Text && again.Rest.Count == 0;
    });

    [Fact]
    public void The_pieces_are_few_and_none_of_the_work_is_lost() => Holds((question, target) =>
    {
        var (size, shrunk) = (Sizer.Size(question), Sizer.Shrink(question, target));
        var planned = shrunk.First.Effort.HighMinutes + shrunk.Rest.Sum(r => r.Times * r.Goal.Effort.HighMinutes);
        // What was only guessed is named as a few times and said to be open-ended; counted work is there to the last unit.
        if (shrunk.OpenEnded) return shrunk.Rest.Count <= 10 && shrunk.Rest.Any(r => r.Times >= 4);
        return shrunk.Rest.Count <= 10 && (planned >= 0.99 * Math.Min(size.Effort.LowMinutes, 900_000) || TextCleaning.Clean(question.Text, out _).Length == 0);
    });

    [Fact]
    public void A_claim_never_lowers_what_the_text_says() => Holds((question, _) =>
    {
        var (without, with) = (Sizer.Size(question with { ClaimedMinutes = null }), Sizer.Size(question));
        return with.Effort == without.Effort || !with.Reasons.SequenceEqual(without.Reasons);
    });

    [Fact]
    public void More_units_never_take_less() => Gen.Select(Pick.From("Read {0} pages", "Do {0} push-ups", "Write {0} words", "Solve problems 1-{0}", "Leer {0} páginas",
        "{0} Seiten lesen", "Lire {0} pages", "Прочитать {0} страниц", "读{0}页", "Leggere {0} pagine", "Ler {0} páginas", "Meditate for {0} minutes"), Gen.Int[2, 3000], Gen.Int[1, 3000])
        .Sample((text, few, more) => Minutes(text, few + more) >= Minutes(text, few), iter: Runs);

    static double Minutes(string text, int amount) =>
        Sizer.Size(new(string.Format(CultureInfo.InvariantCulture, text, amount))).Effort.HighMinutes;

    [Fact]
    public void Still_too_big_goes_down_to_the_floor_in_few_steps() => Holds((question, _) =>
    {
        var size = Sizer.Size(question).Effort.HighMinutes;
        for (var step = 0; step < 12; step++)
        {
            var smaller = Sizer.Smaller(question);
            if (smaller.First.Effort.HighMinutes > Math.Max(size, 1)) return false;
            if (smaller.AtFloor) return true;
            (size, question) = (smaller.First.Effort.HighMinutes, question with { Text = smaller.First.Text, ClaimedMinutes = null });
        }
        return false;
    });

    [Fact]
    public void The_floor_stays_the_floor() => Holds((question, _) =>
    {
        var (at, smaller) = (question, Sizer.Smaller(question));
        for (var step = 0; step < 12 && !smaller.AtFloor; step++)
        {
            at = at with { Text = smaller.First.Text, ClaimedMinutes = null };
            smaller = Sizer.Smaller(at);
        }
        var floor = smaller.First;
        return Sizer.Smaller(at with { Text = floor.Text }) is { AtFloor: true } again && again.First.Text == floor.Text;
    });

    [Fact]
    public void The_culture_of_the_machine_changes_nothing()
    {
        var questions = Cases.All.Select(c => c.Question).ToList();
        var expected = Answers(questions, CultureInfo.InvariantCulture);
        foreach (var name in new[] { "tr-TR", "ar-SA", "th-TH" })
            Assert.Equal(expected, Answers(questions, Strange(name)));
    }

    // Where the globalisation data are left out, every culture is the invariant one; so this one is made to differ by hand.
    static CultureInfo Strange(string name)
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(name).Clone();
        (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NumberGroupSeparator, culture.NumberFormat.NegativeSign) = ("·", "'", "~");
        return culture;
    }

    static List<string> Answers(List<SizingQuestion> questions, CultureInfo culture)
    {
        var answers = new List<string>();
        var thread = new Thread(() => answers.AddRange(questions.Select(Answer)))
        {
            CurrentCulture = culture,
            CurrentUICulture = culture,
        };
        thread.Start();
        thread.Join();
        return answers;
    }

    static string Answer(SizingQuestion question)
    {
        var (size, shrunk) = (Sizer.Size(question), Sizer.Shrink(question, 5));
        return string.Create(CultureInfo.InvariantCulture, $"{size.Effort.LowMinutes} {size.Effort.HighMinutes} {string.Join('|', size.Reasons)} {shrunk.First.Text} {shrunk.First.Effort.HighMinutes}");
    }

    [Theory]
    [InlineData("a")]
    [InlineData("1,")]
    [InlineData("and ")]
    [InlineData("((((")]
    [InlineData("读一")]
    [InlineData("\ud83d\udc69\u200d\ud83d\udcbb")]
    [InlineData("\ud83d")]
    [InlineData("e\u0301\u0301\u0301")]
    [InlineData("half an hour and a ")]
    public void A_text_of_a_million_characters_costs_no_more_than_one_of_a_few_thousand(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length));
        // The word lists are read the first time.
        Sizer.Shrink(new(part));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var shrunk = Sizer.Shrink(new(text));
        // What is made for it is counted in place of the time that it takes, which is the machine's as well.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
        Assert.InRange(shrunk.First.Text.Length, 1, Limits.StepTextLength);
    }
}
