using MicroWins.Channels.Telegram;
using MicroWins.Conversations;
using MicroWins.Messaging;
using MicroWins.Rules;
using MicroWins.Storage;
using MicroWins.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MicroWins;

/// <summary>The bot on Telegram, put together.</summary>
static class BotVerb
{
    /// <exception cref="WrongSettingsException">Telegram refuses the token.</exception>
    public static async Task RunAsync(Settings settings, TimeProvider time, CancellationToken cancel)
    {
        Composition.BeginReadingWords();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging
            .AddSimpleConsole(console =>
            {
                console.SingleLine = true;
                console.TimestampFormat = "yyyy-MM-ddTHH:mm:ssZ ";
                console.UseUtcTimestamp = true;
            })
            .SetMinimumLevel(LogLevel.Information)
            // These log addresses, and the address of the Bot API holds the token.
            .AddFilter("System.Net.Http", LogLevel.None);
        await using var database = await Composition.OpenStoreAsync(settings.Storage);
        builder.Services
            .AddMicroWins(settings, database, time, settings.CheckIns.Zone)
            .AddTelegram(settings.Telegram)
            .AddLoops()
            .AddSingleton<LoopsService>()
            .AddHostedService(services => services.GetRequiredService<LoopsService>());
        using var host = builder.Build();
        // Taken out before the run, which disposes of the services at its end.
        var loops = host.Services.GetRequiredService<LoopsService>();
        await host.RunAsync(cancel);
        if (loops.Failure is { } failure)
            throw failure is TelegramTokenRefusedException ? new WrongSettingsException([failure.Message]) : failure;
    }

    // Every process answers; what only one may do at a time is done by whoever holds the role.
    static IServiceCollection AddLoops(this IServiceCollection services) => services
        .AddSingleton<NewsLoop>()
        .AddSingleton<RunLoop>(s => s.GetRequiredService<NewsLoop>().RunAsync)
        .AddSingleton<RunLoop>(s => s.GetRequiredService<ConversationLoop>().RunAsync)
        .AddLoop(Role.Sender, s => s.GetRequiredService<DeliveryLoop>().RunAsync)
        .AddLoop(Role.Scheduler, s => s.GetRequiredService<ReminderLoop>().RunAsync)
        .AddSingleton<RunLoop>(s => cancel => s.GetRequiredService<TelegramCommands>().PublishAsync(Menus, cancel))
        .AddLoop(Role.Poller, s => cancel => s.GetRequiredService<TelegramPoller>()
            .RunAsync((events, _) => s.GetRequiredService<Inbox>().StoreAsync(events), cancel));

    static IServiceCollection AddLoop(this IServiceCollection services, Role role, Func<IServiceProvider, RunLoop> loop) => services
        .AddSingleton<RunLoop>(s => cancel => s.GetRequiredService<Worker>().WhileHeldAsync(role, loop(s), cancel));

    /// <summary>The menu in English for everyone, and in each language that the replies are translated to.</summary>
    static IEnumerable<CommandMenu> Menus => Languages.All.Where(Replies.Speaks).Select(language => new CommandMenu(
        language is Language.English ? null : language.Code(),
        [.. ConversationFlow.Commands.Select(command => (command, Replies.In(language).AboutCommand(command)))]));
}
