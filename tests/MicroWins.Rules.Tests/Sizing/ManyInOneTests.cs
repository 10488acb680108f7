using MicroWins.Rules.Sizing;

namespace MicroWins.Rules.Tests.Sizing;

/// <summary>Small words that make a line large, and marks that do not.</summary>
public class ManyInOneTests
{
    [Theory]
    [InlineData("learn all the vocabulary of the course")]
    [InlineData("sort all receipts of the year")]
    [InlineData("check every page again")]
    [InlineData("write down your whole life")]
    [InlineData("call all references")]
    [InlineData("email everyone")]
    [InlineData("write cards to all the guests")]
    public void All_of_many_things_is_too_big(string text) => Assert.Equal(Verdict.TooBig, VerdictOf(text));

    [Theory]
    [InlineData("call prep")]
    [InlineData("phone contract")]
    [InlineData("call centre training")]
    [InlineData("1:1s")]
    public void An_affair_that_begins_with_a_verb_is_no_moment(string text) => Assert.Equal(Verdict.TooBig, VerdictOf(text));

    [Theory]
    [InlineData("stop biting my nails", true)]
    [InlineData("stop biting my nails for five minutes", false)]
    [InlineData("stop working at six", false)]
    public void Stopping_for_good_is_too_big_and_stopping_once_is_not(string text, bool tooBig) => Assert.Equal(tooBig, VerdictOf(text) is Verdict.TooBig);

    [Theory]
    [InlineData("room -> open a window", false)]
    [InlineData("room -> clean", true)]
    [InlineData("outline -> draft -> submit", true)]
    [InlineData("ring the doctor's to book an appointment", false)]
    public void Marks_say_what_belongs_together(string text, bool tooBig) => Assert.Equal(tooBig, VerdictOf(text) is Verdict.TooBig);

    static Verdict VerdictOf(string text) => Sizer.Default.Size(new(text, Language.English)).Verdict;
}
