using System.Globalization;
using MicroWins.Messaging;
using Microsoft.Extensions.Logging;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using ChatId = MicroWins.Messaging.ChatId;

namespace MicroWins.Channels.Telegram;

/// <summary>
/// Sends to Telegram. A text that is too long becomes several messages, one after the other, with the buttons under
/// the last; a try that fails in between goes on where it stopped (<see cref="UnfinishedSends"/>). A picture or a file
/// carries the text as its caption. Telegram knows no idempotency key: a message whose answer was lost is sent again.
/// </summary>
public sealed partial class TelegramSender(ITelegramBotClient client, TimeProvider time, ILogger<TelegramSender> log, SendingLimits? limits = null) : IMessageSender
{
    readonly FloodScope flood = new(time);
    readonly UnfinishedSends unfinished = new();

    public string Channel => UpdateReader.Channel;

    public SendingLimits Limits { get; } = limits ?? SendingLimits.None;

    // Cleaning a text makes it no longer, so that most are one message without a look at their parts.
    public int Weigh(OutgoingMessage message) =>
        message.Attachment is null && message.Text.Runs.Sum(run => run.Text.Length) <= MessageParts.Longest ? 1 : SendPart.Of(0, message).Count;

    public async Task<SendOutcome> SendAsync(ChatId chat, OutgoingMessage message, CancellationToken cancel)
    {
        if (!long.TryParse(chat.Address, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var address))
            return Refuse("The address is not a Telegram chat id.");
        if (Keyboard.Problem(message.Buttons) is { } problem) return Refuse(problem);

        var parts = SendPart.Of(address, message);
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

    async Task<SendOutcome> DeliverAsync(SendPart part, CancellationToken cancel)
    {
        try
        {
            await part.RequestAsync(client, cancel).ConfigureAwait(false);
            return new SendOutcome.Sent();
        }
        catch (ApiRequestException refusal) when (SendRefusals.Read(refusal) is not SendRefusal.NotOurs)
        {
            return await AfterRefusalAsync(part, refusal, cancel).ConfigureAwait(false);
        }
    }

    // Each way on drops what was refused, so that this ends after a few steps.
    async Task<SendOutcome> AfterRefusalAsync(SendPart part, ApiRequestException refusal, CancellationToken cancel)
    {
        switch (SendRefusals.Read(refusal))
        {
            case SendRefusal.NotModified when part.Edits is not null:
                return new SendOutcome.Sent();
            case SendRefusal.CannotEdit when part.IsFleeting:
                return new SendOutcome.Sent();
            case SendRefusal.CannotEdit when part.Edits is not null:
                return await DeliverAsync(part with { Edits = null }, cancel).ConfigureAwait(false);
            case SendRefusal.MarkupNotRead when part.AsHtml:
                LogMarkupNotRead();
                return await DeliverAsync(part with { AsHtml = false }, cancel).ConfigureAwait(false);
            case SendRefusal.NoPicture when part.AsPicture:
                LogNoPicture();
                return await DeliverAsync(part with { AsPicture = false }, cancel).ConfigureAwait(false);
            case SendRefusal.Unreachable:
                return new SendOutcome.Unreachable();
            case SendRefusal.TooMany:
                var wait = TimeSpan.FromSeconds(refusal.Parameters?.RetryAfter ?? 1);
                return new SendOutcome.AskedToWait(wait, flood.HoldsForEveryChat(part.Chat));
            default:
                return Refuse(SendRefusals.WithoutText(refusal.Message));
        }
    }

    SendOutcome.Refused Refuse(string reason)
    {
        LogRefused(reason);
        return new(reason);
    }

    [LoggerMessage(EventId = 3201, Level = LogLevel.Error, Message = "A message cannot be sent to Telegram: {Reason}")]
    private partial void LogRefused(string reason);

    [LoggerMessage(EventId = 3202, Level = LogLevel.Warning,
        Message = "Telegram could not read the markup of a message; sending it as plain text.")]
    private partial void LogMarkupNotRead();

    [LoggerMessage(EventId = 3203, Level = LogLevel.Warning, Message = "Telegram could not read a picture; sending it as a file.")]
    private partial void LogNoPicture();
}
