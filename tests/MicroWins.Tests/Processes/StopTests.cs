using MicroWins.Tests.Support;
using MicroWins.Tests.Support.BotApi;

namespace MicroWins.Tests.Processes;

/// <summary>The real program is told to stop.</summary>
public sealed class StopTests : ProgramWithModelBed
{
    const long Ann = 42;

    /// <summary>A container engine waits for ten seconds, by default, before it kills.</summary>
    static readonly TimeSpan AFewSeconds = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_turn_that_waits_for_the_model_is_let_go_and_answered_after_the_next_start_which_stops_at_once_though_a_long_poll_is_under_way()
    {
        Model.WillAnswer(OpenAiReply.Silence);
        await using (var program = Start())
        {
            Telegram.User(Ann).Says(Some.Goal);
            await Model.ArrivedAsync(1);
            await StopAsync(program);
        }
        Assert.Equal((1, 0), (await CountAsync("select count(*) from inbox where status = 'pending'"), await CountAsync("select count(*) from outbox")));

        var (polls, menus) = (Telegram.World.Count("getUpdates"), Telegram.World.Count("setMyCommands"));
        await using var restarted = Start();
        await Telegram.User(Ann).WaitForDeliveries(1);
        await Telegram.WaitForCalls("getUpdates", polls + 1);
        await Telegram.WaitForCalls("setMyCommands", menus + 8);

        Assert.Contains("Done", Telegram.User(Ann).Messages.Single().Labels);
        // It has nothing to do any more.
        await StopAsync(restarted);
    }

    static async Task StopAsync(RealProgram program)
    {
        await program.TerminateAsync();
        await program.WaitForExitAsync().WaitAsync(AFewSeconds);

        Assert.Equal((0, ""), (program.ExitCode, program.Errors));
    }

    [Fact]
    public async Task A_stop_waits_longer_than_two_seconds_for_a_message_that_is_on_its_way()
    {
        var released = new TaskCompletionSource();
        Telegram.Faults.Add(new Fault.HoldUntil(released.Task), "sendMessage");
        await using var program = Start();
        Telegram.User(Ann).Says("/help");
        await Telegram.WaitForCalls("sendMessage", 1);

        await program.TerminateAsync();
        // Longer than the command line's own patience, which would end the program with 143 here.
        using (var patience = new PeriodicTimer(TimeSpan.FromSeconds(3))) await patience.WaitForNextTickAsync();
        released.SetResult();
        await program.WaitForExitAsync().WaitAsync(AFewSeconds);

        Assert.Equal(0, program.ExitCode);
        Assert.Equal(0, await CountAsync("select count(*) from outbox where status = 'pending'"));
    }
}
