using System.Text.Json;
using Telegram.Bot.Types.Enums;

namespace MicroWins.Channels.Telegram;

/// <summary>
/// getUpdates, with each update left as JSON: one that the client cannot read would otherwise cost the whole batch, and
/// block the queue for ever, since a batch that is not read is not confirmed.
/// </summary>
public sealed class RawUpdatesRequest() : WrittenRequest<JsonElement[]>("getUpdates")
{
    static readonly string[] Wanted = [.. Kinds.Select(kind => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString()))];

    /// <summary>The first update wanted; everything before it is confirmed by this. Zero confirms nothing.</summary>
    public int Offset { get; init; }

    /// <summary>Seconds that the server waits for an update.</summary>
    public int Timeout { get; init; }

    /// <summary>The kinds of updates wanted, by the client's names. my_chat_member tells of blocking.</summary>
    public static IReadOnlyList<UpdateType> Kinds => [UpdateType.Message, UpdateType.CallbackQuery, UpdateType.MyChatMember];

    protected override void Write(Utf8JsonWriter json)
    {
        if (Offset is not 0) json.WriteNumber("offset", Offset);
        if (Timeout is not 0) json.WriteNumber("timeout", Timeout);
        json.WriteStartArray("allowed_updates");
        foreach (var kind in Wanted) json.WriteStringValue(kind);
        json.WriteEndArray();
    }
}
