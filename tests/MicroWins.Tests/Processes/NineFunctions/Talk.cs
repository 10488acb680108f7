using System.Globalization;
using System.Text.Json;
using MicroWins.Tests.Support;
using Microsoft.Data.Sqlite;

namespace MicroWins.Tests.Processes.NineFunctions;

/// <summary>A message of the bot.</summary>
sealed record Message(string From, string Kind, string Text, IReadOnlyList<string> Buttons);

/// <summary>A line that was typed, and what the bot said to it.</summary>
sealed record Turn(string Function, string Line, IReadOnlyList<Message> Answers)
{
    public string Text => string.Join("\n\n", Answers.Select(answer => answer.Text));
}

/// <summary>One chat through all nine functions, and the store that it left.</summary>
sealed class Talk : IDisposable
{
    /// <summary>A line that the terminal answers with a note of its own: it shows where the answers to one line end.</summary>
    const string Mark = "/clock .";

    const string Begin = "2026-03-02T09:00", Zone = "Europe/Berlin";

    readonly TemporaryStore _store = new();
    ClearCopy? _copy;

    public IReadOnlyList<Turn> Turns { get; private set; } = [];

    /// <summary>What the bot said, in order.</summary>
    public IEnumerable<Message> Said => Turns.SelectMany(turn => turn.Answers).Where(answer => answer.From is "bot");

    /// <summary>Holds the talk in this process.</summary>
    public Task HoldAsync(string language, params (string Key, string Value)[] settings) =>
        HoldAsync(language, lines => ChatInProcess.RunAsync(lines, _store, Begin, Zone, settings));

    /// <summary>Holds the talk with the real program, as a process that reads a pipe.</summary>
    public Task HoldWithProgramAsync(string language, params (string Key, string Value)[] settings) => HoldAsync(language, async lines =>
    {
        var (exitCode, output, errors) = await RealProgram.RunAsync(lines, settings, "chat", "--json", "--db", _store.File, "--clock", Begin, "--zone", Zone);
        Assert.Equal((0, ""), (exitCode, errors));
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    });

    async Task HoldAsync(string language, Func<IEnumerable<string>, Task<IReadOnlyList<string>>> say)
    {
        var lines = Sections.Read($"talk.{language}.txt").SelectMany(section => section.Lines.Where(line => line.Length > 0).SelectMany(Repeated).Select(line => (Function: section.Name, Line: line))).ToList();
        var answers = Answers(await say(lines.SelectMany(line => new[] { line.Line, Mark })).WaitAsync(TimeSpan.FromMinutes(10)));
        Turns = [.. lines.Select((line, i) => new Turn(line.Function, line.Line, answers[i]))];
    }

    /// <summary>The turns of a function.</summary>
    public IReadOnlyList<Turn> Of(string function) => [.. Turns.Where(turn => turn.Function == function)];

    /// <summary>The first column of what a query finds, after the talk.</summary>
    public IReadOnlyList<string> Rows(string query) => (_copy ??= new(_store)).Rows(query);

    public double Number(string query) => double.Parse(Rows(query)[0], CultureInfo.InvariantCulture);

    public void Dispose()
    {
        _copy?.Dispose();
        _store.Dispose();
    }

    /// <summary>"*30 read 4 pages ; /clock +1d" stands for 30 days.</summary>
    static IEnumerable<string> Repeated(string line)
    {
        if (line[0] is not '*') return [line];
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        return Enumerable.Repeat(line[(space + 1)..].Split(" ; "), int.Parse(line[1..space], CultureInfo.InvariantCulture)).SelectMany(lines => lines);
    }

    static List<List<Message>> Answers(IEnumerable<string> output)
    {
        List<List<Message>> turns = [[]];
        foreach (var line in output)
        {
            var message = Read(JsonDocument.Parse(line).RootElement);
            if (message is { From: "clock", Kind: "error" }) turns.Add([]);
            else turns[^1].Add(message);
        }
        return turns;
    }

    static Message Read(JsonElement message) => new(
        message.GetProperty("from").GetString()!,
        message.GetProperty("kind").GetString()!,
        message.GetProperty("text").GetString()!,
        [.. message.GetProperty("buttons").EnumerateArray().SelectMany(row => row.EnumerateArray()).Select(button => button.GetString()!)]);
}
