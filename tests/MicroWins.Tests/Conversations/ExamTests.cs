using MicroWins.Coaching;
using MicroWins.Goals;
using MicroWins.Messaging;
using MicroWins.Rules;
using MicroWins.Rules.Exams;
using MicroWins.Tests.Support;
using NodaTime;

namespace MicroWins.Tests.Conversations;

/// <summary>An exam from the first word to its day: the clock of these tests stands at Monday, 2 March 2026.</summary>
public sealed class ExamTests
{
    static async Task<TestBot> WithExam(string minutes = "30 min", string day = "2026-03-09")
    {
        var bot = new TestBot();
        await bot.Says($"/exam biology on {day}, {minutes} a day");
        await bot.Says("cells, genetics");
        return bot;
    }

    [Theory]
    [InlineData("study for the MCAT. test in 9 weeks, chapters 1-4", "en", "How many minutes")]
    [InlineData("tengo que estudiar 12 temas de oposiciones y el examen es el 20 de junio", "es", "minutos")]
    [InlineData("ho l'esame di anatomia tra 10 giorni, 8 capitoli, ne ho letti 2", "it", "minuti")]
    public async Task The_number_of_a_date_is_no_time_a_day(string exam, string language, string question)
    {
        await using var bot = new TestBot();

        var asked = Assert.Single(await bot.Says(exam, language: language));

        Assert.Contains(question, asked.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_evening_out_is_not_the_day_of_the_exam()
    {
        await using var bot = new TestBot();

        var asked = Assert.Single(await bot.Says("réviser mes partiels, j'ai que des fiches et mes potes sortent ce soir", language: "fr"));

        Assert.Contains("quand", asked.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exam_becomes_a_timetable_with_todays_steps_next()
    {
        await using var bot = await WithExam();

        var card = bot.Sender.To("ann")[^1];
        var goal = Assert.Single((await bot.Chat()).Goals);

        Assert.Contains("Biology · days left: 7 · topics learned: 0 of 2 · steps left: ", card.Words(), StringComparison.Ordinal);
        Assert.Contains("It all fits", card.Words(), StringComparison.Ordinal);
        Assert.Equal(new LocalDateTime(2026, 3, 9, 9, 0), goal.Exam!.At);
        Assert.Equal(goal.Exam.Today[0], goal.Next!.Number);
        Assert.True(goal.Next.Goal.Effort.HighMinutes <= Limits.FirstStepMinutes);
        var asked = Assert.IsType<CoachRequest.PlanExam>(Assert.Single(bot.Coach.Asked));
        Assert.Equal("cells, genetics", asked.Material);
    }

    [Fact]
    public async Task Every_topic_is_learned_reviewed_and_rated_before_the_day()
    {
        await using var bot = await WithExam();
        var reviews = 0;
        for (var day = 0; day < 7; day++)
        {
            await bot.Says("/exam");
            for (var step = 0; step < 12 && (await bot.Chat()).Goals[0].Next is not null; step++)
            {
                await bot.Presses("Back to the step");
                var kept = Assert.Single(await bot.Says("/done"));
                if (kept.Labels().Contains("With effort"))
                {
                    reviews++;
                    var noted = Assert.Single(await bot.Presses("Good"));
                    Assert.Contains("Noted", noted.Words(), StringComparison.Ordinal);
                }
                await bot.Says("/exam");
            }
            await bot.Passes(TimeSpan.FromDays(1));
        }

        var exam = (await bot.Chat()).Goals[0].Exam!;
        Assert.All(exam.Topics, topic => Assert.True(topic.Memory is { Rung: > 0 }));
        Assert.True(reviews >= 4, $"{reviews} reviews");
        Assert.Contains(exam.Proofs, proof => proof.Step is not null);
        Assert.Equal(GoalStatus.Reached, (await bot.Chat()).Goals[0].Status);
        Assert.Equal(0, await bot.Count("select count(*) from steps where high_minutes > 10"));
    }

    [Fact]
    public async Task A_review_is_judged_once_and_an_old_judgement_changes_nothing()
    {
        await using var bot = await WithExam();
        while ((await bot.Chat()).Goals[0].Next is not null)
        {
            await bot.Says("more");
            await bot.Says("/done");
        }
        await bot.Passes(TimeSpan.FromDays(1));
        await bot.Says("/exam");
        await bot.Presses("Back to the step");
        await bot.Says("/done");
        var forgot = bot.Sender.To("ann")[^1].Buttons[0][0].Data;

        await bot.Happens(new ChatEvent.ButtonPressed(forgot, "card"));
        var rung = (await bot.Chat()).Goals[0].Exam!.Topics.Select(topic => topic.Memory!.Rung).ToList();
        await bot.Happens(new ChatEvent.ButtonPressed(forgot.Replace("Forgot", "Easy", StringComparison.Ordinal), "card"));

        Assert.Equal(rung, (await bot.Chat()).Goals[0].Exam!.Topics.Select(topic => topic.Memory!.Rung));
        Assert.Equal(1, (await bot.Chat()).Goals[0].Exam!.Topics.Sum(topic => topic.Rated));
    }

    [Fact]
    public async Task What_does_not_fit_is_said_in_numbers_and_more_minutes_make_room()
    {
        await using var bot = new TestBot();
        DraftStep[] many = [.. Enumerable.Range(1, 12).Select(page => new DraftStep($"Read page {page} of the notes", 5))];
        bot.Coach.Drafts(SomeDrafts.Exam with { Topics = [.. Enumerable.Range(1, 6).Select(i => new DraftTopic($"topic {i}", TopicPriority.Medium, many, new DraftStep("Say three facts from memory", 3)))] });
        await bot.Says("/exam biology on 2026-03-05");
        await bot.Says("six topics");

        var tight = Assert.Single(await bot.Presses("15 min"));
        var wide = Assert.Single(await bot.Says("/exam 300"));

        Assert.Contains("min a day, you have", tight.Words(), StringComparison.Ordinal);
        Assert.Contains("It all fits", wide.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_that_nobody_named_is_not_passed_over_and_can_be_told_later()
    {
        await using var bot = new TestBot();
        await bot.Says("/exam biology");
        await bot.Presses("Skip");

        var card = Assert.Single(await bot.Presses("Skip"));
        var told = Assert.Single(await bot.Says("/exam 2026-04-01"));

        Assert.Contains("I don't know the day yet", card.Words(), StringComparison.Ordinal);
        Assert.Contains("days left: 30", told.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("I don't know the day yet", told.Words(), StringComparison.Ordinal);
        Assert.Single((await bot.Chat()).Goals);
    }

    [Fact]
    public async Task A_check_in_asks_for_the_next_step_of_the_exam()
    {
        await using var bot = await WithExam();

        var asked = Assert.Single(await bot.Passes(TimeSpan.FromDays(1)));

        Assert.Equal(MessageKind.CheckIn, asked.Kind);
        Assert.Contains("about cells", asked.Words(), StringComparison.Ordinal);
    }
}
