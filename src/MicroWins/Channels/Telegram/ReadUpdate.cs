using System.Text.Json;
using MicroWins.Messaging;

namespace MicroWins.Channels.Telegram;

/// <summary>An update as the bot understood it, however it came.</summary>
/// <param name="Event">What goes into the inbox; null for nothing.</param>
/// <param name="Press">The press that Telegram waits to hear about; null for none.</param>
public sealed record ReadUpdate(IncomingEvent? Event, string? Press)
{
    /// <summary>Reads an update that has an id (<see cref="IdOf"/>).</summary>
    /// <exception cref="Exception">Nobody can read it; the message of the exception may hold a piece of it.</exception>
    public static ReadUpdate Of(JsonElement json, UpdateReader reader) => new(reader.Read(json), json.Object("callback_query")?.Text("id"));

    /// <summary>The update's number; null for what has none, and is no update.</summary>
    public static int? IdOf(JsonElement update) =>
        update.ValueKind == JsonValueKind.Object && update.TryGetProperty("update_id", out var id)
        && id.ValueKind == JsonValueKind.Number && id.TryGetInt32(out var number) ? number : null;
}
