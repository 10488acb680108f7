using System.Globalization;
using System.IO.Compression;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace MicroWins.Exports;

/// <summary>
/// A person's goals and days as Markdown notes, a file each, packed in one: for Obsidian, Logseq or any other folder of notes. Steps are check
/// boxes, and a day links to its goals.
/// </summary>
public static class MarkdownNotes
{
    public const string FileName = "microwins-export.zip";
    public const string MediaType = "application/zip";

    /// <summary>Letters of a title in the name of its file: with folder and ending it stays within what any system takes.</summary>
    const int LongestName = 50;

    /// <param name="goals">Each becomes goals/NUMBER-TITLE.md.</param>
    /// <param name="days">Each becomes daily/DAY.md.</param>
    /// <param name="labels">The words between them.</param>
    /// <param name="now">The person's time, which the files are dated with.</param>
    /// <param name="others">Files that are packed beside the notes, as they are.</param>
    public static byte[] Write(
        IReadOnlyCollection<GoalNote> goals, IReadOnlyCollection<DailyNote> days, NoteLabels labels, LocalDateTime now, params (string Name, string Text)[] others)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var goal in goals.OrderBy(goal => goal.Number)) Add(zip, $"goals/{NameOf(goal)}.md", TextOf(goal, labels), now);
            foreach (var day in days.OrderBy(day => day.Day)) Add(zip, $"daily/{LocalDatePattern.Iso.Format(day.Day)}.md", TextOf(day, goals, labels), now);
            foreach (var (name, text) in others) Add(zip, name, text, now);
        }
        return file.ToArray();
    }

    internal static string TextOf(GoalNote goal, NoteLabels labels)
    {
        var note = new StringBuilder().AppendHeading(1, goal.Title);
        if (goal.Words.Length > 0 && goal.Words != goal.Title) note.Append("> ").Append(Markdown.Text(goal.Words)).Append("\n\n");
        if (goal.Milestones.Length > 0) note.AppendHeading(2, labels.Milestones).AppendLines(goal.Milestones.Select((milestone, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {Markdown.Text(milestone)}")));
        if (goal.Steps.Length > 0)
        {
            var done = goal.Steps.Count(step => step.Mark is NoteMark.Done);
            note.AppendHeading(2, string.Create(CultureInfo.InvariantCulture, $"{labels.Steps} ({done}/{goal.Steps.Length})")).AppendLines(goal.Steps.Select(step => CheckBox(step, labels)));
        }
        return note.AppendWins(goal.Wins, labels, withDay: true).ToString();
    }

    internal static string TextOf(DailyNote day, IReadOnlyCollection<GoalNote> goals, NoteLabels labels)
    {
        var note = new StringBuilder().AppendHeading(1, LocalDatePattern.Iso.Format(day.Day));
        if (day.Steps.Length > 0) note.AppendHeading(2, labels.Today).AppendLines(day.Steps.Select(step => CheckBox(step, labels) + LinkTo(goals.FirstOrDefault(goal => goal.Number == step.Goal))));
        return note.AppendWins(day.Wins, labels, withDay: false).ToString();
    }

    /// <summary>The name of a goal's file: its number, and of its title the letters and digits, which no system forbids.</summary>
    internal static string NameOf(GoalNote goal)
    {
        var words = new StringBuilder();
        foreach (var rune in PersonText.OneLine(goal.Title).EnumerateRunes())
        {
            if (words.Length + rune.Utf16SequenceLength > LongestName) break;
            if (Rune.IsLetterOrDigit(rune)) words.Append(Rune.ToLowerInvariant(rune));
            else if (words.Length > 0 && words[^1] is not '-') words.Append('-');
        }
        return string.Create(CultureInfo.InvariantCulture, $"{goal.Number:D2}-{words}").TrimEnd('-');
    }

    static string CheckBox(NoteStep step, NoteLabels labels)
    {
        var text = Markdown.Text(step.Text);
        var minutes = step.Minutes > 0 ? string.Create(CultureInfo.InvariantCulture, $" · {step.Minutes} {Markdown.Text(labels.Minutes)}") : "";
        return step.Mark switch
        {
            NoteMark.Open => $"- [ ] {text}{minutes}",
            NoteMark.Done => $"- [x] {text}{minutes}",
            // A third kind of box is known to few readers.
            NoteMark.Skipped => $"- [ ] ~~{text}~~ ({Markdown.Text(labels.Skipped)})",
        };
    }

    static string LinkTo(GoalNote? goal) => goal is null ? "" : $" — [{Markdown.Text(goal.Title)}](<../goals/{NameOf(goal)}.md>)";

    static StringBuilder AppendWins(this StringBuilder note, IReadOnlyCollection<NoteWin> wins, NoteLabels labels, bool withDay) => wins.Count is 0
        ? note
        : note.AppendHeading(2, labels.Wins).AppendLines(wins.OrderBy(win => win.Day).Select(win => string.Concat(
            "- ",
            withDay ? LocalDatePattern.Iso.Format(win.Day) + " " : "",
            Markdown.Text(win.Text),
            win.Minutes is { } minutes ? string.Create(CultureInfo.InvariantCulture, $" · {Math.Round(minutes)} {Markdown.Text(labels.Minutes)}") : "",
            win.Remark.Length > 0 ? $": {Markdown.Text(win.Remark)}" : "")));

    static StringBuilder AppendHeading(this StringBuilder note, int level, string text) => note.Append('#', level).Append(' ').Append(Markdown.Text(text)).Append("\n\n");

    static StringBuilder AppendLines(this StringBuilder note, IEnumerable<string> lines) => note.AppendJoin('\n', lines).Append("\n\n");

    static void Add(ZipArchive zip, string name, string text, LocalDateTime now)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        // A packed file is dated by the clock on the wall, and knows no zone.
        entry.LastWriteTime = new DateTimeOffset(now.ToDateTimeUnspecified(), TimeSpan.Zero);
        using var content = entry.Open();
        content.Write(Encoding.UTF8.GetBytes(text.TrimEnd('\n') + "\n"));
    }
}
