using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json;
using MicroWins.Messaging;

namespace MicroWins.Channels.Telegram;

/// <summary>
/// Says what an update means for a conversation, or that it means nothing. Private chats alone are served: groups,
/// channels, edits, other bots and strangers get silence. Read field by field, since the client makes a tree of five hundred types of an update.
/// </summary>
/// <param name="allowedUsers">The user ids that are served; empty = everyone.</param>
/// <param name="strangers">Counts the others; null where nobody wants to know.</param>
public sealed class UpdateReader(IReadOnlyCollection<long> allowedUsers, Strangers? strangers = null)
{
    /// <summary>The channel's name, as in <see cref="ChatId.Channel"/>.</summary>
    public const string Channel = "telegram";

    // Telegram's own bound for callback data; what is longer was not made by a button of ours.
    const int CallbackBytes = 64;

    // A person's own content, by its field. What is missing here (a pinned message, a new title) is Telegram's remark, not a message to us.
    static readonly string[] Content =
    [
        "photo", "voice", "sticker", "document", "video", "video_note", "animation", "audio", "location", "contact", "venue", "poll", "dice",
        "game", "story", "checklist", "paid_media", "live_photo", "rich_message",
    ];

    readonly FrozenSet<long> allowed = allowedUsers.ToFrozenSet();

    /// <summary>The event for the inbox; null where there is none.</summary>
    /// <param name="update">What has an id (<see cref="ReadUpdate.IdOf"/>).</param>
    /// <exception cref="Exception">A field that the bot reads cannot be read.</exception>
    public IncomingEvent? Read(JsonElement update) =>
        update.Object("message") is { } message && ServedIn(message, message) is { } writer ? Event(update, writer, ReadMessage(message))
        : update.Object("callback_query") is { } press && press.Object("message") is { } under && ServedIn(press, under) is { } presser ? Event(update, presser, ReadPress(press, under))
        : update.Object("my_chat_member") is { } change && ServedIn(change, change) is { } member ? Event(update, member, ReadChange(change))
        : null;

    // In a private chat the chat's id is the person's: anything else was put together by somebody else.
    Person? ServedIn(JsonElement said, JsonElement place) =>
        Person.Of(said) is { IsBot: false, Id: > 0 } person && place.Object("chat") is { } chat && chat.Text("type") is "private" && chat.Number("id") == person.Id && IsAllowed(person.Id)
            ? person
            : null;

    bool IsAllowed(long person)
    {
        if (allowed.Count == 0 || allowed.Contains(person)) return true;
        strangers?.Note();
        return false;
    }

    static IncomingEvent? Event(JsonElement update, Person person, ChatEvent? happened) =>
        happened is null
            ? null
            : new(
                string.Create(CultureInfo.InvariantCulture, $"telegram:update:{ReadUpdate.IdOf(update)}"),
                new ChatId(Channel, person.Id.ToString(CultureInfo.InvariantCulture)),
                happened,
                LanguageTag(person.LanguageCode));

    // A caption is what the person wrote, so it is read; the picture is not. Control characters go at this edge, since
    // a store that cannot hold one (PostgreSQL and U+0000) would refuse its whole batch, and so everybody's messages.
    static ChatEvent? ReadMessage(JsonElement message) => (message.Text("text") ?? message.Text("caption")) switch
    {
        { } text => new ChatEvent.TextWritten(TypedText.Clean(VisibleText.Clean(text))),
        null => Array.Exists(Content, kind => message.Has(kind)) ? new ChatEvent.OtherSent() : null,
    };

    static ChatEvent.ButtonPressed? ReadPress(JsonElement press, JsonElement under) =>
        press.Text("data") is { Length: > 0 } data && !data.Any(char.IsControl) && Encoding.UTF8.GetByteCount(data) <= CallbackBytes
            ? new(data, IsAccessible(under) ? under.Number("message_id")?.ToString(CultureInfo.InvariantCulture) : null)
            : null;

    // A message that Telegram no longer gives out comes with date 0 ("InaccessibleMessage"): it cannot be edited.
    static bool IsAccessible(JsonElement message) => message.Number("date") > 0;

    static ChatEvent? ReadChange(JsonElement change) => change.Object("new_chat_member")?.Text("status") switch
    {
        "kicked" or "left" => new ChatEvent.PersonLeft(),
        "member" => new ChatEvent.PersonCameBack(),
        _ => null,
    };

    // Longer than any tag in use, or with other characters: not a language.
    static string? LanguageTag(string? code) =>
        code is { Length: > 1 and <= 35 } && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? code : null;

    /// <summary>Who did it.</summary>
    readonly record struct Person(long Id, bool IsBot, string? LanguageCode)
    {
        public static Person? Of(JsonElement said) => said.Object("from") is { } from ? new(from.Number("id") ?? 0, from.Flag("is_bot"), from.Text("language_code")) : null;
    }
}
