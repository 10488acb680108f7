using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace MicroWins.Tests.Support;

/// <summary>A reply of <see cref="OpenAiServer"/>: a good one, or one of the ways in which servers and models fail.</summary>
internal abstract class OpenAiReply
{
    /// <summary>A plan as the schema wants it.</summary>
    public const string GoodJson = """
        {"title":"Essay on tides","kind":"task","overwhelm":{"cause":"tooBig","sentence":"An essay is many small things that look like one."},
        "milestones":["Find a question","Write a bad draft","Make it good"],
        "firstStep":{"text":"Open a blank document","minutes":1,"difficulty":"easy"},
        "steps":[{"text":"Type the word tides as a title","minutes":1,"difficulty":"easy"},
        {"text":"Write down one thing you know about tides","minutes":3,"difficulty":"easy"},
        {"text":"Write one question about tides","minutes":4,"difficulty":"medium"},
        {"text":"Read one page about that question","minutes":3,"difficulty":"medium"}],
        "celebrations":["Look out of the window for a minute","Tell a friend"]}
        """;

    /// <summary>A good plan with honest usage.</summary>
    public static OpenAiReply GoodPlan { get; } = Content(GoodJson);

    public static OpenAiReply Fenced { get; } = Content($"```json\n{GoodJson}\n```");
    public static OpenAiReply ProseAround { get; } = Content($"Sure! Here you go {{just for you}}:\n\n{GoodJson}\n\nYou can do it!");
    public static OpenAiReply Truncated { get; } = Content(GoodJson[..GoodJson.IndexOf("Read one page", StringComparison.Ordinal)]);
    public static OpenAiReply WrongTypes { get; } = Content(GoodJson.Replace("\"minutes\":3", "\"minutes\":\"2-3 min\"", StringComparison.Ordinal).Replace("\"easy\"", "1", StringComparison.Ordinal));
    public static OpenAiReply Nonsense { get; } = Content("I would rather talk about the weather. It is nice today.");
    public static OpenAiReply NullContent { get; } = Message("""{"role":"assistant","content":null}""");
    public static OpenAiReply EmptyChoices { get; } = Body("""{"id":"x","object":"chat.completion","created":1,"model":"m","choices":[]}""");
    public static OpenAiReply ErrorWithin200 { get; } = Body("""{"error":{"message":"overloaded","code":502}}""");
    public static OpenAiReply NullChoices { get; } = Body("""{"id":"x","object":"chat.completion","created":1,"model":"m","choices":null}""");
    public static OpenAiReply ChoiceWithoutMessage { get; } = Body("""{"id":"x","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"finish_reason":"stop"}]}""");
    public static OpenAiReply AnotherShape { get; } = Body("""["done"]""");
    public static OpenAiReply OtherTypes { get; } = Body("""{"id":7,"object":"chat.completion","created":"now","model":null,"choices":[{"index":"0","finish_reason":7,"message":"hi"}]}""");
    public static OpenAiReply EmptyBody { get; } = Body("");
    public static OpenAiReply UnknownFinish { get; } = Message(new JsonObject { ["role"] = "assistant", ["content"] = GoodJson }.ToJsonString(), finish: "eos");
    public static OpenAiReply NoFinish { get; } = Body($$"""{"choices":[{"message":{{new JsonObject { ["role"] = "assistant", ["content"] = GoodJson }.ToJsonString()}}}]}""");
    public static OpenAiReply ContentInParts { get; } = Message(new JsonObject { ["role"] = "assistant", ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = GoodJson }) }.ToJsonString());
    public static OpenAiReply Thinking { get; } = Content($"<think>Maybe:\n1. Write it all\n2. Read it all\n3. Send it all\n4. Rest</think>\n{GoodJson}");
    public static OpenAiReply HtmlPage { get; } = Body("<html><body><h1>It works!</h1></body></html>", type: "text/html");
    public static OpenAiReply ToolCalls { get; } = Message("""
        {"role":"assistant","content":null,"tool_calls":[{"id":"1","type":"function","function":{"name":"Planner-BreakDownGoal","arguments":"{\"goal\":\"x\"}"}}]}
        """, finish: "tool_calls");

    /// <summary>An answer of about 2 MB.</summary>
    public static OpenAiReply Huge { get; } = Content(new string('x', 2_000_000));

    /// <summary>A connection that is cut before a word.</summary>
    public static OpenAiReply Drop { get; } = new Do(context => { context.Abort(); return Task.CompletedTask; });

    /// <summary>An answer that breaks off in the middle of its body.</summary>
    public static OpenAiReply HalfBody { get; } = new Do(async context =>
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = 5_000;
        await context.Response.WriteAsync("""{"id":"x","choices":[{"index":0,"mess""");
        await context.Response.Body.FlushAsync();
        context.Abort();
    });

    /// <summary>No answer at all until the caller gives up.</summary>
    public static OpenAiReply Silence { get; } = new Do(async context =>
    {
        try { await new TaskCompletionSource().Task.WaitAsync(context.RequestAborted); }
        catch (OperationCanceledException) { }
    });

    /// <summary>An answer with a text of the model.</summary>
    public static OpenAiReply Content(string text, int? tokens = 700) =>
        Message(new JsonObject { ["role"] = "assistant", ["content"] = text }.ToJsonString(), tokens: tokens);

    /// <summary>An error.</summary>
    public static OpenAiReply Status(int status, string? retryAfter = null) =>
        Body("""{"error":{"message":"No.","type":"test"}}""", status, retryAfter: retryAfter);

    /// <summary>What a server says that does not know a response_format.</summary>
    public static OpenAiReply Refusal(string type) =>
        Body($$$"""{"error":{"message":"response_format {{{type}}} is not supported","type":"invalid_request_error"}}""", 400);

    /// <summary>A reply that waits for a signal.</summary>
    public static OpenAiReply After(Task signal, OpenAiReply reply) => new Do(async context =>
    {
        await signal.WaitAsync(context.RequestAborted);
        await reply.WriteAsync(context);
    });

    public abstract Task WriteAsync(HttpContext context);

    static Do Message(string message, string finish = "stop", int? tokens = 700)
    {
        var usage = tokens is { } total ? JsonSerializer.Serialize(new { prompt_tokens = total - 100, completion_tokens = 100, total_tokens = total }) : "null";
        return Body($$$"""{"id":"x","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"finish_reason":"{{{finish}}}","message":{{{message}}}}],"usage":{{{usage}}}}""");
    }

    static Do Body(string body, int status = 200, string type = "application/json", string? retryAfter = null) => new(async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
        await context.Response.WriteAsync(body, context.RequestAborted);
    });

    sealed class Do(Func<HttpContext, Task> write) : OpenAiReply
    {
        public override Task WriteAsync(HttpContext context) => write(context);
    }
}
