using System.Text.Json;
using Telegram.Bot.Requests;
using Telegram.Bot.Types.Enums;

namespace MicroWins.Channels.Telegram;

/// <summary>
/// getUpdates, with each update left as JSON: one that the client cannot read would otherwise cost the whole batch, and
/// block the queue for ever, since a batch that is not read is not confirmed.
/// </summary>
public sealed class RawUpdatesRequest() : RequestBase<JsonElement[]>("getUpdates")
{
    /// <summary>The first update wanted; everything before it is confirmed by this. Zero confirms nothing.</summary>
    public int Offset { get; init; }

    /// <summary>Seconds that the server waits for an update.</summary>
    public int Timeout { get; init; }

    /// <summary>The kinds of updates wanted. my_chat_member tells of blocking.</summary>
    public IReadOnlyList<string> AllowedUpdates { get; } = [.. Kinds.Select(kind => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString()))];

    /// <summary>The same kinds, by the client's names, for a webhook.</summary>
    public static IReadOnlyList<UpdateType> Kinds { get; } = [UpdateType.Message, UpdateType.CallbackQuery, UpdateType.MyChatMember];
}
