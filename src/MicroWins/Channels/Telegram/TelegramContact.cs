namespace MicroWins.Channels.Telegram;

/// <summary>When Telegram last answered us about updates: gave some, had none, or said where it sends them. For those who ask how the bot is.</summary>
public sealed class TelegramContact(TimeProvider time)
{
    long last;
    volatile bool isWanted;

    /// <summary>Whether this process is the one that receives updates; of several on one store, the others need no answer.</summary>
    public bool IsWanted => isWanted;

    /// <summary>How long ago it was; null where it never was.</summary>
    public TimeSpan? Ago => Volatile.Read(ref last) is not 0 and var at ? time.GetElapsedTime(at) : null;

    /// <summary>Receives updates, and wants answers as long as it does.</summary>
    public async Task WhileAsync(Task receiving)
    {
        isWanted = true;
        try
        {
            await receiving.ConfigureAwait(false);
        }
        finally
        {
            isWanted = false;
        }
    }

    public void Note() => Volatile.Write(ref last, Math.Max(1, time.GetTimestamp()));
}

/// <summary>A connection that notes each good answer.</summary>
sealed class NotedContact(TelegramContact contact, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (answer.IsSuccessStatusCode) contact.Note();
        return answer;
    }
}
