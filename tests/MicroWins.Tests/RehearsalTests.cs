using System.Diagnostics.Metrics;
using MicroWins.Channels.Telegram;
using MicroWins.Measures;
using MicroWins.Messaging;
using NodaTime;

namespace MicroWins.Tests;

/// <summary>The turn that nobody hears goes as far as a real one, and leaves no trace.</summary>
public sealed class RehearsalTests
{
    static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);

    [Fact]
    public async Task The_rehearsed_turn_ends_with_the_card_of_a_step()
    {
        var replies = await Rehearsal.TurnAsync(Now);

        Assert.Contains(replies, reply => reply.Kind is MessageKind.Card && reply.Buttons.Length > 0);
    }

    [Fact]
    public async Task Nothing_of_the_rehearsed_turn_is_counted()
    {
        var counted = new List<string>();
        var thread = Environment.CurrentManagedThreadId;
        using var listener = new MeterListener { InstrumentPublished = (instrument, listening) => { if (instrument.Meter.Name == Measure.Name) listening.EnableMeasurementEvents(instrument); } };
        // Other tests count at the same time, on threads of their own; the planner never leaves this one.
        listener.SetMeasurementEventCallback<long>((instrument, _, _, _) => { if (Environment.CurrentManagedThreadId == thread) counted.Add(instrument.Name); });
        listener.SetMeasurementEventCallback<double>((instrument, _, _, _) => { if (Environment.CurrentManagedThreadId == thread) counted.Add(instrument.Name); });
        listener.Start();

        var turn = Rehearsal.TurnAsync(Now);

        Assert.True(turn.IsCompletedSuccessfully);
        await turn;
        Assert.Empty(counted);
    }

    [Fact]
    public async Task The_client_reads_and_writes_all_that_Telegrams_rehearsal_gives_it() => await TelegramRehearsal.RunAsync();
}
