using System.Globalization;
using System.Reflection;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace MicroWins.Tests.Support.Simulation;

/// <summary>
/// A life as a page under docs/transcripts, as the bot wrote it. The page is compared with what the bot says now; with
/// MICROWINS_WRITE_TRANSCRIPTS=1 it is written instead.
/// </summary>
static class Transcript
{
    /// <summary>Quiet days that are shown before the following ones are left out: by then the reader knows them.</summary>
    const int QuietDaysShown = 4;

    static readonly string Folder = Path.Combine(
        typeof(Transcript).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Docs").Value!, "transcripts");

    static readonly LocalDatePattern DayName = LocalDatePattern.CreateWithInvariantCulture("dddd, d MMMM"), ShortDay = LocalDatePattern.CreateWithInvariantCulture("d MMMM");

    static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static void Check(SimulatedLife life, string name, string title, string lead)
    {
        var (file, page) = (Path.Combine(Folder, $"{name}.md"), PageOf(life, title, lead));
        if (Environment.GetEnvironmentVariable("MICROWINS_WRITE_TRANSCRIPTS") is "1")
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(file, page);
        }
        Assert.True(
            File.Exists(file) && File.ReadAllText(file).ReplaceLineEndings("\n") == page,
            $"The bot says other things now than docs/transcripts/{name}.md. Read what changed, and write it again with the command in its first lines.");
    }

    static string PageOf(SimulatedLife life, string title, string lead)
    {
        var page = new StringBuilder($"""
            <!-- As the bot wrote it, by tests/MicroWins.Tests/Processes/EightWeeks. To write it again:
            MICROWINS_WRITE_TRANSCRIPTS=1 dotnet test tests/MicroWins.Tests --filter FullyQualifiedName~EightWeeks -->

            # {title}

            {lead}

            """.ReplaceLineEndings("\n"));
        var (shown, leftOut, week) = (0, new List<LocalDate>(), -1);
        foreach (var day in life.Said.GroupBy(said => said.At.Date))
        {
            if (Period.DaysBetween(life.FirstDay, day.Key) / 7 is var number && number != week)
            {
                SayLeftOut(page, leftOut);
                page.Append(CultureInfo.InvariantCulture, $"\n## Week {(week = number) + 1}\n");
            }
            if (IsQuiet([.. day]) && ++shown > QuietDaysShown)
            {
                leftOut.Add(day.Key);
                continue;
            }
            SayLeftOut(page, leftOut);
            page.Append(CultureInfo.InvariantCulture, $"\n### {DayName.Format(day.Key)}\n");
            IReadOnlyList<string> buttons = [];
            foreach (var said in day)
            {
                if (said.IsPerson) page.Append(Typed(said, buttons));
                else page.Append(Spoken(said));
                if (said.Buttons.Count > 0) buttons = [.. said.Labels];
            }
        }
        SayLeftOut(page, leftOut);
        return page.ToString();
    }

    /// <summary>A day like many: asked, answered, and it counts.</summary>
    static bool IsQuiet(IReadOnlyList<Said> day) =>
        day.Count(said => said.IsQuestion) is 1
        && day.All(said => said.IsPerson || said.Kind is "checkin" or "card" or "celebration")
        && day[^1] is { Kind: "celebration" } last && last.Labels.Contains("A bit more") && !last.Labels.Contains("Light");

    static void SayLeftOut(StringBuilder page, List<LocalDate> days)
    {
        if (days.Count is 0) return;
        page.Append(days.Count is 1
            ? $"\n*{ShortDay.Format(days[0])} is left out: asked, answered, and it counts, as on the days before.*\n"
            : $"\n*{days.Count} days from {ShortDay.Format(days[0])} to {ShortDay.Format(days[^1])} are left out: asked, answered, and it counts, as on the days before.*\n");
        days.Clear();
    }

    static string Typed(Said said, IReadOnlyList<string> buttons) => buttons.Contains(said.Text)
        ? $"\n{Time.Format(said.At.TimeOfDay)} presses **[ {said.Text} ]**\n"
        : $"\n{Time.Format(said.At.TimeOfDay)} writes **“{said.Text}”**\n";

    static string Spoken(Said said)
    {
        var lines = said.Text.Split("\n\n").Select(paragraph => paragraph.Replace("\n", "\\\n> ", StringComparison.Ordinal)).ToList();
        if (said.HasFile) lines.Insert(0, "*(the picture of the week)*");
        if (said.Buttons.Count > 0) lines.Add(string.Join(" ", said.Labels.Select(label => $"`[ {label} ]`")));
        return $"\n{Time.Format(said.At.TimeOfDay)} the bot:\n\n> {string.Join("\n>\n> ", lines)}\n";
    }
}
