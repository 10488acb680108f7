using System.Globalization;
using MicroWins.Messaging;
using Microsoft.Extensions.Logging;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;
using ChatId = MicroWins.Messaging.ChatId;

namespace MicroWins.Channels.Telegram;

/// <summary>
/// Sends to Telegram. A text that is too long becomes several messages, one after the other, with the buttons under
/// the last; a try that fails in between goes on where it stopped (<see cref="UnfinishedSends"/>). Telegram knows no
/// idempotency key: a message whose answer was lost is sent again.
/// </summary>
public sealed partial class TelegramSender(ITelegramBotClient client, TimeProvider time, ILogger<TelegramSender> log) : IMessageSender
{
    static readonly LinkPreviewOptions NoPreview = new() { IsDisabled = true };

    readonly FloodScope flood = new(time);
    readonly UnfinishedSends unfinished = new();

    public string Channel => UpdateReader.Channel;

    public async Task<SendOutcome> SendAsync(ChatId chat, OutgoingMessage message, CancellationToken cancel)
    {
        if (!long.TryParse(chat.Address, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var address))
            return Refuse("The address is not a Telegram chat id.");
        if (Keyboard.Problem(message.Buttons) is { } problem) return Refuse(problem);

        var parts = Parts(address, message);
        for (var done = unfinished.Done(address, message); done < parts.Count; done++)
        {
            if (done > 0) unfinished.Note(address, message, done);
            var outcome = await DeliverAsync(parts[done], cancel).ConfigureAwait(false);
            if (outcome is SendOutcome.AskedToWait) return outcome;
            if (outcome is not SendOutcome.Sent) return Forget(address, outcome);
        }
        return Forget(address, new SendOutcome.Sent());
    }

    SendOutcome Forget(long chat, SendOutcome outcome)
    {
        unfinished.Forget(chat);
        return outcome;
    }

    static List<Part> Parts(long chat, OutgoingMessage message)
    {
        var texts = MessageParts.Of(message.Text);
        var keyboard = Keyboard.Of(message.Buttons);
        int? edits = int.TryParse(message.Edits, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        var last = texts.Count - 1;
        return [.. texts.Select((text, i) => new Part(chat, text, i == last ? keyboard : null, i == 0 ? edits : null, AsHtml: true))];
    }

    async Task<SendOutcome> DeliverAsync(Part part, CancellationToken cancel)
    {
        try
        {
            await RequestAsync(part, cancel).ConfigureAwait(false);
            return new SendOutcome.Sent();
        }
        catch (ApiRequestException refusal) when (SendRefusals.Read(refusal) is not SendRefusal.NotOurs)
        {
            return await AfterRefusalAsync(part, refusal, cancel).ConfigureAwait(false);
        }
    }

    // Each way on drops what was refused, so that this ends after two steps at the most.
    async Task<SendOutcome> AfterRefusalAsync(Part part, ApiRequestException refusal, CancellationToken cancel)
    {
        switch (SendRefusals.Read(refusal))
        {
            case SendRefusal.NotModified when part.Edits is not null:
                return new SendOutcome.Sent();
            case SendRefusal.CannotEdit when part.Edits is not null:
                return await DeliverAsync(part with { Edits = null }, cancel).ConfigureAwait(false);
            case SendRefusal.MarkupNotRead when part.AsHtml:
                LogMarkupNotRead();
                return await DeliverAsync(part with { AsHtml = false }, cancel).ConfigureAwait(false);
            case SendRefusal.Unreachable:
                return new SendOutcome.Unreachable();
            case SendRefusal.TooMany:
                var wait = TimeSpan.FromSeconds(refusal.Parameters?.RetryAfter ?? 1);
                return new SendOutcome.AskedToWait(wait, flood.HoldsForEveryChat(part.Chat));
            default:
                return Refuse(SendRefusals.WithoutText(refusal.Message));
        }
    }

    Task<Message> RequestAsync(Part part, CancellationToken cancel)
    {
        var text = part.AsHtml ? TelegramHtml.Write(part.Text) : part.Text.ToPlainText();
        var mode = part.AsHtml ? ParseMode.Html : ParseMode.None;
        return part.Edits is { } message
            ? client.EditMessageText(
                part.Chat, message, text, mode, replyMarkup: part.Keyboard, linkPreviewOptions: NoPreview, cancellationToken: cancel)
            : client.SendMessage(
                part.Chat, text, mode, replyMarkup: part.Keyboard, linkPreviewOptions: NoPreview, cancellationToken: cancel);
    }

    SendOutcome.Refused Refuse(string reason)
    {
        LogRefused(reason);
        return new(reason);
    }

    sealed record Part(long Chat, FormattedText Text, InlineKeyboardMarkup? Keyboard, int? Edits, bool AsHtml);

    [LoggerMessage(EventId = 3201, Level = LogLevel.Error, Message = "A message cannot be sent to Telegram: {Reason}")]
    private partial void LogRefused(string reason);

    [LoggerMessage(EventId = 3202, Level = LogLevel.Warning,
        Message = "Telegram could not read the markup of a message; sending it as plain text.")]
    private partial void LogMarkupNotRead();
}
