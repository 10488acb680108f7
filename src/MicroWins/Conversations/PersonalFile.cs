using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using MicroWins.Goals;
using MicroWins.Messaging;
using MicroWins.Storage;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace MicroWins.Conversations;

/// <summary>
/// Everything that is kept about a person as one JSON document (docs/export.md): a part for each table, a name for each column. A test
/// walks the tables and fails when one of them is missing here.
/// </summary>
static class PersonalFile
{
    public const string Name = "microwins.json";

    /// <summary>Raise it with a change that a reader of the old document would misread.</summary>
    const int Version = 1;

    static readonly JsonSerializerOptions Options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        // Read by people and programs, never put into a web page as it is.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    }.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    public static string Write(Chat chat, Everything kept, Instant now) => JsonSerializer.Serialize(new
    {
        Format = "microwins-export",
        Version,
        ExportedAt = now,
        Chat = PartOf(chat, kept),
        Goals = chat.Goals.Select(PartOf),
        Wins = chat.Record.Wins.Select(PartOf),
        Asked = kept.Asked.Select(row => new { row.Day, row.Slot, row.GoalNo, AskedAt = Moment(row.AskedAtMs) }),
        Skips = chat.Record.Skips.Select(skip => new { GoalNo = skip.Goal, skip.Day }),
        Reminders = kept.Reminders.Select(row => new { row.ReminderNo, row.GoalNo, DueAt = Moment(row.DueAtMs), row.Purpose, row.Status }),
        Tokens = kept.Tokens.Select(row => new { row.Day, Tokens = row.Used }),
        Received = kept.Received.Select(PartOf),
        Sent = kept.Sent.Select(PartOf),
    }, Options);

    static object PartOf(Chat chat, Everything kept) => new
    {
        ChatId = chat.Id.ToString(),
        chat.Language,
        State = JsonNode.Parse(ChatStateJson.Write(chat.State)),
        chat.CurrentGoal,
        chat.NextReminder,
        Reachable = chat.IsReachable,
        Safety = chat.Concern.Stage,
        SafetyAt = chat.Concern.Stage is ConcernStage.None ? (Instant?)null : chat.Concern.Since,
        Agreement = JsonNode.Parse(StoredJson.Write(chat.Agreement)),
        Focus = chat.Focus is null ? null : JsonNode.Parse(StoredJson.Write(chat.Focus)),
        kept.CreatedAt,
        kept.SeenAt,
        chat.ActiveAt,
        chat.WarnedAt,
    };

    static object PartOf(Goal goal) => new
    {
        GoalNo = goal.Number,
        goal.Title,
        goal.Words,
        goal.Why,
        goal.Kind,
        goal.Language,
        goal.Status,
        goal.DraftedBy,
        goal.Milestones,
        Milestone = goal.MilestoneAt,
        goal.Celebrations,
        goal.CreatedAt,
        Habit = goal.Habit is null ? null : JsonNode.Parse(HabitJson.Write(goal.Habit)),
        Exam = goal.Exam is null ? null : JsonNode.Parse(ExamJson.Write(goal.Exam)),
        LastResort = goal.LastResort is null ? null : JsonNode.Parse(StoredJson.Write(StoredStep.Of(goal.LastResort))),
        Steps = goal.Steps.Select(PartOf),
    };

    static object PartOf(Step step, int position) => new
    {
        StepNo = step.Number,
        Position = position,
        step.Goal.Text,
        step.Goal.Effort.LowMinutes,
        step.Goal.Effort.HighMinutes,
        step.Kind,
        step.Difficulty,
        step.Times,
        step.TimesDone,
        step.Status,
        step.StartedAt,
        step.Day,
    };

    static object PartOf(Win win) => new
    {
        GoalNo = win.Goal,
        StepNo = win.Step,
        win.Occurrence,
        win.Bonus,
        WonAt = win.At,
        win.Minutes,
        win.Day,
        win.Unit,
        win.Amount,
        win.Extra,
    };

    static object PartOf(KeptEvent row) => new
    {
        row.Id,
        row.EventKey,
        Event = JsonNode.Parse(row.Event),
        row.Language,
        row.Status,
        row.Attempts,
        row.ClaimedBy,
        NotBefore = Moment(row.NotBefore),
        ReceivedAt = Moment(row.ReceivedAt),
    };

    static object PartOf(KeptMessage row) => new
    {
        row.Id,
        Message = WithoutFile(row.Message),
        row.Status,
        row.Attempts,
        NotBefore = Moment(row.NotBefore),
        WaitsSince = Moment(row.WaitsSince),
        Unasked = row.Unasked is 1,
        Held = row.Held is 1,
        CreatedAt = Moment(row.CreatedAt),
        SentAt = row.SentAt is { } sent ? Moment(sent) : (Instant?)null,
    };

    /// <summary>A picture that waits to be sent is named here, and arrives by itself.</summary>
    static JsonNode? WithoutFile(string json)
    {
        var message = JsonNode.Parse(json);
        if (message?["attachment"] is JsonObject file) file.Remove("content");
        return message;
    }

    static Instant Moment(long milliseconds) => Instant.FromUnixTimeMilliseconds(milliseconds);
}
