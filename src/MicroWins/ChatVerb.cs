using System.Globalization;
using MicroWins.Channels.Terminal;
using MicroWins.Messaging;
using MicroWins.Storage;
using MicroWins.Workers;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Spectre.Console;

namespace MicroWins;

/// <summary>What "chat" was asked to do.</summary>
/// <param name="Database">A SQLite file in place of the configured store.</param>
/// <param name="Clock">Where the clock stands at the start; null for the real time.</param>
/// <param name="Zone">An IANA zone; null for the machine's.</param>
/// <param name="Language">The language that the person is spoken to in; null to find out.</param>
/// <param name="Json">One JSON object a line in place of frames and colours.</param>
public sealed record ChatArguments(string? Database = null, string? Clock = null, string? Zone = null, string? Language = null, bool Json = false);

/// <summary>The chat in the terminal, put together.</summary>
static class ChatVerb
{
    /// <exception cref="WrongSettingsException">An argument or a setting is wrong.</exception>
    public static async Task RunAsync(ChatArguments arguments, Settings settings, TimeProvider real, CancellationToken cancel)
    {
        Rehearsal.Begin(real);
        var zone = ZoneOf(arguments);
        var clock = new TerminalClock(real, ClockOf(arguments, zone));
        if (arguments.Language is { } tag && MicroWins.Rules.Languages.FromTag(tag) is MicroWins.Rules.Language.Unknown)
            throw new WrongSettingsException(["--language must be one of en, es, de, fr, pt, it, ru, zh."]);
        var isInteractive = !arguments.Json && !Console.IsInputRedirected && !Console.IsOutputRedirected;
        ITerminalView view = arguments.Json ? new JsonView(Console.Out, clock, zone) : new ConsoleView(ConsoleFor(isInteractive), isInteractive);
        var store = StoreOf(arguments, settings);
        await using var database = await Composition.OpenStoreAsync(store);
        var parts = new ServiceCollection().AddMicroWins(settings, database, clock, zone);
        var sender = new TerminalSender(view, new SavedFiles(FolderOf(store)));
        await using var services = parts
            .AddSingleton<IMessageSender>(sender)
            .AddSingleton<IPresence>(sender)
            .BuildServiceProvider();
        using var chat = new TerminalChat(Console.In, view, sender, services.GetRequiredService<Inbox>(), MachineryOf(services), clock, zone, isInteractive, arguments.Language);
        await chat.RunAsync(cancel);
    }

    /// <summary>What the terminal drives by itself: it answers before it reads on.</summary>
    internal static TerminalMachinery MachineryOf(IServiceProvider services)
    {
        var conversations = services.GetRequiredService<ConversationLoop>();
        var deliveries = services.GetRequiredService<DeliveryLoop>();
        var reminders = services.GetRequiredService<ReminderLoop>();
        var retention = services.GetRequiredService<RetentionLoop>();
        return new(
            async cancel =>
            {
                await conversations.DrainAsync(TerminalSender.Chat.Channel, cancel);
                await deliveries.DrainAsync(TerminalSender.Chat.Channel, cancel);
            },
            async () =>
            {
                await reminders.RingAsync();
                await retention.SweepIfDueAsync();
            },
            reminders.NextDueAsync,
            () => services.GetRequiredService<Outbox>().LastWithButtonsAsync(TerminalSender.Chat));
    }

    static StorageOptions StoreOf(ChatArguments arguments, Settings settings) => arguments.Database is { } file
        ? new StorageOptions
        {
            KeyPath = settings.Storage.KeyPath,
            ConnectionString = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder { DataSource = file }.ToString(),
        }
        : settings.Storage;

    /// <summary>The folder that the store is in, which is the person's own; the current one for a store that is no file.</summary>
    static string FolderOf(StorageOptions store)
    {
        using var connection = store.Open().Open();
        return File.Exists(connection.DataSource) ? Path.GetDirectoryName(Path.GetFullPath(connection.DataSource))! : Directory.GetCurrentDirectory();
    }

    static DateTimeZone ZoneOf(ChatArguments arguments) => arguments.Zone is not { } name
        ? DateTimeZoneProviders.Tzdb.GetSystemDefault()
        : DateTimeZoneProviders.Tzdb.GetZoneOrNull(name)
            ?? throw new WrongSettingsException([$"--zone {name} is no IANA time zone; one looks like Europe/Berlin."]);

    static Instant? ClockOf(ChatArguments arguments, DateTimeZone zone) => arguments.Clock is not { } text
        ? null
        : TerminalClock.ReadMoment(text, zone)
            ?? throw new WrongSettingsException([string.Create(CultureInfo.InvariantCulture, $"--clock {text} is no moment; one looks like 2026-03-01T09:00.")]);

    static IAnsiConsole ConsoleFor(bool isInteractive)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings());
        // A pipe has no width of its own, and must not be broken at 80 columns.
        if (!isInteractive) console.Profile.Width = 100;
        return console;
    }
}
