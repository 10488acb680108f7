namespace MicroWins.Storage;

/// <summary>A column whose text is sealed, and the key of its table.</summary>
public sealed record SealedColumn(string Table, string Name, params string[] Keys);

/// <summary>Every column that holds what a person or a model wrote. All other columns are numbers, dates, ids and names of the program's own.</summary>
public static class SealedColumns
{
    static readonly string[] Goal = ["chat_id", "goal_no"];

    public static IReadOnlyList<SealedColumn> All { get; } =
    [
        new("seals", "proof", "one"),
        new("chats", "state", "chat_id"),
        new("chats", "agreement", "chat_id"),
        new("chats", "focus", "chat_id"),
        new("inbox", "event", "id"),
        new("outbox", "message", "id"),
        new("goals", "title", Goal),
        new("goals", "words", Goal),
        new("goals", "why", Goal),
        new("goals", "milestones", Goal),
        new("goals", "celebrations", Goal),
        new("goals", "habit", Goal),
        new("goals", "exam", Goal),
        new("goals", "last_resort", Goal),
        new("steps", "text", "chat_id", "goal_no", "step_no"),
        new("wins", "unit", "chat_id", "goal_no", "step_no", "bonus", "occurrence"),
    ];
}
