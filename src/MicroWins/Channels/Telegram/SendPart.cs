using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using MicroWins.Messaging;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace MicroWins.Channels.Telegram;

/// <summary>One request to Telegram: a message, or the part of one that is too long.</summary>
/// <param name="Chat">Where it goes.</param>
/// <param name="Text">The words; empty for a picture or a file without a caption.</param>
/// <param name="Keyboard">The buttons under it.</param>
/// <param name="Edits">The message that it takes the place of.</param>
/// <param name="File">The picture or file that the words are the caption of.</param>
/// <param name="AsHtml">False where Telegram could not read the markup.</param>
/// <param name="AsPicture">False for a document, and where Telegram could not read the picture.</param>
/// <param name="IsFleeting">A sign of life: where there is nothing to edit, it is left out.</param>
sealed record SendPart(long Chat, FormattedText Text, InlineKeyboardMarkup? Keyboard, int? Edits, Attachment? File, bool AsHtml, bool AsPicture, bool IsFleeting)
{
    /// <summary>UTF-16 units that a caption may have once its markup is read (Bot API, sendPhoto and sendDocument).</summary>
    public const int LongestCaption = 1024;

    /// <summary>The requests that a message makes, in order; the buttons are in the last.</summary>
    public static IReadOnlyList<SendPart> Of(long chat, OutgoingMessage message)
    {
        // A message of text cannot be edited into one with a picture: that one is new.
        var edits = message.Attachment is null && int.TryParse(message.Edits, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : (int?)null;
        var contents = Contents(message);
        var last = contents.Count - 1;
        return
        [
            .. contents.Select((content, i) => new SendPart(
                chat, content.Text, i == last ? Telegram.Keyboard.Of(message.Buttons) : null, i == 0 ? edits : null, content.File,
                AsHtml: true, AsPicture: content.File?.Kind is AttachmentKind.Picture, message.IsFleeting)),
        ];
    }

    static List<(FormattedText Text, Attachment? File)> Contents(OutgoingMessage message)
    {
        if (message.Attachment is not { } file) return [.. MessageParts.Of(message.Text).Select(text => (text, (Attachment?)null))];
        var caption = VisibleText.Clean(message.Text);
        if (VisibleText.IsBlank(caption)) return [(FormattedText.Plain(""), file)];
        // A text cut in a caption and a rest reads badly: what does not fit follows whole.
        return caption.ToPlainText().Length <= LongestCaption
            ? [(caption, file)]
            : [(FormattedText.Plain(""), file), .. MessageParts.Of(message.Text).Select(text => (text, (Attachment?)null))];
    }

    public Task RequestAsync(ITelegramBotClient client, CancellationToken cancel)
    {
        var text = AsHtml ? TelegramHtml.Write(Text) : Text.ToPlainText();
        return File is null
            ? client.SendRequest(new TextRequest(Chat, Edits, text, AsHtml, Keyboard), cancel)
            : SendFileAsync(client, File, text.Length > 0 ? text : null, AsHtml ? ParseMode.Html : ParseMode.None, cancel);
    }

    async Task<Message> SendFileAsync(ITelegramBotClient client, Attachment file, string? caption, ParseMode mode, CancellationToken cancel)
    {
        // A stream is read once, so that each try has its own over the same bytes.
        using var content = new MemoryStream(ImmutableCollectionsMarshal.AsArray(file.Content)!, writable: false);
        var upload = InputFile.FromStream(content, file.FileName);
        return AsPicture
            ? await client.SendPhoto(Chat, upload, caption, mode, replyMarkup: Keyboard, cancellationToken: cancel).ConfigureAwait(false)
            : await client.SendDocument(Chat, upload, caption, mode, replyMarkup: Keyboard, cancellationToken: cancel).ConfigureAwait(false);
    }
}
