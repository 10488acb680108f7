using System.Data.Common;
using MicroWins.Coaching;
using MicroWins.Coaching.Embedded;
using MicroWins.Conversations;
using MicroWins.Messaging;
using MicroWins.Privacy;
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
    public static string PromptsFolder => Path.Combine(AppContext.BaseDirectory, "prompts");

    public static IServiceCollection AddMicroWins(
        this IServiceCollection services, Settings settings, StorageOptions storage, TimeProvider time, DateTimeZone? zone)
    {
        if (settings.Llm.HasModel && PromptFolder.Problems(PromptsFolder) is { Count: > 0 } problems) throw new WrongSettingsException(problems);
        var store = OpenStore(storage);
        return services
            .AddSingleton(time)
            .AddLogging()
            .AddSingleton(_ => new Database(store))
            .AddSingleton(new Rulebook(Sizer.Default, settings.Llm.Host, zone) { Privacy = settings.Privacy })
            .AddSingleton<Inbox>()
            .AddSingleton<Outbox>()
            .AddSingleton<Reachability>()
            .AddSingleton<ConversationHandler>()
            .AddSingleton<ConversationLoop>()
            .AddSingleton<DeliveryLoop>()
            .AddSingleton<ReminderLoop>()
            .AddSingleton(settings.Privacy)
            .AddSingleton<Retention>()
            .AddSingleton<RetentionLoop>()
            .AddSingleton<ITokenLedger, StoredTokenLedger>()
            .AddCoach(settings.Llm, new EmbeddedPlanner(), PromptsFolder);
    }

    static SqliteDialect OpenStore(StorageOptions storage)
    {
        try
        {
            var store = storage.Open();
            Migrator.Migrate(store);
            return store;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidOperationException or DbException)
        {
            throw new WrongSettingsException(
                [$"Storage:ConnectionString (or --db) names a database that cannot be used ({failure.GetType().Name}): check that it is a MicroWins database or a new file, in a folder that may be written to."]);
        }
    }
}
