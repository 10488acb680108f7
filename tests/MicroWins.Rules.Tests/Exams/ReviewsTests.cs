using MicroWins.Rules.Exams;
using NodaTime;

namespace MicroWins.Rules.Tests.Exams;

public class ReviewsTests
{
    [Theory]
    // the ladder: 1, 3, 7, 14 days
    [InlineData(2, Recall.Forgot, 1)]
    [InlineData(2, Recall.Hard, 7)]
    [InlineData(2, Recall.Good, 14)]
    [InlineData(0, Recall.Easy, 7)]
    [InlineData(3, Recall.Good, 14)]
    [InlineData(3, Recall.Easy, 14)]
    [InlineData(99, Recall.Hard, 14)]
    [InlineData(-1, Recall.Hard, 1)]
    public void The_better_it_was_remembered_the_longer_the_next_gap(int rung, Recall recall, int days) =>
        Assert.Equal(days, Reviews.GapOf(Reviews.NextRung(rung, recall)));

    [Theory]
    // exam on 10 June, eve on the 9th
    [InlineData(1, 1, Recall.Good, 8)]    // 1 June + 7
    [InlineData(4, 1, Recall.Good, 9)]    // 4 June + 7 = 11: clipped to the eve
    [InlineData(8, 1, Recall.Forgot, 9)]
    [InlineData(9, 1, Recall.Forgot, null)]
    [InlineData(12, 1, Recall.Good, null)]
    public void The_next_review_is_clipped_to_the_eve_of_the_exam(int today, int rung, Recall recall, int? day) =>
        Assert.Equal(day, Reviews.Next(new LocalDate(2026, 6, today), rung, recall, new LocalDate(2026, 6, 10))?.Day);
}
