using System.Collections.Immutable;
using MicroWins.Coaching;
using MicroWins.Goals;
using MicroWins.Messaging;
using MicroWins.Rules;
using MicroWins.Rules.Exams;
using MicroWins.Rules.Planning;
using NodaTime;
using NodaTime.Text;

namespace MicroWins.Conversations;

// From an exam to steps: the coach lists what it covers, the rules make the timetable.
public sealed partial class ConversationFlow
{
    /// <summary>Topics of an exam, and steps of a topic, that are read: past this a timetable is made of noise.</summary>
    const int MostTopics = 16, MostStepsOfTopic = 12, MostProofs = 4;

    /// <summary>Days that are planned for where the day of the exam is not known.</summary>
    const int GuessedDays = 14;

    /// <summary>When an exam begins whose hour was not said.</summary>
    static readonly LocalTime UsualHour = new(9, 0);

    /// <summary>/exam: the timetable of today; with words, another exam, or what was still open about this one.</summary>
    Decision OnExam(string rest)
    {
        var current = _chat.Current is { Exam: not null } at ? at : _chat.ActiveGoals.LastOrDefault(goal => goal.Exam is not null);
        if (current is null || (rest.Any(char.IsLetterOrDigit) && !IsAboutThe(current, rest))) return Function(RouteIntent.Exam, rest);
        var exam = current.Exam!;
        if (MinutesSaid(rest) is { } minutes) exam = exam with { MinutesADay = minutes };
        if (rest.Length > 0 && DayIn(rest) is { } day) exam = exam with { At = day + exam.At.TimeOfDay, IsDayGuessed = false };
        return ShowExam(exam == current.Exam ? current : Rearranged(current with { Exam = exam }));
    }

    /// <summary>Minutes alone, or the day that was missing.</summary>
    bool IsAboutThe(Goal exam, string rest) => MinutesSaid(rest) is not null || (exam.Exam!.IsDayGuessed && DayIn(rest) is not null);

    /// <summary>Minutes, where that is all that is said ("45", "an hour a day").</summary>
    int? MinutesSaid(string rest) => Rules.Calendar.TimeWords.ReadMinutesADay(rest, LanguageOf(rest)) is { } minutes ? Math.Max(minutes, FewestMinutes) : null;

    Decision ExamPlanned(CoachRequest.PlanExam asked, CoachDraft.ExamTopics draft, DraftedBy by)
    {
        var told = ToldBefore;
        var (topics, steps) = TopicsOf(asked, draft);
        var day = LocalDatePattern.Iso.Parse(told.On) is { Success: true } named ? named.Value : (LocalDate?)null;
        var proofs = draft.Confidence.Where(step => step.Text.Any(char.IsLetterOrDigit)).Take(MostProofs).Select(step => new Proof(TaskOf(step, asked.Subject, asked.Language)));
        var title = draft.Subject.Any(char.IsLetterOrDigit) ? draft.Subject : asked.Subject;
        var goal = NewGoal(_chat, title, asked.Subject, asked.Language, by, steps) with
        {
            Kind = GoalKind.Exam,
            Exam = new Exam
            {
                At = (day ?? LocalNow.Date.PlusDays(GuessedDays)) + UsualHour,
                IsDayGuessed = day is null,
                MinutesADay = told.Minutes ?? Exam.UsualMinutes,
                Topics = topics,
                Proofs = [.. proofs],
            },
        };
        var arranged = Rearranged(goal);
        var chat = _chat with { Goals = _chat.Goals.Add(arranged) };
        return ShowStep(chat, arranged, Pressed, [.. Origin(by), ExamFacts(arranged), .. ExamWarnings(arranged)]);
    }

    /// <summary>Topics with their steps, numbered through; each topic may be where somebody begins, so each begins small.</summary>
    (ImmutableArray<StudyTopic> Topics, ImmutableArray<Step> Steps) TopicsOf(CoachRequest.PlanExam asked, CoachDraft.ExamTopics draft)
    {
        var drafted = draft.Topics.Where(topic => topic.Name.Any(char.IsLetterOrDigit)).DistinctBy(topic => topic.Name.ToUpperInvariant()).Take(MostTopics).ToList();
        if (drafted.Count is 0)
            drafted = [.. ListOf(asked.Material.Length > 0 ? asked.Material : asked.Subject).Select(name => new DraftTopic(name, TopicPriority.Medium, [], new DraftStep("", null)))];
        var (topics, steps) = (new List<StudyTopic>(), new List<Step>());
        foreach (var topic in drafted)
        {
            var name = Shorten(Clean(topic.Name), TitleLength);
            var plan = StepsOf(Judged(topic.Steps, name, asked.Language, Limits.FirstStepMinutes).Take(MostStepsOfTopic))
                .Select(step => step with { Number = steps.Count + step.Number }).ToList();
            steps.AddRange(plan);
            var recall = topic.Recall.Text.Any(char.IsLetterOrDigit) ? topic.Recall : new DraftStep(Replies[Reply.RecallStep, name].ToPlainText(), Limits.FirstStepMinutes);
            topics.Add(new StudyTopic(name, topic.Priority, [.. plan.Select(step => step.Number)], TaskOf(recall, name, asked.Language)));
        }
        return ([.. topics], [.. steps]);
    }

    ExamTask TaskOf(DraftStep step, string about, Language language)
    {
        var judged = Judged([step], about, language, Limits.FirstStepMinutes)[0];
        return new ExamTask(judged.Planned.Goal, judged.Kind);
    }

    LocalDateTime LocalNow => LocalTimeOf(_chat, _rules, _now);

    static LocalDateTime LocalTimeOf(Chat chat, Rulebook rules, Instant now) => now.InZone(Clocks.Of(chat.Agreement, rules.Zone).Zone).LocalDateTime;

    /// <summary>Each morning the timetables are made anew from what is left.</summary>
    static Chat Arranged(Chat chat, Rulebook rules, Instant now)
    {
        var local = LocalTimeOf(chat, rules, now);
        return chat.ActiveGoals.Any(goal => IsStale(goal, local))
            ? chat with { Goals = [.. chat.Goals.Select(goal => IsStale(goal, local) ? ExamSteps.Arrange(goal, local, DoneOn(chat, goal, Clocks.Of(chat.Agreement, rules.Zone).DayOf(now))) : goal)] }
            : chat;
    }

    static bool IsStale(Goal goal, LocalDateTime now) =>
        goal is { Status: GoalStatus.Active, Exam: { } exam } && (exam.ArrangedOn != now.Date || now >= exam.At);

    static IReadOnlyCollection<int> DoneOn(Chat chat, Goal goal, LocalDate day) =>
        [.. chat.Record.Wins.Where(win => !win.IsBonus && win.Goal == goal.Number && win.Day == day).Select(win => win.Step)];

    Goal Rearranged(Goal goal) => ExamSteps.Arrange(goal, LocalNow, DoneOn(_chat, goal, Today));
}
