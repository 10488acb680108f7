using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Telegram.Bot.Requests;

namespace MicroWins.Channels.Telegram;

/// <summary>
/// A request of which we write the few fields ourselves. For what is asked all day: what the client makes of its types before it writes
/// and reads the first message takes longer than a turn, and some memory for good.
/// </summary>
/// <typeparam name="TAnswer">What comes back.</typeparam>
/// <param name="method">The method of the Bot API.</param>
public abstract class WrittenRequest<TAnswer>(string method) : RequestBase<TAnswer>(method)
{
    // The server reads JSON, no page: a letter may stand as it is.
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public sealed override HttpContent ToHttpContent()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            Write(json);
            json.WriteEndObject();
        }
        return new ReadOnlyMemoryContent(buffer.WrittenMemory) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } };
    }

    /// <summary>Writes the fields.</summary>
    protected abstract void Write(Utf8JsonWriter json);
}
