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
        this IServiceCollection services, Settings settings, Database store, TimeProvider time, DateTimeZone? zone)
    {
        if (settings.Llm.HasModel && PromptFolder.Problems(PromptsFolder) is { Count: > 0 } problems) throw new WrongSettingsException(problems);
        return services
            .AddSingleton(time)
            .AddLogging()
            .AddSingleton(store)
            // A store cannot be opened without its keys, so that it is sealed is no promise but a fact.
            .AddSingleton(new Rulebook(Sizer.Default, settings.Llm.Host, zone) { Privacy = settings.Privacy, IsSealed = true })
            .AddSingleton<Inbox>()
            .AddSingleton<Outbox>()
            .AddSingleton<Reachability>()
            .AddSingleton<ConversationHandler>()
            .AddSingleton<Worker>()
            .AddSingleton<ConversationLoop>()
            .AddSingleton<DeliveryLoop>()
            .AddSingleton<ReminderLoop>()
            .AddSingleton(settings.Privacy)
            .AddSingleton<Retention>()
            .AddSingleton<RetentionLoop>()
            .AddSingleton<ITokenLedger, StoredTokenLedger>()
            .AddCoach(settings.Llm, new EmbeddedPlanner(), PromptsFolder);
    }

    /// <summary>Opens the store, brings it up to date and checks its keys. The caller disposes of it.</summary>
    /// <exception cref="WrongSettingsException">It cannot be opened, or its keys are not there.</exception>
    public static async Task<Database> OpenStoreAsync(StorageOptions storage)
    {
        try
        {
            var dialect = storage.Open();
            Migrator.Migrate(dialect);
            return new Database(dialect, await SealAsync(storage, dialect));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidOperationException or DbException)
        {
            throw new WrongSettingsException(
                [$"Storage:ConnectionString (or --db) names a database that cannot be used ({failure.GetType().Name}): {storage.WhatToCheck}."]);
        }
    }

    static async Task<TextSeal> SealAsync(StorageOptions storage, ISqlDialect dialect)
    {
        try
        {
            return await Sealing.BeginAsync(dialect, storage.Keys);
        }
        catch (MissingKeyException)
        {
            throw new WrongSettingsException(
                [$"Storage:KeyPath ({storage.Keys.FullName}) does not hold the keys that this database was sealed with: name the folder that does, or put its files back. Without them nothing in the database can be read."]);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new WrongSettingsException(
                [$"Storage:KeyPath ({storage.Keys.FullName}) cannot be used ({failure.GetType().Name}): name a folder that may be written to, apart from the data."]);
        }
    }
}
