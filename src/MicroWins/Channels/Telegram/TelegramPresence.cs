using System.Globalization;
using MicroWins.Messaging;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types.Enums;
using ChatId = MicroWins.Messaging.ChatId;

namespace MicroWins.Channels.Telegram;

/// <summary>Shows "typing" while somebody thinks. Telegram takes the sign away after 5 seconds, so it is shown again every 4.5.</summary>
public sealed class TelegramPresence(ITelegramBotClient client, TimeProvider time) : IPresence
{
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
        readonly TimeProvider time;
        readonly CancellationTokenSource over = new();

        public Sign(ITelegramBotClient client, TimeProvider time, long? chat)
        {
            (this.client, this.time) = (client, time);
            if (chat is { } address) _ = BeatAsync(address, over.Token);
        }

        // Not awaited: a reply must not wait for its own typing sign. A request that is already on its way may finish,
        // since breaking it off would cost its connection; no new one starts.
        public ValueTask DisposeAsync()
        {
            over.Cancel();
            return ValueTask.CompletedTask;
        }

        async Task BeatAsync(long chat, CancellationToken over)
        {
            try
            {
                while (await ShowAsync(chat).ConfigureAwait(false)) await Task.Delay(Beat, time, over).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                // Thought through.
            }
        }

        // False where Telegram said no: a blocked bot or one that is too fast should not insist.
        async Task<bool> ShowAsync(long chat)
        {
            try
            {
                await client.SendChatAction(chat, ChatAction.Typing, cancellationToken: CancellationToken.None).ConfigureAwait(false);
                return true;
            }
            catch (Exception failure)
            {
                return failure is not ApiRequestException { ErrorCode: < 500 };
            }
        }
    }
}
