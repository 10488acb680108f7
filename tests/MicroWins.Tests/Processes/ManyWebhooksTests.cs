using System.Globalization;
using System.Net;
using MicroWins.Storage;
using MicroWins.Tests.Support;

namespace MicroWins.Tests.Processes;

/// <summary>Two programs with a webhook on one PostgreSQL database, as behind a balancer that gives an update to whichever is next.</summary>
[NeedsPostgres]
public sealed class ManyWebhooksTests : WebhookBed
{
    static readonly string[] Lines = [Some.Goal, "done", "/goals", "/stats"];

    readonly ITemporaryStore _shared = new TemporaryPostgres();
    readonly int[] _ports = [SomePort.Free(), SomePort.Free()];

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _shared.Dispose();
    }

    [StoreFact]
    public async Task What_comes_in_through_two_doors_is_answered_once_and_in_order_also_when_one_is_killed()
    {
        await using RealProgram first = Start(0), second = Start(1);
        foreach (var port in _ports) await Eventually.IsTrueOfProgram(() => IsWellAsync("ready", port));

        await SayAsync(people: [1, 2, 3, 4], Lines[..2], _ports);
        // It has said yes to all of these, and may have answered none.
        await SayAsync(people: [11, 12, 13, 14], Lines[..2], _ports[..1]);
        first.Kill();
        await SayAsync(people: [1, 2, 3, 4, 11, 12, 13, 14], Lines[2..], _ports[1..]);

        foreach (var person in (int[])[1, 2, 3, 4, 11, 12, 13, 14]) await AssertAnsweredInOrder(person);
        await AssertEachHandledOnce(8);
        Assert.True(await IsWellAsync("ready", _ports[1]));
        Assert.Empty(Telegram.Calls("getUpdates"));
        Assert.Empty(Telegram.Complaints);
    }

    RealProgram Start(int number) => Start([.. _shared.Settings, ("Http:Port", _ports[number].ToString(CultureInfo.InvariantCulture))]);

    /// <summary>Each update comes to the doors in turn and, as Telegram does when it waited too long for a yes, to the next one again.</summary>
    async Task SayAsync(int[] people, string[] lines, int[] doors)
    {
        foreach (var line in lines)
            foreach (var person in people)
            {
                var update = Text(person, line);
                foreach (var door in (int[])[doors[person % doors.Length], doors[(person + 1) % doors.Length]])
                    Assert.Equal(HttpStatusCode.OK, await PostAsync(update, door));
            }
    }

    /// <summary>What was in flight at the kill may arrive twice.</summary>
    async Task AssertAnsweredInOrder(int person)
    {
        IReadOnlyList<string> Heard() => [.. Telegram.User(person).Messages.Select(message => message.Text).Distinct()];
        await Telegram.World.Until(() => Heard().Count >= Lines.Length, $"all answers to {person}", TimeSpan.FromMinutes(5));

        Assert.Collection(
            Heard(),
            _ => Assert.Contains("Start now", Telegram.User(person).Messages[0].Labels),
            said => Assert.Contains("Your first one kept", said, StringComparison.Ordinal),
            said => Assert.StartsWith("Your goals", said, StringComparison.Ordinal),
            said => Assert.Contains("1", said, StringComparison.Ordinal));
    }

    async Task AssertEachHandledOnce(int people)
    {
        await using var database = _shared.Open();
        Assert.Equal(people, await database.ReadAsync(session => session.One<long>("select count(*) from wins")));
        Assert.Equal(people * Lines.Length, await database.ReadAsync(session => session.One<long>("select count(*) from outbox")));
        Assert.Equal(people * Lines.Length, await database.ReadAsync(session => session.One<long>("select count(*) from inbox where status = 'handled'")));
    }
}
