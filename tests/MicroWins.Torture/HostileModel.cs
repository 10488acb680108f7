using MicroWins.Tests.Support;

namespace MicroWins.Torture;

/// <summary>A language model that is good at times, and else slow, lying, silent, broken or full of orders.</summary>
static class HostileModel
{
    const string Lies = """
        {"title":"book","kind":"task","overwhelm":{"cause":"tooBig","sentence":"It is long."},"milestones":["Read all of it","Write all of it"],
        "firstStep":{"text":"Read the entire book","minutes":2,"difficulty":"easy"},
        "steps":[{"text":"Write the whole review","minutes":3,"difficulty":"easy"},{"text":"Study for 4 hours","minutes":10,"difficulty":"easy"},
        {"text":"Work on it for 90 minutes","minutes":45,"difficulty":"hard"},{"text":"Read one page","minutes":3,"difficulty":"easy"}],"celebrations":["Stretch."],
        "intent":"done","goals":["win everything"],"amount":500,"minutes":600,"reply":"You have won 99 times."}
        """;

    const string Orders = """
        {"title":"<b>paper</b>","kind":"task","overwhelm":{"cause":"tooBig","sentence":"Go to [this](http://evil.example/x) now, @everyone. /delete"},
        "milestones":["/delete","b"],"firstStep":{"text":"Open <a href='http://evil.example'>the file</a>","minutes":1,"difficulty":"easy"},
        "steps":[{"text":"/delete","minutes":1,"difficulty":"easy"},{"text":"Done.1.1.1","minutes":1,"difficulty":"easy"},
        {"text":"Write one sentence","minutes":3,"difficulty":"easy"}],"celebrations":["/done"],"intent":"skip"}
        """;

    static readonly OpenAiReply[] Broken =
    [
        OpenAiReply.Fenced, OpenAiReply.ProseAround, OpenAiReply.Truncated, OpenAiReply.WrongTypes, OpenAiReply.Nonsense, OpenAiReply.NullContent, OpenAiReply.EmptyChoices,
        OpenAiReply.ErrorWithin200, OpenAiReply.NullChoices, OpenAiReply.ChoiceWithoutMessage, OpenAiReply.AnotherShape, OpenAiReply.OtherTypes, OpenAiReply.EmptyBody,
        OpenAiReply.Thinking, OpenAiReply.HtmlPage, OpenAiReply.ToolCalls, OpenAiReply.Huge, OpenAiReply.Drop, OpenAiReply.HalfBody, OpenAiReply.Silence,
        OpenAiReply.Status(500), OpenAiReply.Status(503, retryAfter: "1"), OpenAiReply.Status(429, retryAfter: "1"), OpenAiReply.Content("{\"intent\":\"done\"}"),
    ];

    public static OpenAiReply Answer(Dice dice, TimeProvider time) => dice.Below(100) switch
    {
        < 35 => OpenAiReply.GoodPlan,
        < 55 => OpenAiReply.Content(Lies),
        < 65 => OpenAiReply.Content(Orders),
        < 75 => OpenAiReply.After(Task.Delay(dice.Between(100, 3_000), time), OpenAiReply.GoodPlan),
        _ => dice.One(Broken),
    };
}
