namespace MicroWins.Operations;

/// <summary>Where numbers about the flow go. The section "Telemetry" of the configuration.</summary>
public sealed class TelemetryOptions
{
    /// <summary>The section of the configuration that this is read from.</summary>
    public const string Section = "Telemetry";

    /// <summary>The variable that says the same to every program that speaks OTLP; the setting wins over it.</summary>
    const string Standard = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>The collector, in OTLP over HTTP; blank = as the variables OTEL_* say, and nowhere without them.</summary>
    public string? OtlpEndpoint { get; init; }

    /// <summary>One sentence for each wrong value: the key, and what would be right.</summary>
    public IEnumerable<string> Problems()
    {
        if (!string.IsNullOrWhiteSpace(OtlpEndpoint) && !(Uri.TryCreate(OtlpEndpoint.Trim(), UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
            yield return "Telemetry:OtlpEndpoint must be a full address that starts with http:// or https://, as in http://localhost:4318.";
    }

    /// <summary>The exporter's own settings: what the environment says, then ours. Empty where nothing is to be sent.</summary>
    internal Dictionary<string, string?> ForExporter(IEnumerable<KeyValuePair<string, string?>> environment)
    {
        var settings = environment.Where(variable => variable.Key.StartsWith("OTEL_", StringComparison.Ordinal)).ToDictionary();
        if (!string.IsNullOrWhiteSpace(OtlpEndpoint)) settings[Standard] = OtlpEndpoint.Trim();
        if (string.IsNullOrWhiteSpace(settings.GetValueOrDefault(Standard)) || settings.GetValueOrDefault("OTEL_SDK_DISABLED") is "true") return [];
        // What the specification recommends; the library would speak gRPC.
        settings.TryAdd("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
        return settings;
    }
}
