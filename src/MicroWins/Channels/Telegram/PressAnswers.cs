using Telegram.Bot;

namespace MicroWins.Channels.Telegram;

/// <summary>
/// Tells Telegram that a press arrived, so that the button stops spinning. A sign of life: not awaited by the poller,
/// never tried again, every failure ignored (a press that is too old fails with 400).
/// </summary>
public sealed class PressAnswers(ITelegramBotClient client, TimeProvider time)
{
    // Telegram forgets a press after a while; an answer that takes longer than this helps nobody.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // A batch has up to 100 presses; this many connections are enough for them and no flood.
    const int AtOnce = 16;

    /// <summary>Starts answering and returns at once.</summary>
    public void Answer(IReadOnlyCollection<string> presses, CancellationToken cancel)
    {
        if (presses.Count > 0) _ = AnswerAllAsync(presses, cancel);
    }

    async Task AnswerAllAsync(IReadOnlyCollection<string> presses, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        var stop = both.Token;
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce };
        await Parallel.ForEachAsync(presses, options, (press, _) => new ValueTask(AnswerAsync(press, stop))).ConfigureAwait(false);
    }

    async Task AnswerAsync(string press, CancellationToken cancel)
    {
        try
        {
            await client.AnswerCallbackQuery(press, cancellationToken: cancel).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // Lost without harm: the reply itself comes through the outbox.
        }
    }
}
