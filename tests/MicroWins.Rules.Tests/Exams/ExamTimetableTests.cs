using System.Diagnostics;
using CsCheck;
using MicroWins.Rules.Exams;
using NodaTime;
using static MicroWins.Rules.Tests.Exams.Exam;

namespace MicroWins.Rules.Tests.Exams;

public class ExamTimetableTests
{
    [Fact]
    public void A_topic_is_reviewed_at_growing_gaps_and_within_48_hours_of_the_exam()
    {
        // 1 June learned | +1: 2nd | +3: 5th | +7: 12th | +14: 26th | ... 30 June, the eve | 1 July 09:00 exam
        var answer = ExamTimetable.Make(Request(30, 60, Topic(0, tasks: 1)), Now);

        Assert.IsType<ExamAnswer.Fits>(answer);
        Assert.Equal([new(2026, 6, 1), new(2026, 6, 2), new(2026, 6, 5), new(2026, 6, 12), new LocalDate(2026, 6, 26)], DatesOf(answer, 0, ExamRole.Learn, ExamRole.Review));
        Assert.Equal([new LocalDate(2026, 6, 30)], DatesOf(answer, 0, ExamRole.LastReview));
    }

    [Fact]
    public void Gaps_are_clipped_by_the_exam()
    {
        // 1 June learned | 2nd | 5th | (12th: too late) 8 June from 09:00 and 9 June: last review | 10 June 09:00 exam
        var answer = ExamTimetable.Make(Request(9, 60, Topic(0, tasks: 1)), Now);

        Assert.Equal([new(2026, 6, 2), new LocalDate(2026, 6, 5)], DatesOf(answer, 0, ExamRole.Review));
        Assert.Single(DatesOf(answer, 0, ExamRole.LastReview));
    }

    [Fact]
    public void A_review_on_the_day_before_the_eve_waits_for_the_hour()
    {
        // 29 June 09:00 <---- 48 hours ----> 1 July 09:00; many topics, so both days are used
        var answer = ExamTimetable.Make(Request(30, 60, Enumerable.Range(0, 30).Select(number => Topic(number, tasks: 1))), Now);

        Assert.IsType<ExamAnswer.Fits>(answer);
        var last = DaysOf(answer).SelectMany(day => day.Items.Where(item => item.Role is ExamRole.LastReview).Select(item => (day.Date, item.NotBefore))).Distinct();
        Assert.Equal([(new LocalDate(2026, 6, 29), new LocalTime(9, 0)), (new LocalDate(2026, 6, 30), (LocalTime?)null)], last);
    }

    [Fact]
    public void What_does_not_fit_is_said_in_numbers_and_they_are_true()
    {
        var topics = Enumerable.Range(0, 20).Select(number => Topic(number, tasks: 5, priority: (TopicPriority)(number % 3))).ToList();

        var answer = Assert.IsType<ExamAnswer.DoesNotFit>(ExamTimetable.Make(Request(20, 30, topics), Now));

        Assert.Equal(30, answer.HasMinutesADay);
        Assert.InRange(answer.NeedsMinutesADay, 35, 90);
        Assert.IsType<ExamAnswer.Fits>(ExamTimetable.Make(Request(20, answer.NeedsMinutesADay, topics), Now));
        Assert.IsType<ExamAnswer.DoesNotFit>(ExamTimetable.Make(Request(20, answer.NeedsMinutesADay - 5, topics), Now));
    }

    [Fact]
    public void What_is_left_out_is_of_the_lowest_priority_and_the_latest_reviews_first()
    {
        // 6 days of 12 minutes for three topics of three tasks: the touch of each and the last reviews stay.
        ExamTopic[] topics = [Topic(0, 3, 10, TopicPriority.Low), Topic(1, 3, 10, TopicPriority.High), Topic(2, 3, 10, TopicPriority.Medium)];

        var answer = ExamTimetable.Make(Request(6, 12, topics), Now);

        Assert.All([0, 1, 2], topic => Assert.NotEmpty(DatesOf(answer, topic, ExamRole.Learn)));
        Assert.All([0, 1, 2], topic => Assert.NotEmpty(DatesOf(answer, topic, ExamRole.LastReview)));
        var priorities = LeftOutOf(answer).Select(item => topics[item.Topic!.Value].Priority).ToList();
        Assert.Equal(priorities.OrderDescending(), priorities);
        Assert.True(LeftOutOf(answer).Count(item => item is { Topic: 0, Role: ExamRole.Learn }) >= LeftOutOf(answer).Count(item => item is { Topic: 1, Role: ExamRole.Learn }));
        Assert.All(LeftOutOf(answer).GroupBy(item => item.Topic), of => Assert.Equal(of.OrderByDescending(item => item.Role), of));
    }

