using System.Collections.Immutable;
using System.Data.Common;
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
        var steps = session.Query(
            """
            select goal_no, step_no, text, low_minutes, high_minutes, kind, difficulty, times, times_done, status, started_at, day
            from steps where chat_id = @chat order by goal_no, position
            """,
            new { chat }, row => (Goal: row.GetInt32(0), Step: ReadStep(session, row))).ToLookup(row => row.Goal, row => row.Step);
        return
        [
            .. session.Query(
                """
                select goal_no, title, words, why, kind, language, status, drafted_by, milestones, celebrations, created_at, habit, exam, last_resort, milestone
                from goals where chat_id = @chat order by goal_no
                """,
                new { chat }, row => ReadGoal(session, row, [.. steps[row.GetInt32(0)]])),
        ];
    }

    /// <summary>Writes what is new or changed of a goal.</summary>
    /// <param name="session">The store.</param>
    /// <param name="chat">The chat.</param>
    /// <param name="before">The goal as it is stored; null where it is not.</param>
    /// <param name="goal">The goal as it is to be.</param>
    public static void Save(Session session, string chat, Goal? before, Goal goal)
    {
        if (before is null || before with { Steps = goal.Steps } != goal) SaveGoal(session, chat, goal);
        for (var position = 0; position < goal.Steps.Length; position++)
        {
            var step = goal.Steps[position];
            // The records are immutable, so what is the same object has not changed.
            if (before is not null && position < before.Steps.Length && ReferenceEquals(before.Steps[position], step)) continue;
            if (before?.Find(step.Number) is not { } old || !step.HasWordsOf(old) || !MoveOn(session, chat, goal.Number, position, step)) SaveStep(session, chat, goal.Number, position, step);
        }
    }

    static void SaveGoal(Session session, string chat, Goal goal) => session.Execute(
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

    /// <summary>Writes a step whose words are stored already: to seal them anew would be most of the work.</summary>
    /// <returns>False where it is not stored: the person was erased meanwhile.</returns>
    static bool MoveOn(Session session, string chat, int goal, int position, Step step) => session.Execute(
        """
        update steps set position = @position, times = @times, times_done = @timesDone, status = @status, started_at = @startedAt, day = @day
        where chat_id = @chat and goal_no = @goal and step_no = @step
        """,
        new
        {
            chat,
            goal,
            step = step.Number,
            position,
            times = step.Times,
            timesDone = step.TimesDone,
            status = StepStatusNames[step.Status],
            startedAt = step.StartedAt?.ToUnixTimeMilliseconds(),
            day = step.Day is { } day ? LocalDatePattern.Iso.Format(day) : null,
        }) is 1;

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

    static Goal ReadGoal(Session session, DbDataReader row, ImmutableArray<Step> steps) => new(
        row.GetInt32(0), ReadTexts(session, row), Enum.Parse<GoalKind>(row.GetString(4)), Languages.FromTag(row.GetString(5)),
        Instant.FromUnixTimeMilliseconds(row.GetInt64(10)), row.GetString(7))
    {
        Status = StatusOf(row.GetString(6)),
        Habit = row.TextOrNull(11) is { } habit ? HabitJson.Read(session.Open(habit)) : null,
        Exam = row.TextOrNull(12) is { } exam ? ExamJson.Read(session.Open(exam)) : null,
        LastResort = row.TextOrNull(13) is { } resort ? StoredJson.Read<StoredStep>(session.Open(resort)).ToGoal() : null,
        MilestoneAt = row.GetInt32(14),
        Steps = steps,
    };

    static GoalTexts ReadTexts(Session session, DbDataReader row)
    {
        var (title, words, why, milestones, celebrations) =
            (session.Sealed(row.GetString(1)), session.Sealed(row.GetString(2)), session.Sealed(row.GetString(3)), session.Sealed(row.GetString(8)), session.Sealed(row.GetString(9)));
        return new(new(title.Open), new(words.Open), new(why.Open), new(() => TextsJson.Read(milestones.Open())), new(() => TextsJson.Read(celebrations.Open())));
    }

    static Step ReadStep(Session session, DbDataReader row)
    {
        var (text, effort, status) = (session.Sealed(row.GetString(2)), Effort.FromMinutes(row.GetDouble(3), row.GetDouble(4)), row.GetString(9));
        return new(row.GetInt32(1), new(() => MicroGoal.Create(text.Open(), effort)), Enum.Parse<WorkKind>(row.GetString(5)))
        {
            Difficulty = Enum.Parse<Difficulty>(row.GetString(6)),
            Times = row.GetInt32(7),
            TimesDone = row.GetInt32(8),
            Status = StepStatuses[status],
            StartedAt = row.MomentOrNull(10),
            Day = row.TextOrNull(11) is { } day ? LocalDatePattern.Iso.Parse(day).Value : null,
        };
    }

    static GoalStatus StatusOf(string name) => StatusNames.First(pair => pair.Value == name).Key;

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

    static readonly Dictionary<string, StepStatus> StepStatuses = StepStatusNames.ToDictionary(pair => pair.Value, pair => pair.Key);
}
