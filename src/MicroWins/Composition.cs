using MicroWins.Coaching;
using MicroWins.Coaching.Embedded;
using MicroWins.Conversations;
using MicroWins.Messaging;
using MicroWins.Rules.Sizing;
using MicroWins.Storage;
using MicroWins.Workers;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace MicroWins;

/// <summary>Puts the parts together that every channel shares.</summary>
static class Composition
{
    /// <summary>The prompts, beside the program.</summary>
    static string PromptsFolder => Path.Combine(AppContext.BaseDirectory, "prompts");

    public static IServiceCollection AddMicroWins(
        this IServiceCollection services, Settings settings, ISqlDialect store, TimeProvider time, DateTimeZone? zone)
    {
        if (settings.Llm.HasModel && PromptFolder.Problems(PromptsFolder) is { Count: > 0 } problems) throw new WrongSettingsException(problems);
        Migrator.Migrate(store);
        return services
            .AddSingleton(time)
            .AddLogging()
            .AddSingleton(_ => new Database(store))
            .AddSingleton(new Rulebook(Sizer.Default, settings.Llm.Host, zone))
            .AddSingleton<Inbox>()
            .AddSingleton<Outbox>()
            .AddSingleton<Reachability>()
            .AddSingleton<ConversationHandler>()
            .AddSingleton<ConversationLoop>()
            .AddSingleton<DeliveryLoop>()
            .AddSingleton<ReminderLoop>()
            .AddCoach(settings.Llm, new EmbeddedPlanner(), PromptsFolder);
    }
}