    [Fact]
    public void An_exam_tomorrow_has_today()
    {
        var answer = Assert.IsType<ExamAnswer.Fits>(ExamTimetable.Make(Request(1, 60, Topic(0), Topic(1)), Now));

        Assert.Equal(Now.Date, Assert.Single(answer.Days).Date);
        Assert.Equal(4, answer.Days[0].Items.Count(item => item.Role is ExamRole.Learn));
        Assert.Equal(ExamRole.Confidence, answer.Days[0].Items[^1].Role);
    }

    [Theory]
    // exam at 09:00, the last 30 minutes are free
    [InlineData(7, 0, 60)]
    [InlineData(8, 0, 30)]
    [InlineData(8, 45, 0)]
    public void An_exam_today_has_the_time_that_is_left(int hour, int minute, double has)
    {
        var answer = ExamTimetable.Make(Request(0, 60, Topic(0)), Now.Date.At(new LocalTime(hour, minute)));

        Assert.Equal(has, Assert.Single(DaysOf(answer)).HasMinutes);
    }

    [Fact]
    public void An_exam_in_the_past_is_over()
    {
        Assert.IsType<ExamAnswer.Over>(ExamTimetable.Make(Request(-1, 60, Topic(0)), Now));
        Assert.IsType<ExamAnswer.Over>(ExamTimetable.Make(Request(0, 60, Topic(0)), Now.Date.At(new LocalTime(9, 0))));
    }

    [Fact]
    public void A_timetable_reaches_a_year_ahead()
    {
        Assert.IsType<ExamAnswer.Fits>(ExamTimetable.Make(Request(366, 60, Topic(0)), Now));
        Assert.Equal(new ExamAnswer.TooFar(Now.Date.PlusDays(1)), ExamTimetable.Make(Request(367, 60, Topic(0)), Now));
        Assert.Equal(new ExamAnswer.NothingToStudy(), ExamTimetable.Make(Request(10, 60), Now));
    }

