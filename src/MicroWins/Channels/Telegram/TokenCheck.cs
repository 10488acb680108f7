using Telegram.Bot;

namespace MicroWins.Channels.Telegram;

/// <summary>Whether Telegram knows the token, asked with getMe: for the start and for doctor.</summary>
public abstract record TokenCheck
{
    TokenCheck() { }

    /// <summary>What to tell the operator. Never holds the token.</summary>
    public abstract string Sentence { get; }

    /// <summary>The token is good.</summary>
    public sealed record Works(string Username) : TokenCheck
    {
        public override string Sentence => $"Telegram knows this bot as @{Username}.";
    }

    /// <summary>The token is wrong: stop.</summary>
    public sealed record Refused : TokenCheck
    {
        public override string Sentence => TelegramTokenRefusedException.Sentence;
    }

    /// <summary>Nobody could be asked: the start may go on, since the poller keeps trying.</summary>
    public sealed record NoAnswer(string Cause) : TokenCheck
    {
        public override string Sentence =>
            $"Telegram could not be asked about Telegram:BotToken ({Cause}): check the network and Telegram:ApiBaseUrl.";
    }

    public static async Task<TokenCheck> AskAsync(ITelegramBotClient client, CancellationToken cancel)
    {
        try
        {
            var bot = await client.GetMe(cancel).ConfigureAwait(false);
            return new Works(bot.Username ?? bot.FirstName);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            return PollTrouble.Of(failure) is PollTrouble.TokenRefused
                ? new Refused()
                : new NoAnswer(FailureName.Of(failure));
        }
    }
}
