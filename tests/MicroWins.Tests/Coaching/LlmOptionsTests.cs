using MicroWins.Coaching;
using Microsoft.Extensions.Configuration;

namespace MicroWins.Tests.Coaching;

/// <summary>Wrong options are named by their key, with what would be right.</summary>
public class LlmOptionsTests
{
    static readonly LlmOptions _good = new() { Endpoint = "https://api.openai.com/v1", ApiKey = "sk-x", Model = "gpt-4o-mini" };

    [Fact]
    public void Nothing_at_all_is_right_and_means_no_model()
    {
        Assert.Empty(new LlmOptions().Problems());
        Assert.False(new LlmOptions().HasModel);
        Assert.Empty(new LlmOptions { Endpoint = " ", ApiKey = "", Model = "" }.Problems());
    }

    [Fact]
    public void A_server_in_the_house_needs_no_key()
    {
        Assert.Empty(_good.Problems());
        Assert.Empty((_good with { Endpoint = "http://localhost:11434/v1/", ApiKey = null }).Problems());
    }

    [Theory]
    [InlineData("api.openai.com/v1", "http://")]
    [InlineData("ftp://x/v1", "http://")]
    [InlineData("/v1", "http://")]
    [InlineData("https://me:secret@x/v1", "Llm:ApiKey")]
    [InlineData("https://x/v1?key=secret", "Llm:ApiKey")]
    [InlineData("https://x/v1/chat/completions/", "before /chat/completions")]
    public void A_wrong_endpoint_is_named(string endpoint, string hint)
    {
        var problem = Assert.Single((_good with { Endpoint = endpoint }).Problems());

        Assert.StartsWith("Llm:Endpoint ", problem, StringComparison.Ordinal);
        Assert.Contains(hint, problem, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_is_needed_where_there_is_an_endpoint() =>
        Assert.StartsWith("Llm:Model is missing", Assert.Single((_good with { Model = " " }).Problems()), StringComparison.Ordinal);

    [Fact]
    public void A_key_or_a_model_without_an_endpoint_is_a_mistake() =>
        Assert.StartsWith("Llm:Endpoint is missing", Assert.Single(new LlmOptions { ApiKey = "sk-x" }.Problems()), StringComparison.Ordinal);

    [Theory, InlineData("sk-a b"), InlineData("sk-a\nb"), InlineData("“sk”")]
    public void A_key_that_cannot_be_one_is_named_and_not_shown(string key)
    {
        var problem = Assert.Single((_good with { ApiKey = key }).Problems());

        Assert.StartsWith("Llm:ApiKey ", problem, StringComparison.Ordinal);
        Assert.DoesNotContain(key, problem, StringComparison.Ordinal);
    }

    [Theory, InlineData(0), InlineData(-1), InlineData(301)]
    public void A_timeout_has_bounds(int seconds) =>
        Assert.StartsWith("Llm:TimeoutSeconds ", Assert.Single((_good with { TimeoutSeconds = seconds }).Problems()), StringComparison.Ordinal);

    [Fact]
    public void A_budget_is_positive() =>
        Assert.StartsWith("Llm:DailyTokensPerUser ", Assert.Single(new LlmOptions { DailyTokensPerUser = 0 }.Problems()), StringComparison.Ordinal);

    [Fact]
    public void Options_come_from_the_configuration_by_their_documented_keys()
    {
        var keys = new Dictionary<string, string?> { ["Llm:Endpoint"] = "http://x/v1", ["Llm:ApiKey"] = "k", ["Llm:Model"] = "m", ["Llm:TimeoutSeconds"] = "7", ["Llm:DailyTokensPerUser"] = "9" };

        var options = new ConfigurationBuilder().AddInMemoryCollection(keys).Build().GetSection(LlmOptions.Section).Get<LlmOptions>();

        Assert.Equal(new LlmOptions { Endpoint = "http://x/v1", ApiKey = "k", Model = "m", TimeoutSeconds = 7, DailyTokensPerUser = 9 }, options);
    }

    [Fact]
    public void Printed_options_show_no_key() => Assert.DoesNotContain("sk-x", _good.ToString(), StringComparison.Ordinal);
}