    [Fact]
    public void Zero_minutes_a_day_is_answered_with_what_it_would_take()
    {
        var answer = Assert.IsType<ExamAnswer.DoesNotFit>(ExamTimetable.Make(Request(10, 0, Topic(0), Topic(1)), Now));

        Assert.Equal(0, answer.HasMinutesADay);
        Assert.Equal(10, answer.NeedsMinutesADay);
        Assert.All(answer.Days, day => Assert.Empty(day.Items));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(366)]
    public void Four_hundred_topics_are_planned_in_bounded_time(int days)
    {
        var watch = Stopwatch.StartNew();
        var answer = ExamTimetable.Make(Request(days, 30, Enumerable.Range(0, 400).Select(number => Topic(number, tasks: 10))), Now);

        Assert.IsType<ExamAnswer.DoesNotFit>(answer);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(15), $"It took {watch.Elapsed}."); // far above what it takes, as the machine may be busy
    }

    [Fact]
    public void Days_without_time_stay_empty()
    {
        var request = Request(14, 0, Topic(0), Topic(1)) with { Time = StudyTime.OfWeek(40, 40, 40, 40, 40, 0, 0) };

        var answer = ExamTimetable.Make(request, Now);

        Assert.All(DaysOf(answer).Where(day => (int)day.Date.DayOfWeek > 5), day => Assert.Empty(day.Items));
    }

    [Fact]
    public void Minutes_done_today_are_taken_off_today()
    {
        var answer = ExamTimetable.Make(Request(5, 30, Topic(0)) with { MinutesDoneToday = 25 }, Now);

        Assert.Equal([5, 30, 30, 30, 30], DaysOf(answer).Select(day => day.HasMinutes));
    }

    [Fact]
    public void What_was_recalled_comes_back_when_its_gap_has_passed()
    {
        // Recalled on 30 May, next gap 3 days: 2 June. Recalled on 20 May, next gap 1 day: overdue, so today.
        ExamTopic[] topics = [Topic(0, 0, memory: new(Now.PlusDays(-2), 1)), Topic(1, 0, memory: new(Now.PlusDays(-12), 0))];

        var answer = ExamTimetable.Make(Request(30, 60, topics), Now);

        Assert.Equal(Now.Date.PlusDays(1), DatesOf(answer, 0, ExamRole.Review)[0]);
        Assert.Equal([Now.Date, Now.Date.PlusDays(3)], DatesOf(answer, 1, ExamRole.Review).Take(2));
    }

    [Fact]
    public void A_review_within_48_hours_need_not_be_done_again()
    {
        // Exam on 2 June 09:00; recalled on 31 May at 10:00, 47 hours before.
        var answer = ExamTimetable.Make(Request(1, 60, Topic(0, 0, memory: new(new(2026, 5, 31, 10, 0), 2))), Now);

        Assert.Empty(DatesOf(answer, 0, ExamRole.LastReview));
        Assert.NotEmpty(DatesOf(ExamTimetable.Make(Request(1, 60, Topic(0, 0, memory: new(new(2026, 5, 31, 8, 0), 2))), Now), 0, ExamRole.LastReview));
    }

    [Fact]
    public void Learning_is_spread_evenly_and_leaves_the_end_to_reviews()
    {
        // 6 topics of 4 tasks of 8 minutes in 24 days of an hour: 12 minutes a day would do for two thirds of them.
        var answer = ExamTimetable.Make(Request(24, 60, Enumerable.Range(0, 6).Select(number => Topic(number, tasks: 4))), Now);

        var learning = DaysOf(answer).Select(day => day.Items.Where(item => item.Role is ExamRole.Learn).Sum(item => item.Task.Minutes)).ToList();
        Assert.All(learning, minutes => Assert.InRange(minutes, 0, 16));
        Assert.All(learning.TakeLast(4), minutes => Assert.Equal(0, minutes));
    }

    [Fact]
    public void Confidence_steps_close_the_last_days()
    {
        var answer = ExamTimetable.Make(Request(10, 60, Topic(0)) with { Confidence = [Task("Solve the one you know", 2)] }, Now);

        // ten days from 1 June: the 8th, the 9th and the eve, 10 June
        Assert.Equal([8, 9, 10], DaysOf(answer).Where(day => day.Items.Any(item => item.Role is ExamRole.Confidence)).Select(day => day.Date.Day));
        Assert.All(DaysOf(answer).TakeLast(3), day => Assert.Equal(ExamRole.Confidence, day.Items[^1].Role));
    }

    [Fact]
    public void A_day_mixes_kinds()
    {
        // One day, four reading and three flashcard tasks of seven topics: they take turns.
        var topics = Enumerable.Range(0, 7).Select(number => new ExamTopic($"T{number}", TopicPriority.High, [Task($"Do {number}", 5, number < 4 ? WorkKind.Reading : WorkKind.Flashcards)], Task("Recall", 3)));

        var kinds = DaysOf(ExamTimetable.Make(Request(1, 60, topics), Now))[0].Items.Where(item => item.Role is ExamRole.Learn).Select(item => item.Task.Kind).ToList();

        Assert.All(kinds.Zip(kinds.Skip(1)), pair => Assert.NotEqual(pair.First, pair.Second));
    }

    [Fact]
    public void A_review_that_had_to_wait_makes_the_next_gap_no_smaller()
    {
        // Time on Mondays, Fridays and Saturdays:
        // Mon 1 June learned | (Tue: no time) Fri 5: a gap of 4 | (Mon 8 would be 3: too soon) Fri 12: a gap of 7 | ...
        var request = Request(40, 0, Topic(0, tasks: 1)) with { Time = StudyTime.OfWeek(30, 0, 0, 0, 30, 30, 0) };

        Assert.Equal([new(2026, 6, 5), new LocalDate(2026, 6, 12)], DatesOf(ExamTimetable.Make(request, Now), 0, ExamRole.Review).Take(2));
    }

    [Fact]
    public void A_short_step_does_not_slip_in_before_the_long_one_it_builds_on()
    {
        // 10 minutes a day: 8 | 8 + 2, not 8 + 2 | 8
        var topic = new ExamTopic("T", TopicPriority.High, [Task("First", 8), Task("Second", 8), Task("Third", 2)], Task("Recall", 3));

        var learned = DaysOf(ExamTimetable.Make(Request(4, 10, topic), Now)).SelectMany(day => day.Items).Where(item => item.Role is ExamRole.Learn);

        Assert.Equal(["First", "Second", "Third"], learned.Select(item => item.Task.Goal.Text));
    }

    [Fact]
    public void A_last_review_is_on_a_later_day_than_the_learning()
    {
        // Mon 1 June 07:00: an hour, within 48 hours from 09:00 on | Tue 2 June: nine minutes | Wed 3 June 09:00 exam
        var request = Request(2, 0, Topic(0, 1), Topic(1, 1), Topic(2, 1)) with { Time = StudyTime.OfWeek(60, 9, 0, 0, 0, 0, 0) };
        var answer = ExamTimetable.Make(request, Now);

        Assert.All([0, 1, 2], topic => Assert.Equal([Now.Date.PlusDays(1)], DatesOf(answer, topic, ExamRole.LastReview)));
    }

    [Fact]
    public void No_day_is_over_the_persons_time_and_every_item_is_placed_or_said_to_be_left_out() =>
        Exam.Any.Sample(request =>
        {
            var answer = ExamTimetable.Make(request, Now);
            Assert.All(DaysOf(answer), day => Assert.True(day.Minutes <= day.HasMinutes + 1e-9 && day.HasMinutes <= request.Time.On(day.Date)));
            var items = DaysOf(answer).SelectMany(day => day.Items).ToList();
            for (var topic = 0; topic < request.Topics.Count; topic++)
            {
                var wanted = request.Topics[topic] is { Tasks.Count: 0, Memory: null } ? 1 : request.Topics[topic].Tasks.Count;
                var placed = items.Count(item => item.Topic == topic && item.Role is ExamRole.Learn);
                Assert.Equal(wanted, placed + LeftOutOf(answer).Count(item => item.Topic == topic && item.Role is ExamRole.Learn));
            }
        });

    [Fact]
    public void When_it_fits_every_topic_is_touched_within_48_hours_of_the_exam() =>
        Exam.Any.Sample(request =>
        {
            if (ExamTimetable.Make(request, Now) is not ExamAnswer.Fits fits) return;
            Assert.True(fits.NeedsMinutesADay <= fits.HasMinutesADay);
            for (var topic = 0; topic < request.Topics.Count; topic++)
            {
                var touches = fits.Days.SelectMany(day => day.Items.Where(item => item.Topic == topic).Select(item => day.Date.At(item.NotBefore ?? LocalTime.MaxValue))).ToList();
                if (request.Topics[topic].Memory is { } memory) touches.Add(memory.LastSeen);
                Assert.True(touches.Max() >= request.Exam.PlusHours(-48));
            }
        });

    [Fact]
    public void The_gaps_between_reviews_never_shrink() =>
        Exam.Any.Sample(request =>
        {
            var answer = ExamTimetable.Make(request, Now);
            for (var topic = 0; topic < request.Topics.Count; topic++)
            {
                var reviews = DatesOf(answer, topic, ExamRole.Review);
                var gaps = reviews.Zip(reviews.Skip(1), Period.DaysBetween).ToList();
                Assert.Equal(gaps.Order(), gaps);
            }
        });

    [Fact]
    public void What_does_not_fit_needs_more_than_there_is_and_would_fit_with_that() =>
        Exam.Any.Sample(request =>
        {
            if (ExamTimetable.Make(request, Now) is not ExamAnswer.DoesNotFit answer) return;
            Assert.True(answer.NeedsMinutesADay > answer.HasMinutesADay);
            Assert.NotEmpty(answer.LeftOut);
            if (answer.NeedsMinutesADay > StudyTime.MostMinutes || request.Exam.Date == Now.Date) return;
            Assert.IsType<ExamAnswer.Fits>(ExamTimetable.Make(request with { Time = StudyTime.EveryDay(answer.NeedsMinutesADay) }, Now));
        });

    [Fact]
    public void The_steps_of_a_topic_keep_their_order() =>
        Exam.Any.Sample(request =>
        {
            var learned = DaysOf(ExamTimetable.Make(request, Now)).SelectMany(day => day.Items).Where(item => item is { Role: ExamRole.Learn }).ToList();
            foreach (var topic in learned.GroupBy(item => item.Topic!.Value))
            {
                var places = topic.Select(item => request.Topics[topic.Key].Tasks.ToList().IndexOf(item.Task)).ToList();
                Assert.Equal(places.Order(), places);
            }
        });

    [Fact]
    public void The_same_request_gives_the_same_timetable() =>
        Exam.Any.Sample(request =>
            DaysOf(ExamTimetable.Make(request, Now)).SelectMany(day => day.Items).SequenceEqual(DaysOf(ExamTimetable.Make(request, Now)).SelectMany(day => day.Items)));
}
