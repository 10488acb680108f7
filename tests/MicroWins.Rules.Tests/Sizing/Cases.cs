using System.Globalization;
using MicroWins.Rules.Sizing;

namespace MicroWins.Rules.Tests.Sizing;

/// <summary>A labelled text: "fits", "too_big", or "ambiguous" where both are right.</summary>
sealed record Case(string Text, Language Language, double? Claimed, string Label, string Trap)
{
    public SizingQuestion Question => new(Text, Language, Claimed);

    public bool IsRight(Verdict verdict) => Label == "ambiguous" || Label == (verdict is Verdict.TooBig ? "too_big" : "fits");
}

/// <summary>The labelled texts: examples and model-written steps of the project, our own seen and held-out ones.</summary>
static class Cases
{
    static readonly Dictionary<string, IReadOnlyList<Case>> Files = [];

    public static IReadOnlyList<Case> All => [.. Of("examples"), .. Of("steps"), .. Of("seen"), .. Of("heldout"), .. Of("fresh-todos"), .. Of("fresh-todos-2"), .. Of("fresh-todos-3"), .. Of("fresh-todos-4"), .. Of("fresh-todos-5"), .. Of("planner-steps"), .. Blind, .. Imitated];

    /// <summary>The batches that were written by somebody who did not know the engine, and scored before anybody had read them.</summary>
    public static IReadOnlyList<Case> Blind => OfAll("blind-*.tsv");

    /// <summary>The batches in the manner of public to-do lists; each was committed before the engine saw it.</summary>
    public static IReadOnlyList<Case> Imitated => OfAll("imitated-*.tsv");

    static IReadOnlyList<Case> OfAll(string files) =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Sizing", "cases"), files).Order(StringComparer.Ordinal).SelectMany(file => Of(Path.GetFileNameWithoutExtension(file)))];

    public static IReadOnlyList<Case> Of(string file)
    {
        lock (Files)
            return Files.TryGetValue(file, out var known) ? known : Files[file] = Read(Path.Combine(AppContext.BaseDirectory, "Sizing", "cases", file + ".tsv"));
    }

    static List<Case> Read(string path)
    {
        var lines = File.ReadAllLines(path);
        var columns = lines[0].Split('\t').ToList();
        int At(params string[] names) => columns.FindIndex(names.Contains);
        var (text, language, claimed, label, trap) = (At("text"), At("lang"), At("claimed_minutes"), At("verdict", "judged"), At("trap"));
        return [.. lines.Skip(1).Where(l => l.Length > 0).Select(l => l.Split('\t')).Select(row => new Case(row[text], Languages.FromTag(row[language]),
            Minutes(row[claimed]), row[label], trap < 0 ? "none" : row[trap]))];
    }

    // "60-90": the upper end is what somebody promises at most.
    static double? Minutes(string claimed) =>
        double.TryParse(claimed.Split('-')[^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var minutes) ? minutes : null;
}
