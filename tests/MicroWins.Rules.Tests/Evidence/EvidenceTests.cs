using CsCheck;
using MicroWins.Rules.Evidence;
using NodaTime;
using static MicroWins.Rules.Tests.Evidence.Days;

namespace MicroWins.Rules.Tests.Evidence;

public class EvidenceTests
{
    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("kkk", 3, 3)]
    [InlineData("kkskk", 4, 4)]      // a skip freezes
    [InlineData("kkpppkk", 4, 4)]    // a pause freezes
    [InlineData("kk  kk", 4, 4)]     // days without a row were not asked
    [InlineData("kkkmkk", 2, 3)]     // a miss ends it
    [InlineData("kkkm", 0, 3)]
    [InlineData("sp", 0, 0)]
    public void A_streak_is_broken_by_a_miss_and_by_nothing_else(string days, int current, int longest)
    {
        var streak = Streak.Of(Draw(days));

        Assert.Equal((current, longest), (streak.Current, streak.Longest));
    }

    [Fact]
    public void A_streak_says_since_when() => Assert.Equal(First.PlusDays(2), Streak.Of(Draw("kmksk")).Since);

    [Fact]
    public void A_day_with_one_of_two_kept_holds_the_streak_and_counts_half_for_the_score()
    {
        EvidenceRow[] rows = [EvidenceRow.Kept(First), EvidenceRow.Missed(First)];

        Assert.Equal(1, Streak.Of(rows).Current);
        Assert.Equal(50, Consistency.History(rows).Single().Score);
    }

    [Fact]
    public void A_score_is_told_after_a_week()
    {
        Assert.Null(Consistency.Of(Draw("kkkkkk")));
        Assert.Null(Consistency.Of(Draw("kkkkkkssss")));
        Assert.Equal(65.1, Consistency.Of(Draw("kkkkkkk"))!.Value, 1);
    }

    [Theory]
    [InlineData(14, 75.6)]
    [InlineData(28, 88.1)]
    [InlineData(60, 97.7)]
    public void The_score_of_unbroken_weeks_is_the_documented_one(int days, double score) =>
        Assert.Equal(score, Consistency.Of(Draw(new string('k', days)))!.Value, 1);

    [Fact]
    public void One_miss_hardly_moves_the_score() =>
        Days.Any.Sample(days =>
        {
            var before = Consistency.History(Draw(days)).LastOrDefault((First, Consistency.Start)).Item2;
            var after = Consistency.History(Draw(days + "m"))[^1].Score;
            return after <= before && before - after <= 5;
        });

    [Fact]
    public void A_kept_day_never_lowers_the_score_and_it_stays_between_0_and_100() =>
        Days.Any.Sample(days =>
        {
            var before = Consistency.History(Draw(days)).LastOrDefault((First, Consistency.Start)).Item2;
            var after = Consistency.History(Draw(days + "k"))[^1].Score;
            return after >= before && after is >= 0 and <= 100;
        });

    [Fact]
    public void Skips_and_pauses_change_no_number() =>
        Days.Any.Sample(days =>
        {
            var frozen = days.Replace('s', ' ').Replace('p', ' ');
            var (with, without) = (EvidenceSummary.Of(Draw(days)), EvidenceSummary.Of(Draw(frozen)));
            return with with { Since = null, Sums = [] } == without with { Since = null, Sums = [] };
        });

    [Fact]
    public void Every_number_is_a_count_of_rows() =>
        Days.Any.Sample(days =>
        {
            var summary = EvidenceSummary.Of(Draw(days));
            var kept = days.Count(letter => letter is 'k');
            return summary.Kept == kept && summary.Asked == kept + days.Count(letter => letter is 'm')
                && summary.Sums.Sum(sum => sum.Total) == kept && summary.Streak.Longest <= kept && summary.Timed == 0 && summary.Minutes == 0;
        });

    [Fact]
    public void The_order_of_the_rows_changes_nothing() =>
        Days.Any.Sample(days =>
        {
            var rows = Draw(days);
            var (forth, back) = (EvidenceSummary.Of(rows), EvidenceSummary.Of([.. rows.Reverse()]));
            return forth with { Sums = [] } == back with { Sums = [] } && forth.Sums.SequenceEqual(back.Sums);
        });

    [Fact]
    public void Small_steps_come_to_a_sum_in_their_own_unit()
    {
        // 19 pages promised since 3 March, 12 more because they had started
        var rows = Draw("m3k1k2kkk1k2kk1kk2kk");

        Assert.Equal(new CompoundSum("pages", new LocalDate(2026, 3, 3), 19, 12, 19), CompoundSum.Of(rows).Single());
    }

    [Fact]
    public void Units_are_summed_apart_and_what_has_none_is_in_no_sum()
    {
        EvidenceRow[] rows = [EvidenceRow.Kept(First, "cards", 5), EvidenceRow.Kept(First, "pages", 1, 0.5m), EvidenceRow.Kept(First, "pages", 1), EvidenceRow.Kept(First)];

        Assert.Equal([("pages", 2.5m), ("cards", 5m)], CompoundSum.Of(rows).Select(sum => (sum.Unit, sum.Total)));
    }

    [Fact]
    public void Minutes_are_those_of_rows_that_have_some()
    {
        var summary = EvidenceSummary.Of([EvidenceRow.Kept(First, minutes: 4.5), EvidenceRow.Kept(First, minutes: 3), EvidenceRow.Kept(First)]);

        Assert.Equal((7.5, 2, 3), (summary.Minutes, summary.Timed, summary.Kept));
    }

    [Fact]
    public void A_row_has_no_negative_numbers()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => EvidenceRow.Kept(First, amount: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => EvidenceRow.Kept(First, bonus: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => EvidenceRow.Kept(First, minutes: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => EvidenceRow.Kept(First, minutes: double.NaN));
    }

    [Fact]
    public void A_week_shows_each_of_its_days()
    {
        // Mon k . Tue m . Wed s . Thu none . Fri k . Sat none . Sun none
        var week = DayMark.Of(Draw("kms k"), new DateInterval(First, First.PlusDays(6)));

        Assert.Equal(
            [DayState.Kept, DayState.Missed, DayState.Frozen, DayState.Blank, DayState.Kept, DayState.Blank, DayState.Blank],
            week.Select(day => day.State));
    }

    [Fact]
    public void The_identity_line_waits_for_four_weeks_and_for_the_record_to_bear_it_out()
    {
        var (kept, half, sparse) = (Draw(new string('k', 40)), Draw(string.Concat(Enumerable.Repeat("km", 20))), Draw(string.Concat(Enumerable.Repeat("k  ", 14))));

        Assert.Equal(new Identity.TooEarly(null), Identity.Of([], First));
        Assert.Equal(new Identity.TooEarly(First.PlusDays(28)), Identity.Of(kept, First.PlusDays(27)));
        Assert.Equal(new Identity.MayBeSaid(28, 28, First), Identity.Of(kept, First.PlusDays(28)));
        Assert.Equal(new Identity.NotBorneOut(14, 28), Identity.Of(half, First.PlusDays(28)));
        Assert.IsType<Identity.NotBorneOut>(Identity.Of(sparse, First.PlusDays(30)));
        Assert.IsType<Identity.NotBorneOut>(Identity.Of(kept, First.PlusDays(90))); // long ago is no evidence of today
    }
}
