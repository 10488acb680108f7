using MicroWins.Rules.Sizing;

namespace MicroWins.Rules.Tests.Sizing;

/// <summary>Marks that people put around an item of a list are no part of the work.</summary>
public class ScribbledLinesTests
{
    [Theory]
    [InlineData("#work ping Raj re staging")]
    [InlineData("@phone text Ana")]
    [InlineData("text Ana #family @phone")]
    [InlineData("p1 text Ana")]
    [InlineData("2) water plants")]
    [InlineData("[home] water plants")]
    [InlineData("(B) 2026-11-20 text Ana")]
    [InlineData("call Jim 555 1234 re invoice")]
    [InlineData("water plants 2x/day")]
    [InlineData("receipt stack - print")]
    public void Tags_priorities_days_and_telephone_numbers_make_nothing_larger(string text) => Assert.NotEqual(Verdict.TooBig, VerdictOf(text));

    [Theory]
    [InlineData("p1 finalize deck for Monday")]
    [InlineData("@home: rewire lamp")]
    [InlineData("#garden start tomato seeds")]
    [InlineData("deal w/ wasps")]
    [InlineData("toner x2")]
    [InlineData("casserole dish back to Ann")]
    [InlineData("chop veggies for the week")]
    [InlineData("stay off sugar this month")]
    public void They_make_nothing_smaller_either(string text) => Assert.Equal(Verdict.TooBig, VerdictOf(text));

    [Fact]
    public void A_page_stays_a_page_where_it_is_read() => Assert.Equal(Verdict.TooBig, VerdictOf("p1-20 of the atlas"));

    [Fact]
    public void A_count_behind_its_thing_counts() => Assert.True(Sizer.Default.Size(new("squats x 200")).Effort.HighMinutes > Sizer.Default.Size(new("squats x 20")).Effort.HighMinutes);

    [Theory]
    [InlineData("ping Leo abou slab pour prep", Language.English)]
    [InlineData("ping Leo abou slab pour prep", Language.Spanish)]
    [InlineData("ping Leo abou slab pour prep", Language.German)]
    [InlineData("ping Leo abou slab pour prep", Language.French)]
    [InlineData("ping Leo abou slab pour prep", Language.Portuguese)]
    [InlineData("ping Leo abou slab pour prep", Language.Italian)]
    [InlineData("ping Leo abou slab pour prep", Language.Russian)]
    [InlineData("ping Leo abou slab pour prep", Language.Chinese)]
    public void A_line_without_a_verb_or_a_thing_of_its_own_is_named_by_its_words(string text, Language language) =>
        Assert.Contains(Sizer.Default.Size(new(text, language)).Reasons, reason => reason.Contains("prep", StringComparison.Ordinal));

    static Verdict VerdictOf(string text) => Sizer.Default.Size(new(text, Language: Language.English)).Verdict;
}
