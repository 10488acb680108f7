using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MicroWins.Tests.Support;

namespace MicroWins.Tests.Processes;

/// <summary>The real program with a webhook: Telegram's side is played by hand, over real HTTP.</summary>
public abstract class WebhookBed : ProgramBed
{
    public const string Secret = "a-secret_of-the-tests";
    const string Header = "X-Telegram-Bot-Api-Secret-Token";

    readonly HttpClient _http = new();
    int _updates;

    protected int Port { get; } = SomePort.Free();

    public string Address => $"http://127.0.0.1:{Port}/telegram";

    public override async Task DisposeAsync()
    {
        _http.Dispose();
        await base.DisposeAsync();
    }

    public override IEnumerable<(string Key, string Value)> Settings =>
    [
        .. base.Settings, ("Telegram:WebhookUrl", Address), ("Telegram:WebhookSecret", Secret), ("Http:Port", Port.ToString(CultureInfo.InvariantCulture)),
    ];

    /// <summary>Starts the program, and comes back when its door is open.</summary>
    protected async Task<RealProgram> StartAndListenAsync(params (string Key, string Value)[] more)
    {
        var program = Start(more);
        await Telegram.WaitForCalls("setWebhook", 1);
        // The door opens in the same moments.
        await Eventually.IsTrueOfProgram(() => IsWellAsync("live"));
        return program;
    }

    /// <summary>What the program behind a port says of its health.</summary>
    protected async Task<bool> IsWellAsync(string how, int? port = null)
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri($"http://127.0.0.1:{port ?? Port}/health/{how}"));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public async Task<HttpStatusCode> PostAsync(string body, int? port = null)
    {
        using var answer = await SendAsync(body, Secret, port);
        return answer.StatusCode;
    }

    public async Task<HttpResponseMessage> SendAsync(string body, string? secret, int? port = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1:{port ?? Port}/telegram") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (secret is not null) request.Headers.TryAddWithoutValidation(Header, secret);
        return await _http.SendAsync(request);
    }

    /// <summary>The update of somebody who writes; each has a number of its own.</summary>
    public string Text(long chat, string text)
    {
        var update = Interlocked.Increment(ref _updates);
        return Update(update, "message", new JsonObject
        {
            ["message_id"] = update, ["date"] = 1_780_000_000, ["from"] = User(chat), ["chat"] = Chat(chat), ["text"] = text,
        });
    }

    /// <summary>The update of somebody who presses.</summary>
    public string Press(long chat, string data, int message)
    {
        var update = Interlocked.Increment(ref _updates);
        Telegram.World.OpenPresses.Add($"press{update}");
        return Update(update, "callback_query", new JsonObject
        {
            ["id"] = $"press{update}", ["from"] = User(chat), ["chat_instance"] = "1", ["data"] = data,
            ["message"] = new JsonObject { ["message_id"] = message, ["date"] = 1_780_000_000, ["chat"] = Chat(chat) },
        });
    }

    static string Update(int update, string kind, JsonObject content) => new JsonObject { ["update_id"] = update, [kind] = content }.ToJsonString();

    JsonObject User(long id)
    {
        Telegram.User(id);
        return new JsonObject { ["id"] = id, ["is_bot"] = false, ["first_name"] = "Test", ["language_code"] = "en" };
    }

    static JsonObject Chat(long id) => new() { ["id"] = id, ["type"] = "private", ["first_name"] = "Test" };
}
