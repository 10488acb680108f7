using System.Collections.Immutable;
using System.Text.Json;
using MicroWins.Rules;
using MicroWins.Storage;
using NodaTime;
using NodaTime.Text;

namespace MicroWins.Goals;

/// <summary>Goals and their steps in the store.</summary>
public static class GoalStore
{
    public static ImmutableArray<Goal> Load(Session session, string chat)
    {
        var steps = session.Query<StepRow>(
            """
            select goal_no as GoalNo, step_no as StepNo, text, low_minutes as LowMinutes, high_minutes as HighMinutes, kind, difficulty,
                   times, times_done as TimesDone, status, started_at as StartedAt, day
            from steps where chat_id = @chat order by goal_no, position
            """,
            new { chat }).ToLookup(row => row.GoalNo, row => ReadStep(session, row));
        return
        [
            .. session.Query<GoalRow>(
                """
                select goal_no as GoalNo, title, words, why, kind, language, status, drafted_by as DraftedBy, milestones, celebrations,
                       created_at as CreatedAt, habit, exam, milestone, last_resort as LastResort
                from goals where chat_id = @chat order by goal_no
                """,
                new { chat }).Select(row => ReadGoal(session, row, [.. steps[row.GoalNo]])),
        ];
    }

    public static void Save(Session session, string chat, Goal goal)
    {
        session.Execute(
            """
            insert into goals (chat_id, goal_no, title, words, why, kind, language, status, drafted_by, milestones, celebrations, created_at, habit, exam, milestone, last_resort)
            values (@chat, @number, @title, @words, @why, @kind, @language, @status, @draftedBy, @milestones, @celebrations, @createdAt, @habit, @exam, @milestone, @lastResort)
            on conflict (chat_id, goal_no) do update set title = excluded.title, why = excluded.why, kind = excluded.kind, status = excluded.status,
                drafted_by = excluded.drafted_by, milestones = excluded.milestones, celebrations = excluded.celebrations,
                habit = excluded.habit, exam = excluded.exam, milestone = excluded.milestone, last_resort = excluded.last_resort
            """,
            new
            {
                chat,
                number = goal.Number,
                title = session.Seal(goal.Title),
                words = session.Seal(goal.Words),
                why = session.Seal(goal.Why),
                kind = goal.Kind.ToString(),
                language = goal.Language.Code(),
                status = StatusNames[goal.Status],
                draftedBy = goal.DraftedBy,
                milestones = session.Seal(TextsJson.Write(goal.Milestones)),
                celebrations = session.Seal(TextsJson.Write(goal.Celebrations)),
                createdAt = goal.CreatedAt.ToUnixTimeMilliseconds(),
                habit = goal.Habit is null ? null : session.Seal(HabitJson.Write(goal.Habit)),
                exam = goal.Exam is null ? null : session.Seal(ExamJson.Write(goal.Exam)),
                lastResort = goal.LastResort is null ? null : session.Seal(StoredJson.Write(StoredStep.Of(goal.LastResort))),
                milestone = goal.MilestoneAt,
            });
        for (var position = 0; position < goal.Steps.Length; position++) SaveStep(session, chat, goal.Number, position, goal.Steps[position]);
    }

    static void SaveStep(Session session, string chat, int goal, int position, Step step) => session.Execute(
        """
        insert into steps (chat_id, goal_no, step_no, position, text, low_minutes, high_minutes, kind, difficulty, times, times_done, status, started_at, day)
        values (@chat, @goal, @step, @position, @text, @low, @high, @kind, @difficulty, @times, @timesDone, @status, @startedAt, @day)
        on conflict (chat_id, goal_no, step_no) do update set position = excluded.position, text = excluded.text,
            low_minutes = excluded.low_minutes, high_minutes = excluded.high_minutes, times = excluded.times,
            times_done = excluded.times_done, status = excluded.status, started_at = excluded.started_at, day = excluded.day
        """,
        new
        {
            chat,
            goal,
            step = step.Number,
            position,
            text = session.Seal(step.Goal.Text),
            low = step.Goal.Effort.LowMinutes,
            high = step.Goal.Effort.HighMinutes,
            kind = step.Kind.ToString(),
            difficulty = step.Difficulty.ToString(),
            times = step.Times,
            timesDone = step.TimesDone,
            status = StepStatusNames[step.Status],
            startedAt = step.StartedAt?.ToUnixTimeMilliseconds(),
            day = step.Day is { } day ? LocalDatePattern.Iso.Format(day) : null,
        });

