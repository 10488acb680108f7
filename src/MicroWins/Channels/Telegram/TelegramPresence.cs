using System.Globalization;
using MicroWins.Messaging;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types.Enums;
using ChatId = MicroWins.Messaging.ChatId;

namespace MicroWins.Channels.Telegram;

/// <summary>
/// Shows "typing" while somebody thinks for longer than a blink: a reply that comes at once needs no sign, and each sign is a request.
/// Telegram takes the sign away after 5 seconds, so it is shown again every 4.5.
/// </summary>
public sealed class TelegramPresence(ITelegramBotClient client, TimeProvider time) : IPresence
{
    static readonly TimeSpan Blink = TimeSpan.FromSeconds(0.3);
    static readonly TimeSpan Beat = TimeSpan.FromSeconds(4.5);

    public string Channel => UpdateReader.Channel;

    public IAsyncDisposable Thinking(ChatId chat)
    {
        var known = long.TryParse(chat.Address, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var address);
        return new Sign(client, time, known ? address : null);
    }

    /// <summary>One stretch of thinking.</summary>
    sealed class Sign : IAsyncDisposable
    {
        readonly ITelegramBotClient client;
        readonly ITimer? next;
        volatile bool isOver;

        public Sign(ITelegramBotClient client, TimeProvider time, long? chat)
        {
            this.client = client;
            if (chat is not { } address) return;
            next = time.CreateTimer(_ => _ = ShowAsync(address), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            next.Change(Blink, Timeout.InfiniteTimeSpan);
        }

        // Not awaited: a reply must not wait for its own typing sign. A request that is already on its way may finish,
        // since breaking it off would cost its connection; no new one starts.
        public ValueTask DisposeAsync()
        {
            isOver = true;
            next?.Dispose();
            return ValueTask.CompletedTask;
        }

        // Not again where Telegram said no: a blocked bot or one that is too fast should not insist.
        async Task ShowAsync(long chat)
        {
            if (isOver) return;
            try
            {
                await client.SendChatAction(chat, ChatAction.Typing, cancellationToken: CancellationToken.None).ConfigureAwait(false);
            }
            catch (Exception failure)
            {
                if (failure is ApiRequestException { ErrorCode: < 500 }) return;
            }
            if (!isOver) next!.Change(Beat, Timeout.InfiniteTimeSpan);
        }
    }
}
