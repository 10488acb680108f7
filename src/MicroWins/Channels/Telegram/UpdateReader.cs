using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using MicroWins.Messaging;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using ChatId = MicroWins.Messaging.ChatId;

namespace MicroWins.Channels.Telegram;

/// <summary>
/// Says what an update means for a conversation, or that it means nothing. Private chats alone are served: groups,
/// channels, edits, other bots and strangers get silence.
/// </summary>
/// <param name="allowedUsers">The user ids that are served; empty = everyone.</param>
/// <param name="strangers">Counts the others; null where nobody wants to know.</param>
public sealed class UpdateReader(IReadOnlyCollection<long> allowedUsers, Strangers? strangers = null)
{
    /// <summary>The channel's name, as in <see cref="ChatId.Channel"/>.</summary>
    public const string Channel = "telegram";

    // Telegram's own bound for callback data; what is longer was not made by a button of ours.
    const int CallbackBytes = 64;

    // A person's own content. What is missing here (a pinned message, a new title) is Telegram's remark, not a message to us.
    static readonly FrozenSet<MessageType> Content = new[]
    {
        MessageType.Animation, MessageType.Audio, MessageType.Checklist, MessageType.Contact, MessageType.Dice, MessageType.Document,
        MessageType.Game, MessageType.LivePhoto, MessageType.Location, MessageType.PaidMedia, MessageType.Photo, MessageType.Poll,
        MessageType.RichMessage, MessageType.Sticker, MessageType.Story, MessageType.Venue, MessageType.Video, MessageType.VideoNote,
        MessageType.Voice,
    }.ToFrozenSet();

    readonly FrozenSet<long> allowed = allowedUsers.ToFrozenSet();

    /// <summary>The event for the inbox; null where there is none.</summary>
    public IncomingEvent? Read(Update update) => update switch
    {
        { Message: { } message } when Serves(message.From, message.Chat) => Event(update, message.From!, Read(message)),
        { CallbackQuery: { Message: { } under } press } when Serves(press.From, under.Chat) => Event(update, press.From, Read(press, under)),
        { MyChatMember: { } change } when Serves(change.From, change.Chat) => Event(update, change.From, Read(change)),
        _ => null,
    };

    // In a private chat the chat's id is the person's: anything else was put together by somebody else.
    bool Serves(User? person, Chat? chat) =>
        person is { IsBot: false } && chat is { Type: ChatType.Private } && chat.Id == person.Id && IsAllowed(person.Id);

    bool IsAllowed(long person)
    {
        if (allowed.Count == 0 || allowed.Contains(person)) return true;
        strangers?.Note();
        return false;
    }

    static IncomingEvent? Event(Update update, User person, ChatEvent? happened) =>
        happened is null
            ? null
            : new(
                string.Create(CultureInfo.InvariantCulture, $"telegram:update:{update.Id}"),
                new ChatId(Channel, person.Id.ToString(CultureInfo.InvariantCulture)),
                happened,
                LanguageTag(person.LanguageCode));

    // A caption is what the person wrote, so it is read; the picture is not. Control characters go at this edge, since
    // a store that cannot hold one (PostgreSQL and U+0000) would refuse its whole batch, and so everybody's messages.
    static ChatEvent? Read(Message message) => (message.Text ?? message.Caption) switch
    {
        { } text => new ChatEvent.TextWritten(TypedText.Clean(VisibleText.Clean(text))),
        null => Content.Contains(message.Type) ? new ChatEvent.OtherSent() : null,
    };

    static ChatEvent.ButtonPressed? Read(CallbackQuery press, Message under) =>
        press.Data is { Length: > 0 } data && !data.Any(char.IsControl) && Encoding.UTF8.GetByteCount(data) <= CallbackBytes
            ? new(data, IsAccessible(under) ? under.Id.ToString(CultureInfo.InvariantCulture) : null)
            : null;

    // A message that Telegram no longer gives out comes with date 0 ("InaccessibleMessage"): it cannot be edited.
    static bool IsAccessible(Message message) => message.Date > DateTime.UnixEpoch;

    static ChatEvent? Read(ChatMemberUpdated change) => change.NewChatMember?.Status switch
    {
        ChatMemberStatus.Kicked or ChatMemberStatus.Left => new ChatEvent.PersonLeft(),
        ChatMemberStatus.Member => new ChatEvent.PersonCameBack(),
        _ => null,
    };

    // Longer than any tag in use, or with other characters: not a language.
    static string? LanguageTag(string? code) =>
        code is { Length: > 1 and <= 35 } && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? code : null;
}
