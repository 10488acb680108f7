using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace MicroWins.Benchmarks.Load;

/// <summary>A model server with a set latency that answers as a good model would, with the same plan each time.</summary>
/// <param name="time">The clock of the latency.</param>
/// <param name="thought">Hears which chat a request was for, where its goal has a number, and how long it took.</param>
sealed partial class ModelApi(TimeProvider time, Action<int, long> thought)
{
    const string Plan = """
        {"title":"The archive","kind":"task","overwhelm":{"cause":"tooBig","sentence":"It is many small things that look like one."},
        "milestones":["Make a beginning","Do the middle part","Bring it to an end"],
        "firstStep":{"text":"Open the folder","minutes":1,"difficulty":"easy"},
        "steps":[{"text":"Write down one thing that belongs to it","minutes":2,"difficulty":"easy"},{"text":"Look at 5 photos","minutes":3,"difficulty":"easy"},
        {"text":"Write one question about it","minutes":4,"difficulty":"medium"},{"text":"Read one page about that question","minutes":3,"difficulty":"medium"}],
        "celebrations":["Look out of the window for a minute","Tell a friend"]}
        """;

    const string WayOut = """
        {"title":"The archive","now":{"text":"Put the folder on the table","minutes":1,"difficulty":"easy"},"steps":[{"text":"Take out one sheet","minutes":1,"difficulty":"easy"}],
        "boosters":["Put on music and stop when the song does."],"emergency":{"text":"Look at the folder for one minute","minutes":1,"difficulty":"easy"}}
        """;

    const string Talk = """{"intent":"smallTalk","goals":[],"why":"","situation":"","amount":null,"unit":"","minutes":null,"reply":"That is good to hear."}""";

    TimeSpan _latency;
    int _calls;
    int _atOnce;
    int _mostAtOnce;

    public int Calls => _calls;

    public int MostAtOnce => _mostAtOnce;

    public void Begin(TimeSpan latency) => (_latency, _calls, _mostAtOnce) = (latency, 0, 0);

    public async Task ServeAsync(HttpContext http)
    {
        var began = Stopwatch.GetTimestamp();
        Interlocked.Increment(ref _calls);
        Most(Interlocked.Increment(ref _atOnce));
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var asked = await reader.ReadToEndAsync();
        if (_latency > TimeSpan.Zero) await Task.Delay(_latency, time, http.RequestAborted);
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(Answer(asked));
        Interlocked.Decrement(ref _atOnce);
        if (Numbered().Match(asked) is { Success: true } match) thought(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), Stopwatch.GetTimestamp() - began);
    }

    static string Answer(string asked)
    {
        var content = asked.Contains("You sort messages", StringComparison.Ordinal) ? Talk
            : asked.Contains("avoids a task at this very moment", StringComparison.Ordinal) ? WayOut
            : Plan;
        return $$$"""{"id":"x","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":{{{JsonSerializer.Serialize(content)}}}}}],"usage":{"prompt_tokens":50,"completion_tokens":50,"total_tokens":100}}""";
    }

    void Most(int now)
    {
        for (var most = _mostAtOnce; now > most; most = _mostAtOnce) Interlocked.CompareExchange(ref _mostAtOnce, now, most);
    }

    [GeneratedRegex(@"sort the 5(\d{5}) photos")]
    private static partial Regex Numbered();
}
