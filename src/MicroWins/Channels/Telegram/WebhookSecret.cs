using System.Security.Cryptography;
using System.Text;

namespace MicroWins.Channels.Telegram;

/// <summary>What tells Telegram from everybody else who finds the webhook's address. Not a record: a record would print it.</summary>
public sealed class WebhookSecret
{
    /// <summary>The header in which Telegram shows it.</summary>
    public const string Header = "X-Telegram-Bot-Api-Secret-Token";

    readonly byte[] hash;

    WebhookSecret(string text) => (Text, hash) = (text, Hash(text));

    /// <summary>What is given to setWebhook.</summary>
    public string Text { get; }

    /// <summary>The configured secret, or one made from the token: the same in every process and after every start, and no way back to the token.</summary>
    public static WebhookSecret Of(TelegramOptions options) => new(string.IsNullOrWhiteSpace(options.WebhookSecret)
        ? Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.BotToken!), "MicroWins webhook"u8))
        : options.WebhookSecret);

    /// <summary>Whether somebody showed it. Takes the same time for every wrong one: hashes are of one length.</summary>
    public bool Matches(string? shown) => CryptographicOperations.FixedTimeEquals(Hash(shown ?? ""), hash);

    static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
