using MicroWins.Messaging;
using MicroWins.Storage;
using NodaTime;

namespace MicroWins.Conversations;

/// <summary>What is kept about a person besides what a decision looks at, for the file that they take along.</summary>
public sealed record Everything
{
    /// <summary>When their chat began; null where nothing is kept yet.</summary>
    public Instant? CreatedAt { get; init; }

    /// <summary>When a turn last changed it, the bot's own among them.</summary>
    public Instant? SeenAt { get; init; }

    /// <summary>Reminders, also those that rang or were withdrawn.</summary>
    public required IReadOnlyList<KeptReminder> Reminders { get; init; }

    /// <summary>Check-ins, with the moment of each.</summary>
    public required IReadOnlyList<KeptAsked> Asked { get; init; }

    /// <summary>Tokens of the language model, by day.</summary>
    public required IReadOnlyList<KeptTokens> Tokens { get; init; }

    /// <summary>What they wrote and pressed, as far as it is still kept.</summary>
    public required IReadOnlyList<KeptEvent> Received { get; init; }

    /// <summary>What was said to them, as far as it is still kept.</summary>
    public required IReadOnlyList<KeptMessage> Sent { get; init; }

    public static Everything Load(Session session, ChatId id)
    {
        var chat = id.ToString();
        var dates = session.One<Dates>("select created_at as CreatedAt, seen_at as SeenAt from chats where chat_id = @chat", new { chat });
        return new Everything
        {
            CreatedAt = dates is null ? null : Instant.FromUnixTimeMilliseconds(dates.CreatedAt),
            SeenAt = dates is null ? null : Instant.FromUnixTimeMilliseconds(dates.SeenAt),
            Reminders = session.Query<KeptReminder>(
                "select reminder_no as ReminderNo, goal_no as GoalNo, due_at as DueAtMs, purpose, status from reminders where chat_id = @chat order by reminder_no", new { chat }),
            Asked = session.Query<KeptAsked>("select day, slot, goal_no as GoalNo, asked_at as AskedAtMs from asked where chat_id = @chat order by day, slot", new { chat }),
            Tokens = session.Query<KeptTokens>("select day, tokens as Used from tokens where chat_id = @chat order by day", new { chat }),
            Received = Inbox.Kept(session, id),
            Sent = Outbox.Kept(session, id),
        };
    }

    sealed record Dates
    {
        public long CreatedAt { get; init; }
        public long SeenAt { get; init; }
    }
}

/// <summary>A moment at which the bot spoke, or was to speak, by itself.</summary>
public sealed record KeptReminder
{
    public int ReminderNo { get; init; }
    public int GoalNo { get; init; }
    public long DueAtMs { get; init; }
    public string Purpose { get; init; } = "";
    public string Status { get; init; } = "";
}

/// <summary>A check-in that went out.</summary>
public sealed record KeptAsked
{
    public string Day { get; init; } = "";
    public int Slot { get; init; }
    public int GoalNo { get; init; }
    public long AskedAtMs { get; init; }
}

/// <summary>Tokens that a day took.</summary>
public sealed record KeptTokens
{
    public string Day { get; init; } = "";
    public long Used { get; init; }
}
