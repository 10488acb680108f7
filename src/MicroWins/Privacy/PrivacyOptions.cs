using NodaTime;

namespace MicroWins.Privacy;

/// <summary>How long what people write is kept, and who answers for it. What /privacy tells is generated from these values.</summary>
public sealed record PrivacyOptions
{
    /// <summary>The section of the configuration that this is read from.</summary>
    public const string Section = "Privacy";

    /// <summary>Telegram delivers an update again for up to a day, and is told by the stored key that it came before: two days are the least.</summary>
    const int FewestMessageDays = 2;

    const int MostMessageDays = 3650, MostMonths = 120, MostWarningDays = 365, LongestContact = 200;

    /// <summary>Days that messages are kept after they were answered or sent; 2 to 3650, or 0 = until the person deletes them.</summary>
    public int MessageDays { get; init; } = 30;

    /// <summary>Months without a sign of the person after which they are warned; 1 to 120, or 0 = never.</summary>
    public int InactiveMonths { get; init; } = 12;

    /// <summary>Days from the warning until everything about them is erased; 1 to 365.</summary>
    public int WarningDays { get; init; } = 30;

    /// <summary>Who runs this bot and can be asked, in one line; blank = not said.</summary>
    public string? Contact { get; init; }

    /// <summary>One sentence for each wrong value: the key, and what would be right.</summary>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        if (MessageDays is not 0 and (< FewestMessageDays or > MostMessageDays))
            problems.Add($"Privacy:MessageDays must be a number of days from {FewestMessageDays} to {MostMessageDays}, or 0 to keep messages until they are deleted.");
        if (InactiveMonths is < 0 or > MostMonths)
            problems.Add($"Privacy:InactiveMonths must be a number of months from 1 to {MostMonths}, or 0 to keep silent chats for ever.");
        if (WarningDays is < 1 or > MostWarningDays)
            problems.Add($"Privacy:WarningDays must be a number of days from 1 to {MostWarningDays}.");
        if (Contact is { } contact && (contact.Length > LongestContact || contact.Any(char.IsControl)))
            problems.Add($"Privacy:Contact must be one line of at most {LongestContact} characters, such as a name and a mail address.");
        return problems;
    }

    /// <summary>Messages from before this moment go; null where they are kept.</summary>
    public Instant? MessagesFrom(Instant now) => MessageDays is 0 ? null : now - Duration.FromDays(MessageDays);

    /// <summary>Who gave no sign since this moment is silent; null where nobody is.</summary>
    public Instant? SilentSince(Instant now) => InactiveMonths is 0 ? null : now.InUtc().LocalDateTime.PlusMonths(-InactiveMonths).InUtc().ToInstant();

    /// <summary>Who was warned before this moment, and gave no sign since, is erased.</summary>
    public Instant WarnedBefore(Instant now) => now - Duration.FromDays(WarningDays);
}
