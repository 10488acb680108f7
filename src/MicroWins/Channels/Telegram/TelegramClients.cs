using Telegram.Bot;

namespace MicroWins.Channels.Telegram;

/// <summary>The two connections to the Bot API: one waits for updates, the other must never wait behind it.</summary>
/// <remarks>
/// The HttpClients are made here and not by a factory, since the factory's logs hold the address of every request, and
/// a Bot API address holds the token.
/// </remarks>
public sealed class TelegramClients : IDisposable
{
    /// <summary>How long one getUpdates waits for an update to come. Short enough that a dead connection is noticed soon.</summary>
    public static readonly TimeSpan LongPoll = TimeSpan.FromSeconds(30);

    // The server answers an empty long poll at its end; this is the road there and back.
    static readonly TimeSpan Road = TimeSpan.FromSeconds(15);

    readonly HttpClient polling;
    readonly HttpClient sending;

    /// <param name="options">Token and server.</param>
    /// <param name="contact">Notes each answer about updates; null where nobody wants to know.</param>
    public TelegramClients(TelegramOptions options, TelegramContact? contact = null) : this(options, Road, contact) { }

    internal TelegramClients(TelegramOptions options, TimeSpan road, TelegramContact? contact = null)
    {
        polling = Connection(LongPoll + road, contact);
        sending = Connection(road, null);
        Polling = Client(options, polling);
        Sending = Client(options, sending);
    }

    /// <summary>For getUpdates alone.</summary>
    public ITelegramBotClient Polling { get; }

    /// <summary>For everything else.</summary>
    public ITelegramBotClient Sending { get; }

    public void Dispose()
    {
        polling.Dispose();
        sending.Dispose();
    }

    static HttpClient Connection(TimeSpan timeout, TelegramContact? contact)
    {
        // Telegram neither redirects nor sets cookies, and no trace of ours goes to it: each of the three is work for every request.
        var sockets = new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false, UseCookies = false, ActivityHeadersPropagator = null,
        };
        return new(contact is null ? sockets : new NotedContact(contact, sockets)) { Timeout = timeout };
    }

    // RetryThreshold = 0: the client would wait out a 429 by itself, beside the one waiting policy of the outbox.
    static TelegramBotClient Client(TelegramOptions options, HttpClient connection)
    {
        var server = options.ApiBaseUrl.TrimEnd('/');
        var address = server == TelegramOptions.PublicApi ? null : server;
        return new(new TelegramBotClientOptions(options.BotToken!, address) { RetryThreshold = 0, RetryCount = 0 }, connection);
    }
}
