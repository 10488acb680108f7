using MicroWins.Tests.Support;

namespace MicroWins.Tests.Processes.NineFunctions;

/// <summary>
/// A model in one manner: it tells the functions apart by their prompts and answers from a file. Several answers of a function are given in
/// turn, the last of them from then on.
/// </summary>
sealed class StandIn(string manner)
{
    readonly Dictionary<string, Queue<string>> _answers = Sections.Read($"{manner}.txt")
        .GroupBy(section => section.Name, section => string.Join('\n', section.Lines).Trim())
        .ToDictionary(answers => answers.Key, answers => new Queue<string>(answers));

    readonly List<string> _asked = [];

    /// <summary>Answers that are given before the model is switched off; then it fails in one way after the other.</summary>
    public int SwitchedOffAfter { get; init; } = int.MaxValue;

    /// <summary>The functions that were asked for, in order.</summary>
    public IReadOnlyList<string> Asked { get { lock (_asked) return [.. _asked]; } }

    public OpenAiReply Answer(OpenAiRequest request)
    {
        lock (_asked)
        {
            var function = FunctionOf(request);
            _asked.Add(function);
            if (_asked.Count > SwitchedOffAfter) return _asked.Count % 2 is 0 ? OpenAiReply.Status(500) : OpenAiReply.Drop;
            var answers = _answers[function];
            return OpenAiReply.Content(answers.Count > 1 ? answers.Dequeue() : answers.Peek());
        }
    }

    // By the first line of its prompt: a server that is asked without a schema has nothing else.
    static string FunctionOf(OpenAiRequest request) => Path.GetFileName(Directory
        .GetDirectories(Path.Combine(AppContext.BaseDirectory, "prompts"))
        .Single(folder => request.Messages[0].Content!.Contains(FirstLine(folder), StringComparison.Ordinal)));

    static string FirstLine(string folder) => File.ReadLines(Path.Combine(folder, "skprompt.txt")).First().Split('>', 2)[1];
}

/// <summary>Files of sections, each under a line "= name".</summary>
static class Sections
{
    public static IReadOnlyList<(string Name, IReadOnlyList<string> Lines)> Read(string file)
    {
        var sections = new List<(string Name, List<string> Lines)>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Processes", "NineFunctions", file)))
            if (line.StartsWith("= ", StringComparison.Ordinal)) sections.Add((line[2..], []));
            else sections[^1].Lines.Add(line);
        return [.. sections.Select(section => (section.Name, (IReadOnlyList<string>)section.Lines))];
    }
}
