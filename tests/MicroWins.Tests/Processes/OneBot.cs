using MicroWins.Tests.Support;

namespace MicroWins.Tests.Processes;

/// <summary>One real program for all tests that talk to a bot which nothing happens to. Each has people of its own.</summary>
[CollectionDefinition(nameof(OneBot))]
public sealed class OneBot : ProgramBed, ICollectionFixture<OneBot>
{
    int _people = 1000;

    public RealProgram Program { get; private set; } = null!;

    /// <summary>Somebody who has never written.</summary>
    public Support.BotApi.Person Somebody() => Telegram.User(Interlocked.Increment(ref _people));

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Program = Start();
    }

    public override async Task DisposeAsync()
    {
        await Program.DisposeAsync();
        await base.DisposeAsync();
    }
}
