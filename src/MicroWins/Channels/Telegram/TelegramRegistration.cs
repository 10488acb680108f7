using MicroWins.Messaging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace MicroWins.Channels.Telegram;

/// <summary>Puts the Telegram channel into the program.</summary>
public static class TelegramRegistration
{
    /// <summary>Adds sender, presence, commands, poller and webhook. Needs a TimeProvider and logging in the container.</summary>
    /// <param name="services">The container.</param>
    /// <param name="options">Validated, with a token.</param>
    public static IServiceCollection AddTelegram(this IServiceCollection services, TelegramOptions options)
    {
        services.TryAddSingleton(options);
        services.TryAddSingleton(p => new TelegramContact(Time(p)));
        services.TryAddSingleton(p => new TelegramClients(options, p.GetRequiredService<TelegramContact>()));
        services.AddSingleton<IMessageSender>(p => new MeasuredSender(new TelegramSender(Clients(p).Sending, Time(p), Log<TelegramSender>(p), options.Limits)));
        services.AddSingleton<IPresence>(p => new TelegramPresence(Clients(p).Sending, Time(p)));
        services.TryAddSingleton(p => new TelegramCommands(Clients(p).Sending, Log<TelegramCommands>(p)));
        services.TryAddSingleton(p => new UpdateReader(options.AllowedUsers, new Strangers(Time(p), Log<Strangers>(p))));
        services.TryAddSingleton(p => new PressAnswers(Clients(p).Sending, Time(p)));
        services.TryAddSingleton(p => new TelegramPoller(
            Clients(p).Polling, p.GetRequiredService<PressAnswers>(), p.GetRequiredService<UpdateReader>(), Time(p), Log<TelegramPoller>(p)));
        services.TryAddSingleton(p => WebhookSecret.Of(options));
        services.TryAddSingleton(p => new WebhookReceiver(
            p.GetRequiredService<WebhookSecret>(), p.GetRequiredService<PressAnswers>(), p.GetRequiredService<UpdateReader>(), Time(p), Log<WebhookReceiver>(p)));
        services.TryAddSingleton(p => new WebhookRegistration(Clients(p).Polling, options, p.GetRequiredService<WebhookSecret>(), Time(p), Log<WebhookRegistration>(p)));
        return services;
    }

    static TelegramClients Clients(IServiceProvider services) => services.GetRequiredService<TelegramClients>();

    static TimeProvider Time(IServiceProvider services) => services.GetRequiredService<TimeProvider>();

    static ILogger<T> Log<T>(IServiceProvider services) => services.GetRequiredService<ILogger<T>>();
}
