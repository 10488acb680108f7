namespace MicroWins.Benchmarks.Load;

/// <summary>What one person says, line by line, and how many replies each line gets from a bot that is not in a hurry.</summary>
/// <param name="Language">As Telegram would name it.</param>
/// <param name="Lines">What is said.</param>
/// <param name="Replies">Replies to each line.</param>
public sealed record Script(string Language, string[] Lines, int[] Replies)
{
    /// <summary>The script for bots that answer each line once.</summary>
    public Script Echoed() => this with { Replies = [.. Lines.Select(_ => 1)] };
}

/// <summary>What people say in a load run: goals first, then the short words of every day. Text alone, so that neighbours can be asked the same.</summary>
static class Talk
{
    static readonly (string Language, string[] Goals, string[] After)[] People =
    [
        ("en",
            [
                "finish the literature review for my thesis, 40 sources and I have none read",
                "declutter the garage", "sort 14,000 photos on my phone", "renew my passport before the trip in August",
                "make slides for Thursday's client presentation", "learn Spanish", "read Crime and Punishment for class",
                "clean the kitchen, it really got away from me",
            ],
            ["too many steps and I don't know where to begin", "done", "done", "smaller", "done", "that went better than I thought", "not today", "/today", "done", "/stats"]),
        ("en",
            ["write the self-review that is due on Friday", "get back into piano after four years", "book the dentist", "set up my portfolio site"],
            ["skip", "done", "next", "smaller", "done", "I still don't start", "done", "thanks", "/goals", "done"]),
        ("de", ["die Steuererklärung machen", "den Keller aufräumen"], ["zu viel auf einmal", "erledigt", "kleiner", "erledigt", "heute nicht", "/today", "erledigt"]),
        ("es", ["escribir el ensayo de literatura", "ordenar el armario"], ["no sé por dónde empezar", "hecho", "más pequeño", "hecho", "hoy no", "/today"]),
        ("ru", ["разобрать шкаф", "написать курсовую работу"], ["слишком много", "готово", "меньше", "готово", "/today"]),
        ("fr", ["ranger le garage", "réviser mes partiels"], ["trop de choses", "fait", "plus petit", "fait", "/today"]),
    ];

    /// <summary>Scripts of so many lines each: half begin with /start, the rest with their goal. They carry no replies yet.</summary>
    public static Script[] Scripts(int lines) => [.. People.SelectMany(people => people.Goals.SelectMany((goal, i) => Variants(people.Language, goal, people.After, lines, i)))];

    static IEnumerable<Script> Variants(string language, string goal, string[] after, int lines, int which)
    {
        var begin = which % 2 is 0 ? new[] { "/start", goal } : [goal];
        yield return new(language, [.. begin.Concat(Endless(after)).Take(lines)], []);
    }

    // Long talks go round; the question at their begin is not asked again.
    static IEnumerable<string> Endless(string[] after)
    {
        yield return after[0];
        while (true)
            foreach (var line in after.Skip(1)) yield return line;
    }

    /// <summary>A goal that names its number, which a model server can tell its request by.</summary>
    public static string NumberedGoal(int number) => $"sort the 5{number:00000} photos of my archive";

    /// <summary>A script of one such goal, which is answered once.</summary>
    public static Script[] NumberedGoals { get; } = [new("en", [NumberedGoal(0)], [1])];

    /// <summary>What a line of a script is: a command, a goal, a sentence or a short word.</summary>
    public static string KindOf(string line) => line[0] is '/' ? "commands" : Goals.Contains(line) ? "goals" : line.Contains(' ', StringComparison.Ordinal) ? "sentences" : "short words";

    /// <summary>What is said how often, for the report.</summary>
    public static string Mix(IReadOnlyCollection<Script> scripts)
    {
        var lines = scripts.SelectMany(script => script.Lines).ToList();
        var shares = lines.CountBy(KindOf).Select(kind => $"{kind.Key} {100.0 * kind.Value / lines.Count:0} %");
        return string.Join(", ", [.. shares, $"{scripts.Count} scripts in {scripts.Select(script => script.Language).Distinct().Count()} languages"]);
    }

    static readonly HashSet<string> Goals = [.. People.SelectMany(people => people.Goals)];
}
