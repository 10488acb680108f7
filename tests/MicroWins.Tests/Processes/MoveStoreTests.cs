using MicroWins.Tests.Support;

namespace MicroWins.Tests.Processes;

/// <summary>The move from a file to PostgreSQL, as an operator does it.</summary>
[NeedsPostgres]
public sealed class MoveStoreTests : IDisposable
{
    readonly TemporaryStore _file = new();
    readonly TemporaryPostgres _postgres = new();

    public void Dispose()
    {
        _file.Dispose();
        _postgres.Dispose();
    }

    [StoreFact]
    public async Task A_file_is_moved_whole_counted_and_left_as_it_was_and_the_bot_goes_on()
    {
        await using (var bot = new TestBot(_file))
        {
            await bot.Says(Some.Goal);
            await bot.Presses("Done");
            await bot.Says("wörds and 🙃", person: "bob");
            // Killed in the middle: the event is claimed by nobody who lives.
            await bot.Inbox.StoreAsync([new("test:left", new(TestBot.Channel, "ann"), new MicroWins.Messaging.ChatEvent.TextWritten("/goals"), "en")]);
            await bot.Inbox.ClaimAsync((await bot.Worker.LiveAsync()).Number, 1);
        }
        var before = await File.ReadAllBytesAsync(_file.File);

        var (exitCode, output, errors) = await RealProgram.RunAsync([], _postgres.Settings, "move-store", "--from", _file.File);

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Matches(@"wins +1\n", output);
        Assert.Matches(@"inbox +4\n", output);
        Assert.Contains("tables are in PostgreSQL", output, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(_file.File));
        await using var moved = new TestBot(_postgres);
        await moved.Worker.LiveAsync();
        await moved.Settle();
        Assert.Contains("1 of 4 kept", moved.Sender.To("ann")[^1].Words(), StringComparison.Ordinal);
        Assert.Contains("Kept today: 1", Assert.Single(await moved.Says("/today")).Words(), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task A_database_that_is_in_use_is_left_alone_with_a_sentence()
    {
        await using (var bot = new TestBot(_file)) await bot.Says(Some.Goal);
        await using (var bot = new TestBot(_postgres)) await bot.Says(Some.Goal, person: "bob");

        var refused = await RefusedAsync(_file.File);

        Assert.StartsWith("Storage:ConnectionString names a database that is in use", refused, StringComparison.Ordinal);
        await using var database = ((ITemporaryStore)_postgres).Open();
        Assert.Equal(["test:bob"], await database.ReadAsync(session => session.Query<string>("select chat_id from chats")));
    }

    [StoreFact]
    public async Task A_file_that_is_not_there_or_no_store_is_told_in_a_sentence()
    {
        var letter = Path.Combine(Path.GetDirectoryName(_file.File)!, "letter.txt");
        await File.WriteAllTextAsync(letter, string.Concat(Enumerable.Repeat("Dear diary, this is no database. ", 100)));

        Assert.All([await RefusedAsync(letter + ".not"), await RefusedAsync(letter)], refused =>
        {
            Assert.StartsWith("--from ", refused, StringComparison.Ordinal);
            Assert.Single(refused.Split('\n'));
        });
    }

    [StoreFact]
    public async Task Without_postgres_in_the_settings_there_is_nowhere_to_move_to()
    {
        var (exitCode, _, errors) = await RealProgram.RunAsync([], [], "move-store", "--from", _file.File);

        Assert.Equal(2, exitCode);
        Assert.StartsWith("Storage:Provider must be Postgres", errors, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task The_doctor_names_the_kind_of_store_and_its_server()
    {
        using var said = new StringWriter();

        Assert.True(await new DoctorVerb(Settings, said).RunAsync(CancellationToken.None));
        Assert.Contains("ok   Store: Postgres: ", said.ToString(), StringComparison.Ordinal);
    }

    Settings Settings => SomeSettings.Of([.. _postgres.Settings]);

    /// <summary>What the verb says where it moves nothing.</summary>
    async Task<string> RefusedAsync(string file)
    {
        using var said = new StringWriter();
        var refused = await Assert.ThrowsAsync<WrongSettingsException>(() => MoveStoreVerb.RunAsync(file, Settings, said));
        Assert.Empty(said.ToString());
        return refused.Message;
    }
}
