using System.Reflection;
using MicroWins.Channels.Telegram;
using MicroWins.CheckIns;
using MicroWins.Coaching;
using MicroWins.Messaging;
using MicroWins.Operations;
using MicroWins.Privacy;
using MicroWins.Storage;
using Microsoft.Extensions.Configuration;

namespace MicroWins;

/// <summary>The configuration, read and checked once, at the start.</summary>
public sealed class Settings
{
    public required TelegramOptions Telegram { get; init; }

    public required LlmOptions Llm { get; init; }

    public required StorageOptions Storage { get; init; }

    public required CheckInOptions CheckIns { get; init; }

    public required LimitsOptions Limits { get; init; }

    public required PrivacyOptions Privacy { get; init; }

    public required HttpOptions Http { get; init; }

    public required TelemetryOptions Telemetry { get; init; }

    public required LogOptions Logging { get; init; }

    static readonly Dictionary<string, Type> Sections = new(StringComparer.OrdinalIgnoreCase)
    {
        [TelegramOptions.Section] = typeof(TelegramOptions),
        [LlmOptions.Section] = typeof(LlmOptions),
        [StorageOptions.Section] = typeof(StorageOptions),
        [CheckInOptions.Section] = typeof(CheckInOptions),
        [LimitsOptions.Section] = typeof(LimitsOptions),
        [PrivacyOptions.Section] = typeof(PrivacyOptions),
        [HttpOptions.Section] = typeof(HttpOptions),
        [TelemetryOptions.Section] = typeof(TelemetryOptions),
        [LogOptions.Section] = typeof(LogOptions),
    };

    /// <summary>Where settings come from: appsettings.json beside the program, then the environment, which wins.</summary>
    public static IConfiguration Sources(string folder) => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(folder, "appsettings.json"), optional: true)
        .AddEnvironmentVariables()
        .Build();

    /// <exception cref="WrongSettingsException">A key is unknown, or a value is wrong.</exception>
    public static Settings Read(IConfiguration configuration)
    {
        var settings = new Settings
        {
            Telegram = Bind<TelegramOptions>(configuration, TelegramOptions.Section),
            Llm = Bind<LlmOptions>(configuration, LlmOptions.Section),
            Storage = Bind<StorageOptions>(configuration, StorageOptions.Section),
            CheckIns = Bind<CheckInOptions>(configuration, CheckInOptions.Section),
            Limits = Bind<LimitsOptions>(configuration, LimitsOptions.Section),
            Privacy = Bind<PrivacyOptions>(configuration, PrivacyOptions.Section),
            Http = Bind<HttpOptions>(configuration, HttpOptions.Section),
            Telemetry = Bind<TelemetryOptions>(configuration, TelemetryOptions.Section),
            Logging = Bind<LogOptions>(configuration, LogOptions.Section),
        };
        var problems = UnknownKeys(configuration)
            .Concat(settings.Telegram.Problems())
            .Concat(settings.Llm.Problems())
            .Concat(settings.Storage.Problems())
            .Concat(settings.CheckIns.Problems())
            .Concat(settings.Limits.Problems())
            .Concat(settings.Privacy.Problems())
            .Concat(settings.Http.Problems())
            .Concat(settings.Telemetry.Problems())
            .Concat(settings.Telegram.HasWebhook && !settings.Http.Listens
                ? ["Http:Port is missing, though Telegram:WebhookUrl is set: set it to the port that this program takes updates on, as in 8080."] : [])
            .ToList();
        return problems.Count is 0 ? settings : throw new WrongSettingsException(problems);
    }

    static T Bind<T>(IConfiguration configuration, string section) where T : new()
    {
        var values = configuration.GetSection(section);
        try
        {
            var bound = values.Get<T>() ?? new T();
            // The binder leaves out the elements of a list that do not fit, and says nothing.
            Check(typeof(T), values, property => property.PropertyType.IsGenericType && Nullable.GetUnderlyingType(property.PropertyType) is null);
            return bound;
        }
        catch (Exception failure) when (failure is InvalidOperationException or FormatException)
        {
            Check(typeof(T), values, _ => true);
            throw;
        }
    }

    // One key at a time, so that a value of the wrong type is named by its key. The value itself may be a secret and is not shown.
    static void Check(Type options, IConfigurationSection values, Func<PropertyInfo, bool> isLookedAt)
    {
        foreach (var property in options.GetProperties().Where(property => property.SetMethod is not null && isLookedAt(property)))
        {
            if (!Fits(values.GetSection(property.Name), property.PropertyType))
                throw new WrongSettingsException([$"{values.Key}:{property.Name} has a value of the wrong type; it must be {NameOf(property.PropertyType)}."]);
        }
    }

    static bool Fits(IConfigurationSection value, Type type)
    {
        try
        {
            // The binder leaves out the elements of a list that do not fit, so each is looked at by itself.
            if (type.IsGenericType && Nullable.GetUnderlyingType(type) is null)
                return string.IsNullOrEmpty(value.Value) && value.GetChildren().All(element => Fits(element, type.GetGenericArguments()[0]));
            _ = value.Get(type);
            return true;
        }
        catch (Exception failure) when (failure is InvalidOperationException or FormatException)
        {
            return false;
        }
    }

    static string NameOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var number when number == typeof(int) || number == typeof(long) => "a whole number",
        var number when number == typeof(double) => "a number",
        var flag when flag == typeof(bool) => "true or false",
        var text when text == typeof(string) => "a text",
        _ => "a list of whole numbers",
    };

    // A misspelt key would be passed over in silence, and the bot would run with a default that nobody chose.
    static IEnumerable<string> UnknownKeys(IConfiguration configuration) =>
        from section in Sections
        let known = section.Value.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod is not null).Select(p => p.Name).ToList()
        from child in configuration.GetSection(section.Key).GetChildren()
        where !known.Contains(child.Key, StringComparer.OrdinalIgnoreCase)
        select $"{section.Key}:{child.Key} is no setting of this program; {section.Key} has {string.Join(", ", known)}.";
}

/// <summary>The configuration cannot be used; the message has one sentence for each reason.</summary>
public sealed class WrongSettingsException(IReadOnlyList<string> problems) : Exception(string.Join(Environment.NewLine, problems));
