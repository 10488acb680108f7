using System.Net;
using System.Text;
using MicroWins.Messaging;
using Telegram.Bot;

namespace MicroWins.Channels.Telegram;

/// <summary>
/// A message and its answer through the client, with nobody at the other end: what the client makes for Telegram's types takes longer than
/// a turn, and is made while the store is opened in place of when the first update is there.
/// </summary>
static class TelegramRehearsal
{
    const string Message = """{"message_id":1,"date":1,"chat":{"id":1,"type":"private"},"from":{"id":1,"is_bot":false,"first_name":"a","language_code":"en"},"text":"a"}""";

    public static async Task RunAsync()
    {
        using var nobody = new HttpClient(new Nobody());
        var client = new TelegramBotClient(new TelegramBotClientOptions("1:a"), nobody);
        foreach (var update in await client.SendRequest(new RawUpdatesRequest())) _ = ReadUpdate.Of(update, new UpdateReader([]));
        var reply = new OutgoingMessage(MessageKind.Card, FormattedText.Plain("a"), [[new("a", "a")]]);
        foreach (var part in SendPart.Of(1, reply)) await part.RequestAsync(client, CancellationToken.None);
    }

    /// <summary>Answers as Telegram does, and sends nothing anywhere.</summary>
    sealed class Nobody : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            // What is sent is written as well.
            _ = await request.Content!.ReadAsStringAsync(cancellationToken);
            var result = request.RequestUri!.AbsolutePath.EndsWith("getUpdates", StringComparison.OrdinalIgnoreCase) ? $$"""[{"update_id":1,"message":{{Message}}}]""" : Message;
            return new(HttpStatusCode.OK) { Content = new StringContent($$"""{"ok":true,"result":{{result}}}""", Encoding.UTF8, "application/json") };
        }
    }
}
