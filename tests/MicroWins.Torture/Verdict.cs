using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MicroWins.Torture;

/// <summary>What came of a run.</summary>
sealed partial record Verdict(TortureArguments Asked, Figures Figures, IReadOnlyList<string> Broken)
{
    /// <summary>Lines that are shown of each law that was broken; the folder has them all.</summary>
    const int MostShown = 6;

    public bool IsKept => Broken.Count is 0;

    public override string ToString()
    {
        var text = new StringBuilder();
        var f = Figures;
        Line($"seed {Asked.Seed} · {f.Kills} kills · {f.Messages} messages and presses of {Asked.Chats} people · {Asked.Processes} process(es) on {Asked.Store} · {f.Took.TotalSeconds:F0} s");
        Line($"sent: {f.Sent} messages, of them {f.CheckIns} check-ins and {f.Celebrations} celebrations; wins {f.Wins}, goals {f.Goals}, steps {f.Steps}, questions asked {f.Asked}, reminders rung {f.Rung}");
        Line($"seen twice: {f.Unheard} whose arrival the server kept to itself, {f.ByKills} that were on their way at kills (at most {f.MostAtOnce} at one kill)");
        Line($"faults: {f.Polls} polls, {f.ModelCalls} calls of the model; memory at most {f.MostMegabytes} MB; the last life answered what was left in {f.Drained.TotalSeconds:F0} s");
        Line($"{(IsKept ? "Every law held." : $"BROKEN: {Broken.Count} times")}");
        // One law words its lines alike but for the numbers.
        foreach (var law in Broken.GroupBy(line => Number().Replace(line, "N")).OrderByDescending(law => law.Count()))
        {
            Line($"  {law.Count()} times, such as:");
            foreach (var broken in law.Take(MostShown)) Line($"    {broken}");
        }
        if (f.Folder is not null) Line($"  (all of it, and the store, are kept in {f.Folder})");
        return text.ToString().TrimEnd();

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}

/// <summary>The numbers of a run.</summary>
sealed record Figures
{
    public int Kills { get; init; }
    public int Messages { get; init; }
    public TimeSpan Took { get; init; }
    public int Sent { get; init; }
    public int CheckIns { get; init; }
    public int Celebrations { get; init; }
    public long Wins { get; init; }
    public long Goals { get; init; }
    public long Steps { get; init; }
    public long Asked { get; init; }
    public long Rung { get; init; }
    public int Unheard { get; init; }
    public int ByKills { get; init; }
    public int MostAtOnce { get; init; }
    public int Polls { get; init; }
    public int ModelCalls { get; init; }
    public long MostMegabytes { get; init; }
    public TimeSpan Drained { get; init; }
    public string? Folder { get; init; }
}
