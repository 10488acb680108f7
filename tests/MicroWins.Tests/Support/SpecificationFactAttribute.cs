namespace MicroWins.Tests.Support.BotApi;

/// <summary>A test that needs the specification file; where that is missing, it is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SpecificationFactAttribute : FactAttribute
{
    public SpecificationFactAttribute()
    {
        if (BotApiSpecification.Here is null) Skip = "shared/telegram/bot-api.json is not beside the project: requests are not checked against the Bot API.";
    }
}
