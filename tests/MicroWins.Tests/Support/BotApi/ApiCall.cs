using System.Globalization;
using System.Text.Json;

namespace MicroWins.Tests.Support.BotApi;

/// <summary>One request to the server, as it was understood.</summary>
public sealed record ApiCall(
    string Method, IReadOnlyDictionary<string, JsonElement> Parameters, IReadOnlyDictionary<string, UploadedFile> Files, DateTimeOffset At)
{
    /// <summary>Where the request departs from the specification of the Bot API; empty where that file is missing.</summary>
    public IReadOnlyList<string> Complaints { get; init; } = [];

    /// <summary>What was done to the request on purpose.</summary>
    public Fault? Fault { get; init; }

    /// <summary>The chat that it is about, where it names one by number.</summary>
    public long? Chat => Number("chat_id");

    /// <summary>A parameter as text; null where it is missing.</summary>
    public string? Text(string name) => Parameters.TryGetValue(name, out var value)
        ? value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText()
        : null;

    /// <summary>A parameter as a whole number; null where it is missing or none.</summary>
    public long? Number(string name) => long.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A parameter as JSON, also where it came as text in a form.</summary>
    public JsonElement? Json(string name)
    {
        if (!Parameters.TryGetValue(name, out var value)) return null;
        if (value.ValueKind != JsonValueKind.String) return value;
        try
        {
            return JsonElement.Parse(value.GetString()!);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A file in a multipart form.</summary>
public sealed record UploadedFile(string Name, byte[] Content);

/// <summary>An answer of the server.</summary>
public readonly record struct ApiAnswer(int Status, byte[] Body)
{
    public static ApiAnswer Ok(string resultJson) => new(200, System.Text.Encoding.UTF8.GetBytes($$"""{"ok":true,"result":{{resultJson}}}"""));

    /// <summary>A list of results that are JSON already.</summary>
    public static ApiAnswer Ok(IReadOnlyList<byte[]> results)
    {
        using var body = new MemoryStream();
        body.Write("{\"ok\":true,\"result\":["u8);
        for (var i = 0; i < results.Count; i++)
        {
            if (i > 0) body.WriteByte((byte)',');
            body.Write(results[i]);
        }
        body.Write("]}"u8);
        return new(200, body.ToArray());
    }

    public static ApiAnswer No(int code, string description, int? retryAfter = null) => new(code, JsonSerializer.SerializeToUtf8Bytes(
        retryAfter is { } seconds
            ? new { ok = false, error_code = code, description, parameters = new { retry_after = seconds } }
            : (object)new { ok = false, error_code = code, description }));
}
