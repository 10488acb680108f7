using System.IO.Compression;
using System.Text;
using Ical.Net;
using MicroWins.Messaging;
using MicroWins.Tests.Support;

namespace MicroWins.Tests.Conversations;

/// <summary>/calendar and /export: what a person takes along.</summary>
public sealed class FilesTests
{
    [Fact]
    public async Task The_calendar_has_a_small_block_a_day_for_a_habit_and_the_next_step_of_a_plan()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Says("/daily read one page");
        await bot.Says("ask me at 19:00");

        var sent = Assert.Single(await bot.Says("/calendar"));

        Assert.Equal(("microwins.ics", "text/calendar"), (sent.Attachment!.FileName, sent.Attachment.MediaType));
        var events = EventsOf(sent);
        Assert.Equal(["Open the document", "Read one page", "history paper: the next small step"], events.Select(one => one.Summary).Order(StringComparer.Ordinal).Select(text => text!));
        Assert.All(events, one => Assert.Equal("Europe/Berlin", one.Start!.TzId));
        Assert.All(events, one => Assert.InRange(one.Duration!.Value.ToTimeSpanUnspecified().TotalMinutes, 5, 10));
        // Monday 2 March, 10:00 in Berlin.
        Assert.Equal(new DateTime(2026, 3, 2, 19, 0, 0), events.Min(one => one.Start!.Value));
        var habit = events.Single(one => one.Summary == "Read one page");
        Assert.Equal(14, habit.RecurrenceRule!.Count);
        Assert.Equal(13, events.Single(one => one.Summary!.Contains("next small step", StringComparison.Ordinal)).RecurrenceRule!.Count);
        Assert.Equal(events.Count, events.Select(one => one.Uid).Distinct().Count());
    }

    [Fact]
    public async Task What_is_done_today_begins_tomorrow_and_blocks_of_one_time_stand_behind_each_other()
    {
        await using var bot = new TestBot();
        await bot.Says("/daily read one page");
        await bot.Presses("Done");
        await bot.Says("/daily drink a glass of water");
        await bot.Says("ask me at 19:00");

        var events = EventsOf(Assert.Single(await bot.Says("/calendar")));

        Assert.Equal([new DateTime(2026, 3, 2, 19, 5, 0), new DateTime(2026, 3, 3, 19, 0, 0)], events.Select(one => one.Start!.Value).Order());
    }

    [Fact]
    public async Task A_later_file_has_the_same_block_under_the_same_name()
    {
        await using var bot = new TestBot();
        await bot.Says("/daily read one page");
        var first = EventsOf(Assert.Single(await bot.Says("/calendar")));
        bot.Time.Advance(TimeSpan.FromHours(30));

        Assert.Equal(first[0].Uid, EventsOf(Assert.Single(await bot.Says("/calendar")))[0].Uid);
    }

    [Fact]
    public async Task An_exam_has_the_days_of_its_timetable()
    {
        await using var bot = new TestBot();
        await bot.Says("/exam biology on 2026-03-09, 30 min a day");
        await bot.Says("cells, genetics");
        await bot.Says("ask me at 19:00");

        var events = EventsOf(Assert.Single(await bot.Says("/calendar")));

        Assert.True(events.Count > 4, $"{events.Count} blocks");
        Assert.All(events, one => Assert.InRange(one.Start!.Value, new DateTime(2026, 3, 2, 19, 0, 0), new DateTime(2026, 3, 9, 9, 0, 0)));
        Assert.All(events, one => Assert.InRange(one.Duration!.Value.ToTimeSpanUnspecified().TotalMinutes, 5, 10));
        Assert.Equal(events.Count, events.Select(one => one.Uid).Distinct().Count());
        Assert.Equal(events.Count, events.Select(one => one.Start!.Value).Distinct().Count());
    }

    [Fact]
    public async Task Without_a_zone_it_is_asked_for_and_then_the_file_comes()
    {
        await using var bot = new TestBot(zone: null);
        await bot.Says(Some.Goal);

        var question = Assert.Single(await bot.Says("/calendar"));
        var answers = await bot.Says("Tokyo");

        Assert.Null(question.Attachment);
        Assert.Contains("where are you", question.Words(), StringComparison.Ordinal);
        Assert.Equal("Asia/Tokyo", EventsOf(Assert.Single(answers, message => message.Attachment is not null))[0].Start!.TzId);
    }

    [Fact]
    public async Task The_notes_have_a_file_for_each_goal_and_each_day()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Says("/go");
        bot.Time.Advance(TimeSpan.FromMinutes(3));
        await bot.Says("done");
        await bot.Passes(TimeSpan.FromDays(1));
        await bot.Passes(TimeSpan.FromDays(1));
        await bot.Says("/daily read one page");
        await bot.Says("read 3 pages");

        var sent = Assert.Single(await bot.Says("/export"));
        var notes = NotesOf(sent);

        Assert.Equal("microwins-export.zip", sent.Attachment!.FileName);
        Assert.Equal(["daily/2026-03-02.md", "daily/2026-03-03.md", "daily/2026-03-04.md", "goals/01-history-paper.md", "goals/02-read-one-page.md", "microwins.json"], notes.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("- [x] Open the document", notes["goals/01-history-paper.md"], StringComparison.Ordinal);
        Assert.Contains("- [ ] Write one sentence", notes["goals/01-history-paper.md"], StringComparison.Ordinal);
        Assert.Contains("- Open the document · 3 min", notes["daily/2026-03-02.md"], StringComparison.Ordinal);
        Assert.Contains("- [ ] history paper", notes["daily/2026-03-03.md"], StringComparison.Ordinal);
        Assert.Contains("- read one page: 3 pages", notes["daily/2026-03-04.md"], StringComparison.Ordinal);
        Assert.Contains("- [ ] Write one sentence", notes["daily/2026-03-04.md"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_goal_there_is_no_calendar()
    {
        await using var bot = new TestBot();

        var sent = Assert.Single(await bot.Says("/calendar"));

        Assert.Null(sent.Attachment);
        Assert.Contains("No goals yet", sent.Words(), StringComparison.Ordinal);
    }

    static IReadOnlyList<Ical.Net.CalendarComponents.CalendarEvent> EventsOf(OutgoingMessage message) =>
        [.. Calendar.Load(Encoding.UTF8.GetString([.. message.Attachment!.Content]))!.Events];

    static Dictionary<string, string> NotesOf(OutgoingMessage message)
    {
        using var zip = new ZipArchive(new MemoryStream([.. message.Attachment!.Content]), ZipArchiveMode.Read);
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        });
    }
}
