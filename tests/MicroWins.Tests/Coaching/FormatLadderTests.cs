using MicroWins.Coaching;
using MicroWins.Tests.Support;

namespace MicroWins.Tests.Coaching;

/// <summary>Servers that do not know a response_format.</summary>
public class FormatLadderTests
{
    [Fact]
    public async Task A_server_without_schemas_is_asked_again_at_once_and_from_then_on_for_an_object()
    {
        await using var test = await CoachUnderTest.StartAsync();
        test.Server.RefusedFormats.Add("json_schema");

        Assert.Equal(DraftedBy.Model, (await test.AskAsync()).By);
        Assert.Equal(DraftedBy.Model, (await test.AskAsync()).By);

        Assert.Equal(["json_schema", "json_object", "json_object"], test.Server.Requests.Select(r => r.FormatType));
        Assert.Empty(test.Clock.Waits);
    }

    [Fact]
    public async Task A_server_without_any_format_is_asked_plainly_from_then_on()
    {
        await using var test = await CoachUnderTest.StartAsync();
        test.Server.RefusedFormats.UnionWith(["json_schema", "json_object"]);

        Assert.Equal(DraftedBy.Model, (await test.AskAsync()).By);
        Assert.Equal(DraftedBy.Model, (await test.AskAsync()).By);

        Assert.Equal(["json_schema", "json_object", null, null], test.Server.Requests.Select(r => r.FormatType));
        Assert.Equal(["messages", "model"], test.Server.Requests[3].Body.EnumerateObject().Select(key => key.Name).Order());
    }

    [Theory, InlineData(400), InlineData(422)]
    public async Task A_request_that_is_refused_in_every_form_changes_nothing_for_the_next(int status)
    {
        await using var test = await CoachUnderTest.StartAsync(OpenAiReply.Status(status), OpenAiReply.Status(status), OpenAiReply.Status(status));

        Assert.Equal(DraftedBy.PlannerInsteadOfModel, (await test.AskAsync()).By);
        Assert.Equal(DraftedBy.Model, (await test.AskAsync()).By);

        Assert.Equal("json_schema", test.Server.Requests[3].FormatType);
    }
}
