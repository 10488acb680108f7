using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace MicroWins.Tests.Support.BotApi;

/// <summary>Reads a request as the Bot API does: JSON, a form, a multipart form with files, or a query.</summary>
static class CallReader
{
    public static async Task<ApiCall> ReadAsync(HttpContext http, string method, DateTimeOffset at)
    {
        var parameters = new Dictionary<string, JsonElement>();
        var files = new Dictionary<string, UploadedFile>();
        foreach (var (name, values) in http.Request.Query) parameters[name] = JsonSerializer.SerializeToElement(values.ToString());
        if (http.Request.HasFormContentType) await ReadFormAsync(http.Request, parameters, files).ConfigureAwait(false);
        else if (http.Request.ContentLength is null or > 0) await ReadJsonAsync(http.Request, parameters).ConfigureAwait(false);
        return new(method, parameters, files, at);
    }

    static async Task ReadFormAsync(HttpRequest request, Dictionary<string, JsonElement> parameters, Dictionary<string, UploadedFile> files)
    {
        var form = await request.ReadFormAsync().ConfigureAwait(false);
        foreach (var (name, values) in form) parameters[name] = JsonSerializer.SerializeToElement(values.ToString());
        foreach (var file in form.Files)
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes).ConfigureAwait(false);
            files[file.Name] = new(file.FileName, bytes.ToArray());
        }
    }

    static async Task ReadJsonAsync(HttpRequest request, Dictionary<string, JsonElement> parameters)
    {
        if (request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true) return;
        using var body = await JsonDocument.ParseAsync(request.Body).ConfigureAwait(false);
        foreach (var property in body.RootElement.Clone().EnumerateObject()) parameters[property.Name] = property.Value;
    }
}
