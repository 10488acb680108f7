using System.Globalization;
using CsCheck;
using MicroWins.Rules.Scaling;
using MicroWins.Rules.Sizing;
using MicroWins.Rules.Sizing.Amounts;

namespace MicroWins.Rules.Tests.Sizing;

/// <summary>The amount of a step, found and replaced; the table is Sizing/cases/amounts.tsv.</summary>
public class AmountInTextTests
{
    sealed record Row(Language Language, string Text, int? Amount, int With, string Becomes);

    static readonly IReadOnlyList<Row> Rows = [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Sizing", "cases", "amounts.tsv")).Skip(1)
        .Select(l => l.Split('\t')).Select(c => new Row(Languages.FromTag(c[0]), c[1], Number(c[2]), Number(c[3]) ?? 0, c[4]))];

    static int? Number(string cell) => cell is "-" ? null : int.Parse(cell, CultureInfo.InvariantCulture);

    [Fact]
    public void The_amount_of_a_step_is_found_and_replaced_in_natural_grammar() =>
        NothingWrong(Rows.Select(Wrong).OfType<string>());

    static void NothingWrong(IEnumerable<string> wrong) => Assert.True(!wrong.Any(), string.Join('\n', wrong.Take(60)));

    static string? Wrong(Row row)
    {
        var found = AmountInText.Find(row.Text, row.Language);
        if (found?.Amount != row.Amount) return $"{row.Text}: {found?.Amount.ToString(CultureInfo.InvariantCulture) ?? "nothing"} {found?.Unit}";
        return found is null || (found.With(row.With) ?? "") == row.Becomes ? null : $"{row.Text}: {found.With(row.With) ?? "nothing"} instead of {row.Becomes}";
    }

    [Fact]
    public void Every_language_has_thirty_texts() => Assert.All(Languages.All, l => Assert.True(Rows.Count(r => r.Language == l && r.Amount is not null) >= 30, $"{l}"));

    [Fact]
    public void What_fits_at_once_is_sized_within_ten_minutes_and_read_again_as_the_same()
    {
        var wrong = new List<string>();
        foreach (var row in Rows.Where(r => r.Amount is not null && r.Becomes.Length > 0))
        {
            if (AmountInText.Find(row.Text, row.Language) is not { } found || found.PerUnit.HighMinutes > Limits.MicroGoalMinutes) continue;
            var most = HabitLevel.Create(1, found.Unit, found.PerUnit).MostAtOnce;
            foreach (var amount in Enumerable.Range(1, Math.Min(most, 40)).Append(most).Distinct())
                if (Problem(found, amount, row) is { } problem) wrong.Add($"{row.Text}, {amount}: {problem}");
        }
        NothingWrong(wrong);
    }

    static string? Problem(AmountInText found, int amount, Row row)
    {
        // Down to one, adjectives need a gender that their plural does not tell; the text that a habit begins with has it.
        if (found.With(amount) is not { } text) return amount is 1 ? null : "no text";
        if (AmountInText.Find(text, row.Language) is not { } again) return $"nothing found in {text}";
        if (again.Amount != amount || again.IsMinutes != found.IsMinutes) return $"{again.Amount} {again.Unit} in {text}";
        if (Sizer.Default.Size(new(text, row.Language)).Verdict is Verdict.TooBig) return $"{text} is too big";
        return found.Amount > 1 && again.With(found.Amount) is null ? $"no way back from {text}" : null;
    }

    [Fact]
    public void The_unit_is_a_page_at_the_rate_of_the_engine()
    {
        var found = AmountInText.Find("Read 3 pages of Hobsbawm", Language.English)!;
        Assert.Equal(("pages", false, WorkKind.Reading), (found.Unit, found.IsMinutes, found.Kind));
        Assert.Equal(Sizer.Default.Size(new("Read one page of Hobsbawm")).Effort.HighMinutes, found.PerUnit.HighMinutes, 6);
        var minutes = AmountInText.Find("Practise piano for 5 minutes", Language.English)!;
        Assert.Equal(("minutes", true, 1.0), (minutes.Unit, minutes.IsMinutes, minutes.PerUnit.HighMinutes));
    }

    [Fact]
    public void Any_text_is_answered_and_what_is_found_can_be_kept() => Gen.Select(GeneratedTexts.Texts, Gen.Enum<Language>(), Gen.Int[1, 200_000]).Sample((text, language, amount) =>
        AmountInText.Find(text, language) is not { } found || found is { Amount: >= 1, PerUnit.HighMinutes: > 0 } && found.Unit.Trim().Length > 0
            && (found.With(amount) is not { } other || AmountInText.Find(other, language)?.Amount == amount && other.Length <= Limits.StepTextLength), iter: 2_000);

    [Fact]
    public void An_amount_starts_at_one() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => AmountInText.Find("Read one page", Language.English)!.With(0));

    [Fact]
    public void A_mistake_in_the_file_of_units_is_told_with_its_line()
    {
        Assert.Contains("line 2", Assert.Throws<LexiconException>(() => UnitFormsFile.Parse(new StringReader("[en]\npage"))).Message, StringComparison.Ordinal);
        Assert.Contains("line 1", Assert.Throws<LexiconException>(() => UnitFormsFile.Parse(new StringReader("[xx]"))).Message, StringComparison.Ordinal);
    }
}
