using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace MicroWins.Tests.Support.Simulation;

/// <summary>Weeks of a person, line by line: they live their days, the clock is moved for them, and all that is said is kept.</summary>
sealed class SimulatedLife : IAsyncDisposable
{
    /// <summary>Milliseconds after which the program hangs: it answers in a few, and in many on a machine that has others to serve.</summary>
    const int Patience = 300_000;

    static readonly LocalTimePattern Minutes = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    readonly TemporaryStore _store;
    readonly ITypedChat _chat;
    readonly List<Said> _said = [];

    SimulatedLife(TemporaryStore store, ITypedChat chat, DateTimeZone zone, LocalDate first) => (_store, _chat, Zone, FirstDay) = (store, chat, zone, first);

    /// <summary>Where the person is. The bot learns of it from their words alone.</summary>
    public DateTimeZone Zone { get; private set; }

    public LocalDate FirstDay { get; }

    /// <summary>All that was said by either side, in order.</summary>
    public IReadOnlyList<Said> Said => _said;

    /// <summary>The last message with buttons, as far as the person can press them.</summary>
    public Said? LastButtons => _said.LastOrDefault(said => said.Buttons.Count > 0);

    /// <param name="day">The first day, as 2026-03-02.</param>
    /// <param name="zone">Where the person is.</param>
    /// <param name="withProgram">True for the real program and its pipe, false for a chat in this process.</param>
    public static async Task<SimulatedLife> BeginAsync(string day, string zone, bool withProgram = false)
    {
        var store = new TemporaryStore();
        ITypedChat chat = withProgram
            ? RealProgram.Start([], "chat", "--json", "--db", store.File, "--clock", $"{day}T09:00", "--zone", zone, "--language", "en")
            : ChatInProcess.Start(store, $"{day}T09:00", zone, "en");
        var life = new SimulatedLife(store, chat, DateTimeZoneProviders.Tzdb[zone], LocalDatePattern.Iso.Parse(day).Value);
        await life.TypeAsync("/clock");
        return life;
    }

    /// <summary>The days from the first, by number.</summary>
    public LocalDate Day(int number) => FirstDay.PlusDays(number);

    /// <summary>Types words or the label of a button.</summary>
    /// <returns>What the bot answers.</returns>
    public async Task<IReadOnlyList<Said>> Says(string line)
    {
        _said.Add(Simulation.Said.ByPerson(Now, line));
        await _chat.TypeAsync(line);
        return await TypeAsync("/clock");
    }

    /// <summary>Presses a button of the last message that has some.</summary>
    public Task<IReadOnlyList<Said>> Presses(string label)
    {
        Assert.Contains(label, LastButtons!.Labels);
        return Says(label);
    }

    /// <summary>Lives until a time of a day, on the wall where the person is.</summary>
    /// <returns>What the bot said by itself meanwhile.</returns>
    public Task<IReadOnlyList<Said>> Until(LocalDate day, string time) =>
        TypeAsync($"/clock {InstantPattern.General.Format(Zone.AtLeniently(day + Minutes.Parse(time).Value).ToInstant())}");

    /// <summary>The person flies, and lands at a time of the day there. On the way they are as far as the bot knows where they were.</summary>
    public async Task Flies(string zone, LocalDate day, string time)
    {
        var there = DateTimeZoneProviders.Tzdb[zone];
        await TypeAsync($"/clock {InstantPattern.General.Format(there.AtLeniently(day + Minutes.Parse(time).Value).ToInstant())}");
        (Zone, Now) = (there, Now.WithZone(there));
    }

    public ZonedDateTime Now { get; private set; }

    /// <summary>A number from the store.</summary>
    public double Number(string sql)
    {
        using var clear = new ClearCopy(_store);
        return clear.Number(sql);
    }

    public async ValueTask DisposeAsync()
    {
        await _chat.DisposeAsync();
        _store.Dispose();
    }

    /// <summary>Types a line and reads up to the next word of the clock, which comes after everything else.</summary>
    async Task<IReadOnlyList<Said>> TypeAsync(string line)
    {
        var from = _said.Count;
        await _chat.TypeAsync(line);
        using var hang = new CancellationTokenSource(Patience);
        while (true)
        {
            var json = JsonElement.Parse(await _chat.ReadLineAsync(hang.Token));
            var said = Simulation.Said.Read(json, Zone);
            Assert.NotEqual("error", said.Kind);
            Now = said.At;
            if (json.GetProperty("from").GetString() is "clock") return [.. _said.Skip(from)];
            _said.Add(said);
        }
    }
}
