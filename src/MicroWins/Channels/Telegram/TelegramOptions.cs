using System.Text.RegularExpressions;
using MicroWins.Messaging;

namespace MicroWins.Channels.Telegram;

/// <summary>How the bot reaches Telegram, and whom it serves there. Not a record: a record would print the token.</summary>
public sealed partial class TelegramOptions
{
    /// <summary>The section of the configuration that this is read from.</summary>
    public const string Section = "Telegram";

    /// <summary>Telegram's own Bot API server.</summary>
    public const string PublicApi = "https://api.telegram.org";

    /// <summary>What BotFather gave; blank where the bot is not on Telegram.</summary>
    public string? BotToken { get; init; }

    /// <summary>The Bot API server.</summary>
    public string ApiBaseUrl { get; init; } = PublicApi;

    /// <summary>The Telegram user ids that are served; empty = everyone.</summary>
    public IReadOnlyList<long> AllowedUsers { get; init; } = [];

    /// <summary>The public address that Telegram sends updates to; blank = the bot asks for them.</summary>
    public string? WebhookUrl { get; init; }

    /// <summary>What Telegram shows with each update, so that nobody else can send one; blank = made from the token.</summary>
    public string? WebhookSecret { get; init; }

    /// <summary>True where updates are sent to the bot, rather than asked for.</summary>
    public bool HasWebhook => !string.IsNullOrWhiteSpace(WebhookUrl);

    /// <summary>The path of the webhook's address, as a proxy passes it on.</summary>
    internal string WebhookPath => new Uri(WebhookUrl!.Trim()).AbsolutePath;

    /// <summary>Messages a second over all chats, 0 for no limit. Telegram takes about 30 of a token, more where the operator pays for it.</summary>
    public double MessagesPerSecond { get; init; } = 25;

    /// <summary>Messages a second in one chat, 0 for no limit. Telegram takes about 1, and short bursts.</summary>
    public double MessagesPerSecondAndChat { get; init; } = 1;

    // A fifth of a second's worth over all chats, so that no second has more than Telegram's 30; three in a chat, as a celebration
    // with what follows it.
    internal SendingLimits Limits => new(
        Pace.PerSecond(MessagesPerSecond, burst: Math.Max(1, (int)(MessagesPerSecond / 5))),
        Pace.PerSecond(MessagesPerSecondAndChat, burst: 3));

    /// <summary>True where a token is set, right or wrong.</summary>
    public bool HasToken => !string.IsNullOrWhiteSpace(BotToken);

    /// <summary>One sentence for each wrong value: the key, and what would be right. Never holds the token.</summary>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        if (HasToken && !TokenShape().IsMatch(BotToken!))
            problems.Add("Telegram:BotToken does not look like a bot token: "
                + "BotFather gives digits, a colon and about 35 letters, digits, '_' or '-', as in 123456:ABC-...");
        if (!IsWebAddress(ApiBaseUrl))
            problems.Add($"Telegram:ApiBaseUrl must be an absolute http or https address, without a path or query, as in {PublicApi}.");
        if (AllowedUsers.Any(user => user <= 0))
            problems.Add("Telegram:AllowedUsers must hold Telegram user ids, which are positive numbers; leave it empty to serve everyone.");
        if (HasWebhook && !IsWebhookAddress())
            problems.Add("Telegram:WebhookUrl must be the public address of this bot, https with a plain path that is not under /health, as in https://bot.example.org/telegram; "
                + "http is for a Bot API server of your own (Telegram:ApiBaseUrl).");
        if (!string.IsNullOrWhiteSpace(WebhookSecret) && !SecretShape().IsMatch(WebhookSecret))
            problems.Add("Telegram:WebhookSecret must be 1 to 256 letters, digits, '_' or '-'; leave it empty to have one made from the token.");
        if (!HasWebhook && !string.IsNullOrWhiteSpace(WebhookSecret))
            problems.Add("Telegram:WebhookUrl is missing, though Telegram:WebhookSecret is set: set it, or remove the secret to ask Telegram for updates.");
        if (MessagesPerSecond is not (0 or >= 0.1 and <= 10_000))
            problems.Add("Telegram:MessagesPerSecond must be 0.1 to 10000, or 0 for no limit; Telegram itself takes about 30.");
        if (MessagesPerSecondAndChat is not (0 or >= 0.1 and <= 1_000))
            problems.Add("Telegram:MessagesPerSecondAndChat must be 0.1 to 1000, or 0 for no limit; Telegram itself takes about 1.");
        return problems;
    }

    bool IsWebhookAddress() =>
        Uri.TryCreate(WebhookUrl!.Trim(), UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && ApiBaseUrl?.TrimEnd('/') != PublicApi))
        && url is { Query: "", Fragment: "", UserInfo: "" } && PlainPath().IsMatch(url.AbsolutePath)
        && !url.AbsolutePath.StartsWith("/health", StringComparison.OrdinalIgnoreCase);

    // The client would drop a path in silence, and send the token somewhere else.
    static bool IsWebAddress(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
        && url is { AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" };

    // 35 today; the range leaves room, since Telegram promises no length.
    [GeneratedRegex(@"\A[0-9]{1,20}:[A-Za-z0-9_-]{30,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex TokenShape();

    // Bot API, setWebhook: secret_token.
    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,256}\z", RegexOptions.CultureInvariant)]
    private static partial Regex SecretShape();

    // What every proxy passes on as it is.
    [GeneratedRegex(@"\A/[A-Za-z0-9/_.~-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainPath();
}
