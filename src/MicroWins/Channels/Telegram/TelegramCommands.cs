using Microsoft.Extensions.Logging;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace MicroWins.Channels.Telegram;

/// <param name="LanguageCode">Two letters; null for everyone who has no list in their own language.</param>
/// <param name="Commands">Name without slash, and what it does.</param>
public sealed record CommandMenu(string? LanguageCode, IReadOnlyList<(string Command, string Description)> Commands);

/// <summary>The menu of commands that Telegram shows beside the text field. Without it the bot still understands them all.</summary>
public sealed partial class TelegramCommands(ITelegramBotClient client, ILogger<TelegramCommands> log)
{
    /// <summary>Publishes the menus, in the default scope. A failure is logged and stops nothing.</summary>
    public async Task PublishAsync(IEnumerable<CommandMenu> menus, CancellationToken cancel)
    {
        foreach (var menu in menus)
        {
            try
            {
                await client.SetMyCommands(
                    menu.Commands.Select(command => new BotCommand(command.Command, command.Description)),
                    languageCode: menu.LanguageCode,
                    cancellationToken: cancel).ConfigureAwait(false);
            }
            catch (Exception failure) when (!cancel.IsCancellationRequested)
            {
                LogNotPublished(menu.LanguageCode ?? "every language", FailureName.Of(failure));
            }
        }
    }

    [LoggerMessage(EventId = 3301, Level = LogLevel.Warning,
        Message = "The command menu for {Language} could not be set ({Cause}); the commands work without it.")]
    private partial void LogNotPublished(string language, string cause);
}
