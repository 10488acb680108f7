using System.Text.Json;
using MicroWins.Tests.Support;
using MicroWins.Tests.Support.BotApi;

namespace MicroWins.Tests.Processes;

/// <summary>Everything that the real program says on its two outputs while all goes wrong around it.</summary>
public sealed class LogTests : ProgramWithModelBed
{
    const string Key = "sk-a-key-of-the-tests-and-of-nobody";

    public override IEnumerable<(string Key, string Value)> Settings => [.. base.Settings, ("Llm:ApiKey", Key)];

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public async Task No_word_and_no_secret_is_in_the_log_whatever_goes_wrong(string json)
    {
        Model.WillAnswer(
            OpenAiReply.Content("I will not help with zebras."), OpenAiReply.Content("No zebras!"), OpenAiReply.HalfBody, OpenAiReply.AnotherShape,
            OpenAiReply.Status(400), OpenAiReply.Status(401), OpenAiReply.HtmlPage, OpenAiReply.Drop);
        Model.Otherwise = OpenAiReply.Content("{\"title\":\"zebra\"");
        var id = Telegram.Updates.NextId;
        Telegram.Updates.AddRaw(id, $$$"""{"update_id":{{{id}}},"message":{"from":{"id":777123456},"chat":{"id":777123456,"type":"private"},"text":["zebra"]}}""");
        Telegram.Faults.Add(new Fault.GatewayError(), "getUpdates");
        Telegram.Faults.Add(new Fault.Refusal(400, "Bad Request: cannot read \"zebra\""), "sendMessage");
        Telegram.Faults.Add(new Fault.GatewayError(), "sendMessage");
        Telegram.Faults.Add(new Fault.DropBefore(), "sendMessage");
        Telegram.Faults.Add(new Fault.TooManyRequests(1), "sendMessage");
        Telegram.Faults.Add(new Fault.HalfAnswer(), "editMessageText");
        await using var program = Start(("Logging:Json", json));
        var ann = Telegram.User(777123456);

        ann.Says("write my paper about zebras until thursday");
        ann.Says("I am stuck with the zebras");
        ann.PressesData("zebra:1:2", 501);
        ann.Says("/goals");
        await ann.WaitForDeliveries(3);
        await program.TerminateAsync();
        await program.WaitForExitAsync();

        Assert.Contains("could not be sent", program.Output, StringComparison.Ordinal);
        Assert.Contains("is skipped", program.Output, StringComparison.Ordinal);
        Assert.Contains("was drafted after", program.Output, StringComparison.Ordinal);
        AssertTellsNothing(program.Output + program.Errors);
        if (json is "true") Assert.All(program.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Equal(JsonValueKind.Object, JsonElement.Parse(line).ValueKind));
    }

    [Fact]
    public async Task A_start_that_fails_says_why_without_a_word_of_what_it_read()
    {
        await File.WriteAllTextAsync(Store.File, "zebra zebra zebra, and more about zebras");
        await using var broken = Start();
        await broken.WaitForExitAsync();
        await using var refused = Start(("Telegram:BotToken", "1234567:AAwrong-token-of-the-micro-wins-tests_"), ("Storage:ConnectionString", $"Data Source={Store.File}2"));
        await refused.WaitForExitAsync();

        Assert.Equal((2, 2), (broken.ExitCode, refused.ExitCode));
        Assert.StartsWith("Storage:ConnectionString", broken.Errors, StringComparison.Ordinal);
        AssertTellsNothing(broken.Output + broken.Errors + refused.Output + refused.Errors);
        Assert.DoesNotContain("AAwrong", refused.Output + refused.Errors, StringComparison.Ordinal);
    }

    void AssertTellsNothing(string log)
    {
        Assert.DoesNotContain("zebra", log, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Telegram.Token.Split(':')[1], log, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, log, StringComparison.Ordinal);
        Assert.DoesNotContain("777123456", log, StringComparison.Ordinal);
    }
}
