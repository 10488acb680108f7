using MicroWins.Measures;

namespace MicroWins.Messaging;

/// <summary>A sender whose attempts are timed and whose failures are counted by kind.</summary>
public sealed class MeasuredSender(IMessageSender inner) : IMessageSender
{
    public string Channel => inner.Channel;

    public SendingLimits Limits => inner.Limits;

    public int Weigh(OutgoingMessage message) => inner.Weigh(message);

    public async Task<SendOutcome> SendAsync(ChatId chat, OutgoingMessage message, CancellationToken cancel)
    {
        using var sending = Measure.Sending(Channel);
        try
        {
            var outcome = await inner.SendAsync(chat, message, cancel);
            sending.Ended(outcome.GetType().Name);
            if (outcome is not SendOutcome.Sent) Measure.DidNotSend(outcome.GetType().Name);
            return outcome;
        }
        catch (Exception failure)
        {
            Measure.DidNotSend(failure.GetType().Name);
            throw;
        }
    }
}
