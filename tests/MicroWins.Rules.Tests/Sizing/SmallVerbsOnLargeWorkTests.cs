using MicroWins.Rules.Sizing;

namespace MicroWins.Rules.Tests.Sizing;

/// <summary>What makes a small verb large, and a large thing small: where to, what for, how many, until when.</summary>
public class SmallVerbsOnLargeWorkTests
{
    [Theory]
    [InlineData("retile the shower, 10 min", true)]
    [InlineData("fix the fence, 15 minutes tops", true)]
    [InlineData("clean the whole house, 10 min", true)]
    [InlineData("shingle the roof, 10 min", true)]
    [InlineData("fix the fence, for 10 minutes", false)]
    [InlineData("clean the kitchen, 10 min", false)]
    [InlineData("practice piano, 10 min", false)]
    public void A_time_beside_work_that_has_an_end_is_a_hope(string text, bool tooBig) => Judged(text, tooBig);

    [Theory]
    [InlineData("retile the shower, 10 min")]
    [InlineData("paint the shed, 15 min max")]
    public void A_step_does_not_repeat_the_hope(string text) => Assert.DoesNotContain(" min", Sizer.Default.Shrink(new(text, Language.English)).First.Text.Replace("10 minutes", "", StringComparison.Ordinal), StringComparison.Ordinal);

    [Theory]
    [InlineData("list everything for the trip", true)]
    [InlineData("list all the books I own", true)]
    [InlineData("list all my deadlines", false)]
    [InlineData("list three things for the trip", false)]
    public void A_list_of_all_there_is_takes_its_time(string text, bool tooBig) => Judged(text, tooBig);

    [Theory]
    [InlineData("carry the couch upstairs", true)]
    [InlineData("carry the laundry upstairs", false)]
    [InlineData("take Emma to get her ears pierced", true)]
    [InlineData("bring the laptop to be repaired", true)]
    [InlineData("bring the dog in to get his stitches out", true)]
    [InlineData("take one photo of Emma", false)]
    [InlineData("CVS - meds", true)]
    [InlineData("CVS - call", false)]
    public void Where_something_is_taken_decides(string text, bool tooBig) => Judged(text, tooBig);

    [Theory]
    [InlineData("library book in bag", false)]
    [InlineData("gym bag by door", false)]
    [InlineData("library book", true)]
    [InlineData("gym bag", true)]
    public void What_is_named_with_its_place_is_put_there(string text, bool tooBig) => Judged(text, tooBig);

    [Theory]
    [InlineData("do 4 sets of 25 burpees", true)]
    [InlineData("do 2 sets of 8 push-ups", false)]
    [InlineData("rename 300 scans", true)]
    [InlineData("work: Q4 goals", true)]
    public void Numbers_count_what_they_stand_before(string text, bool tooBig) => Judged(text, tooBig);

    [Theory]
    [InlineData("am Wochenende kein Internet", Language.German)]
    [InlineData("pas d'internet ce week-end", Language.French)]
    [InlineData("周末不上网", Language.Chinese)]
    public void Leaving_something_be_for_a_weekend_lasts_a_weekend(string text, Language language) =>
        Assert.Equal(Verdict.TooBig, Sizer.Default.Size(new(text, language)).Verdict);

    static void Judged(string text, bool tooBig) => Assert.Equal(tooBig, Sizer.Default.Size(new(text, Language.English)).Verdict is Verdict.TooBig);
}
