using System.Net;
using System.Net.Sockets;
using MicroWins.Tests.Support;
using MicroWins.Tests.Support.BotApi;

namespace MicroWins.Tests.Processes;

/// <summary>Programs with a webhook that are started, killed, and set up otherwise.</summary>
public sealed class WebhookStartTests : WebhookBed
{
    [Fact]
    public async Task What_was_answered_with_200_survives_a_kill_in_the_next_moment()
    {
        Telegram.Faults.Add(new Fault.GatewayError(), "sendMessage", times: 1000);
        await using (var program = await StartAndListenAsync())
        {
            Assert.Equal(HttpStatusCode.OK, await PostAsync(Text(42, Some.Goal)));
            program.Kill();
            await program.WaitForExitAsync();
        }
        Assert.Equal(1, await CountAsync("select count(*) from inbox"));
        Telegram.Faults.Clear();

        await using var restarted = Start();
        await Telegram.User(42).WaitForDeliveries(1);

        Assert.Contains("Done", Telegram.User(42).Messages[0].Labels);
    }

    [Fact]
    public async Task A_stranger_to_the_allow_list_gets_silence_over_a_webhook_too()
    {
        await using var program = await StartAndListenAsync(("Telegram:AllowedUsers:0", "42"));

        Assert.Equal(HttpStatusCode.OK, await PostAsync(Text(43, "/help")));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Text(42, "/help")));
        await Telegram.User(42).WaitForDeliveries(1);

        Assert.Equal(1, await CountAsync("select count(*) from inbox"));
    }

    [Fact]
    public async Task A_port_that_is_taken_stops_the_start_with_a_sentence()
    {
        using var other = new TcpListener(IPAddress.Loopback, Port);
        other.Start();
        await using var program = Start();

        await program.WaitForExitAsync();

        Assert.Equal(2, program.ExitCode);
        Assert.StartsWith("Http:Port is taken", program.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bot_that_polls_again_removes_the_webhook_and_takes_what_waits()
    {
        Telegram.World.Webhook = Address;
        Telegram.User(42).Says("/help");

        await using var polling = Start(("Telegram:WebhookUrl", ""), ("Telegram:WebhookSecret", ""), ("Http:Port", "0"));
        await Telegram.User(42).WaitForDeliveries(1);

        Assert.Null(Telegram.World.Webhook);
    }
}
