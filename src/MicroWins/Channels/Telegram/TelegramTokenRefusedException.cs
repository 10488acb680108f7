namespace MicroWins.Channels.Telegram;

/// <summary>Telegram does not know the token. Nothing can be received or sent: the program should stop and show the message.</summary>
public sealed class TelegramTokenRefusedException() : Exception(Sentence)
{
    /// <summary>What to tell the operator.</summary>
    public const string Sentence =
        "Telegram refuses the token in Telegram:BotToken: take a valid one from @BotFather (and check Telegram:ApiBaseUrl, if it is set).";
}
