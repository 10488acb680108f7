using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MicroWins.Coaching;

/// <summary>
/// Reads an answer to its end, within a bound, before anybody sees it: a body that breaks off or never ends is then a failed try like any
/// other. Words of its own for the end of an answer ("eos") are put into the API's, since the client refuses an answer over them.
/// </summary>
internal sealed class WholeAnswer(long mostBytes) : DelegatingHandler
{
    static readonly HashSet<string> _knownEnds = ["stop", "length", "content_filter", "tool_calls", "function_call"];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(mostBytes, cancellationToken);
            if (response.IsSuccessStatusCode) await NameTheEndAsync(response, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    static async Task NameTheEndAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        var body = Parse(await response.Content.ReadAsByteArrayAsync(cancel));
        if ((body as JsonObject)?["choices"] is not JsonArray choices) return;
        var unnamed = choices.OfType<JsonObject>().Where(choice => !IsKnown(choice["finish_reason"])).ToList();
        if (unnamed.Count == 0) return;
        foreach (var choice in unnamed) choice["finish_reason"] = "stop";
        response.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
    }

    static bool IsKnown(JsonNode? end) => end is JsonValue value && value.TryGetValue<string>(out var name) && _knownEnds.Contains(name);

    // What is no JSON goes on as it is; the client says what is wrong with it.
    static JsonNode? Parse(byte[] body)
    {
        try { return JsonNode.Parse(body); }
        catch (JsonException) { return null; }
    }
}
