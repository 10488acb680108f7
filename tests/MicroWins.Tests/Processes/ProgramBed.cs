using MicroWins.Storage;
using MicroWins.Tests.Support;
using MicroWins.Tests.Support.BotApi;

namespace MicroWins.Tests.Processes;

/// <summary>What the real program needs around it to be a bot: Telegram's side and a store, which stay when it is killed.</summary>
public abstract class ProgramBed : IAsyncLifetime
{
    public TemporaryStore Store { get; } = new();

    public BotApiServer Telegram { get; private set; } = null!;

    public virtual async Task InitializeAsync() => Telegram = await BotApiServer.StartAsync();

    public virtual async Task DisposeAsync()
    {
        await Telegram.DisposeAsync();
        Store.Dispose();
    }

    /// <summary>What the program is told.</summary>
    public virtual IEnumerable<(string Key, string Value)> Settings => [("Telegram:BotToken", Telegram.Token), ("Telegram:ApiBaseUrl", Telegram.Url), .. Store.Settings];

    /// <param name="more">Told besides, or in place of the usual.</param>
    protected RealProgram Start(params (string Key, string Value)[] more) => RealProgram.Start([.. Settings, .. more]);

    public async Task<long> CountAsync(string sql)
    {
        await using var database = Store.Open();
        return await database.ReadAsync(session => session.One<long>(sql));
    }
}

/// <summary>The same with a model.</summary>
public abstract class ProgramWithModelBed : ProgramBed
{
    private protected OpenAiServer Model { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Model = await OpenAiServer.StartAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await Model.DisposeAsync();
    }

    public override IEnumerable<(string Key, string Value)> Settings => [.. base.Settings, ("Llm:Endpoint", Model.Endpoint), ("Llm:Model", "test")];
}