    static Goal ReadGoal(Session session, GoalRow row, ImmutableArray<Step> steps) => new()
    {
        Number = row.GoalNo,
        Title = session.Open(row.Title),
        Words = session.Open(row.Words),
        Why = session.Open(row.Why),
        Kind = Enum.Parse<GoalKind>(row.Kind),
        Language = Languages.FromTag(row.Language),
        Status = StatusNames.First(pair => pair.Value == row.Status).Key,
        DraftedBy = row.DraftedBy,
        Milestones = TextsJson.Read(session.Open(row.Milestones)),
        Celebrations = TextsJson.Read(session.Open(row.Celebrations)),
        CreatedAt = Instant.FromUnixTimeMilliseconds(row.CreatedAt),
        Habit = row.Habit is null ? null : HabitJson.Read(session.Open(row.Habit)),
        Exam = row.Exam is null ? null : ExamJson.Read(session.Open(row.Exam)),
        LastResort = row.LastResort is null ? null : StoredJson.Read<StoredStep>(session.Open(row.LastResort)).ToGoal(),
        MilestoneAt = row.Milestone,
        Steps = steps,
    };

    static Step ReadStep(Session session, StepRow row) => new()
    {
        Number = row.StepNo,
        Goal = MicroGoal.Create(session.Open(row.Text), Effort.FromMinutes(row.LowMinutes, row.HighMinutes)),
        Kind = Enum.Parse<WorkKind>(row.Kind),
        Difficulty = Enum.Parse<Difficulty>(row.Difficulty),
        Times = row.Times,
        TimesDone = row.TimesDone,
        Status = StepStatusNames.First(pair => pair.Value == row.Status).Key,
        StartedAt = row.StartedAt is { } started ? Instant.FromUnixTimeMilliseconds(started) : null,
        Day = row.Day is null ? null : LocalDatePattern.Iso.Parse(row.Day).Value,
    };

    static readonly Dictionary<GoalStatus, string> StatusNames = new()
    {
        [GoalStatus.Active] = "active",
        [GoalStatus.Reached] = "reached",
        [GoalStatus.PutAway] = "put_away",
    };

    static readonly Dictionary<StepStatus, string> StepStatusNames = new()
    {
        [StepStatus.Open] = "open",
        [StepStatus.Kept] = "kept",
        [StepStatus.Skipped] = "skipped",
    };

    sealed record GoalRow
    {
        public int GoalNo { get; init; }
        public string Title { get; init; } = "";
        public string Words { get; init; } = "";
        public string Why { get; init; } = "";
        public string Kind { get; init; } = "";
        public string Language { get; init; } = "";
        public string Status { get; init; } = "";
        public string DraftedBy { get; init; } = "";
        public string Milestones { get; init; } = "";
        public string Celebrations { get; init; } = "";
        public long CreatedAt { get; init; }
        public string? Habit { get; init; }
        public string? Exam { get; init; }
        public string? LastResort { get; init; }
        public int Milestone { get; init; }
    }

    sealed record StepRow
    {
        public int GoalNo { get; init; }
        public int StepNo { get; init; }
        public string Text { get; init; } = "";
        public double LowMinutes { get; init; }
        public double HighMinutes { get; init; }
        public string Kind { get; init; } = "";
        public string Difficulty { get; init; } = "";
        public int Times { get; init; }
        public int TimesDone { get; init; }
        public string Status { get; init; } = "";
        public long? StartedAt { get; init; }
        public string? Day { get; init; }
    }
}
