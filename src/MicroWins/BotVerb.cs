using System.Runtime.CompilerServices;
using MicroWins.Channels.Telegram;
using MicroWins.Conversations;
using MicroWins.Measures;
using MicroWins.Messaging;
using MicroWins.Operations;
using MicroWins.Rules;
using MicroWins.Storage;
using MicroWins.Workers;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
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
        Rehearsal.Begin(time, TelegramRehearsal.RunAsync);
        var builder = Doors.Builder(settings.Http);
        builder.Logging.WriteTo(settings.Logging);
        builder.AddTelemetry(settings.Telemetry);
        await using var database = await Composition.OpenStoreAsync(settings.Storage);
        builder.Services
            .AddMicroWins(settings, database, time, settings.CheckIns.Zone)
            .AddSingleton(services => new Admission(settings.Limits, ConversationFlow.IsUrgent, time, services.GetRequiredService<ILogger<Admission>>()))
            .AddTelegram(settings.Telegram)
            .AddLoops(settings.Telegram)
            .AddSingleton<LoopsService>()
            .AddHostedService(services => services.GetRequiredService<LoopsService>());
        using var host = builder is HostApplicationBuilder alone ? alone.Build() : WithDoors(builder, settings.Telegram);
        // Taken out before the run, which disposes of the services at its end.
        var loops = host.Services.GetRequiredService<LoopsService>();
        await RunAsync(host, cancel);
        if (loops.Failure is { } failure)
            throw failure is TelegramTokenRefusedException ? new WrongSettingsException([failure.Message]) : failure;
    }

    static async Task RunAsync(IHost host, CancellationToken cancel)
    {
        try
        {
            await host.RunAsync(cancel);
        }
        catch (IOException failure) when (IsPortTaken(failure))
        {
            throw new WrongSettingsException(["Http:Port is taken by another program: choose another one, or stop that program."]);
        }
    }

    // These two by themselves, and never part of another method: that would bring the web server in at a start without one.
    [MethodImpl(MethodImplOptions.NoInlining)]
    static IHost WithDoors(IHostApplicationBuilder builder, TelegramOptions telegram) => Doors.Build(builder, telegram.HasWebhook ? telegram.WebhookPath : null, ReceiveAsync);

    [MethodImpl(MethodImplOptions.NoInlining)]
    static bool IsPortTaken(IOException failure) => failure.InnerException is AddressInUseException;

    static Task ReceiveAsync(IServiceProvider services, HttpContext http) => services.GetRequiredService<WebhookReceiver>()
        .ReceiveAsync(http, StoreIn(services), services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);

    // Every process answers; what only one may do at a time is done by whoever holds the role.
    static IServiceCollection AddLoops(this IServiceCollection services, TelegramOptions telegram) => services
        .AddSingleton<NewsLoop>()
        .AddSingleton<RunLoop>(s => s.GetRequiredService<NewsLoop>().RunAsync)
        .AddSingleton<RunLoop>(s => s.GetRequiredService<ConversationLoop>().RunAsync)
        .AddLoop(Role.Sender, s => s.GetRequiredService<DeliveryLoop>().RunAsync)
        .AddLoop(Role.Scheduler, s => s.GetRequiredService<ReminderLoop>().RunAsync)
        .AddLoop(Role.Scheduler, s => s.GetRequiredService<RetentionLoop>().RunAsync)
        .AddSingleton<RunLoop>(s => cancel => PublishMenusAsync(s, cancel))
        .AddLoop(Role.Poller, s => cancel => s.GetRequiredService<TelegramContact>().WhileAsync(telegram.HasWebhook
            ? s.GetRequiredService<WebhookRegistration>().RunAsync(cancel)
            : s.GetRequiredService<TelegramPoller>().RunAsync(StoreIn(s), cancel)));

    // Not at once: whoever wrote while the bot was down is answered first.
    static async Task PublishMenusAsync(IServiceProvider services, CancellationToken cancel)
    {
        await Task.Delay(TimeSpan.FromSeconds(1), services.GetRequiredService<TimeProvider>(), cancel);
        await services.GetRequiredService<TelegramCommands>().PublishAsync(Menus, cancel);
    }

    static Func<IReadOnlyList<IncomingEvent>, CancellationToken, Task> StoreIn(IServiceProvider services) => async (events, _) =>
    {
        using var receiving = Measure.Receiving();
        await services.GetRequiredService<ConversationLoop>().ReceiveAsync(events);
        receiving.Ended("Stored");
    };

    static IServiceCollection AddLoop(this IServiceCollection services, Role role, Func<IServiceProvider, RunLoop> loop) => services
        .AddSingleton<RunLoop>(s => cancel => s.GetRequiredService<Worker>().WhileHeldAsync(role, loop(s), cancel));

    /// <summary>The menu in English for everyone, and in each language that the replies are translated to.</summary>
    static IEnumerable<CommandMenu> Menus => Languages.All.Where(Replies.Speaks).Select(language => new CommandMenu(
        language is Language.English ? null : language.Code(),
        [.. ConversationFlow.Commands.Select(command => (command, Replies.In(language).AboutCommand(command)))]));
}
