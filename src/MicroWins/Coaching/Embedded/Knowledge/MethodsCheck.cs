using MicroWins.Coaching.Embedded.Reading;
using MicroWins.Rules;

namespace MicroWins.Coaching.Embedded.Knowledge;

/// <summary>Refuses sentences of the eight functions that could leave a field empty or a step too long, so that a translator hears of it at start.</summary>
static class MethodsCheck
{
    /// <summary>Each of them has at least one sentence that fits everybody.</summary>
    static readonly string[] NeededLines =
    [
        "sentence", "track", "review", "trust", "failed", "toward", "stacktrack", "progression", "booster", "record", "visual", "eachwin", "eachday", "eachweek",
        "question", "use", "signal", "test", "wayback", "path", "topic", "recall", "confidence", "generictopics", "hello", "thanks", "bye", "chat", "answer",
    ];

    static readonly string[] NeededWords =
    [
        "busy", "free", "full", "morning", "afternoon", "evening", "ending", "starting", "paper", "sheet", "app", "jar", "mc", "essay", "problems", "oral",
        "high", "low", "exam", "topiclead", "goallead",
    ];

    public static void Check(string file, Phrasebook book)
    {
        foreach (var name in NeededLines)
            if (!book.Lines.TryGetValue(name, out var lines) || lines.All(line => line.Needs.Count > 0)) throw Bad(file, 1, $"the line \"{name}\" is missing");
        foreach (var name in NeededWords)
            if (!book.Lists.ContainsKey(name)) throw Bad(file, 1, $"the words \"{name}\" are missing");
        foreach (var (sort, sheets) in book.Sheets)
            foreach (var sheet in sheets)
                if (Mistake(sort, sheet) is { } mistake) throw Bad(file, sheet.Number, $"[{sort} {sheet.Id}] {mistake}");
        foreach (var sort in (string[])["habit", "part"])
            if (book.Sheets[sort].All(sheet => sheet.Id != Sheet.Other)) throw Bad(file, 1, $"[{sort} {Sheet.Other}] is missing");
        foreach (var line in book.Sheets.Values.SelectMany(sheets => sheets).SelectMany(sheet => sheet.Lines.Values).SelectMany(lines => lines))
            if (book.List("never").IsIn(PersonText.Read(line.Text))) throw Bad(file, line.Number, "has a word that the bot never says");
    }

    static string? Mistake(string sort, Sheet sheet) => (sort, sheet) switch
    {
        ("anchor", _) when !sheet.Values.ContainsKey("clause") || Times.Part(sheet) is null => "needs when and clause",
        ("habit", _) when Times.Part(sheet) is null || !sheet.Values.ContainsKey("measure") || !sheet.Values.ContainsKey("anchor") => "needs when, anchor and measure",
        ("habit", _) when sheet.All("habit").All(line => line.Slots.Any(slot => slot is not Speech.Goal)) => "needs a habit that fits any object",
        ("habit", _) when sheet.All("habit").Any(line => !line.Text.Contains('|', StringComparison.Ordinal)) => "has a habit without \"step | action\"",
        ("habit", _) when sheet.All("step").Count != 3 || sheet.All("least") is [] || sheet.All("reframe") is [] => "needs three steps, a least one and a reframing",
        ("part", _) when sheet.All("first").Count != 1 || sheet.All("step").Count is < KnowledgeCheck.FewestSteps or > PlanWriter.MostSteps => "needs a first step and 8 to 11 others",
        ("subject", _) when sheet.Names("topics").Count < 3 => "needs three topics",
        _ when sheet.Lines.Values.SelectMany(lines => lines).Any(line => line.Minutes > Limits.MicroGoalMinutes) => "has a step over 10 minutes",
        _ => null,
    };

    static FormatException Bad(string file, int line, string what) => new($"{file}:{line}: {what}.");
}
