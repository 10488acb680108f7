using System.Text;
using CsCheck;
using Ical.Net.DataTypes;
using MicroWins.Exports;
using NodaTime;
using NodaTime.Text;

namespace MicroWins.Tests.Exports;

public sealed class CalendarFileTests
{
    static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 9, 30);
    static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    [Fact]
    public void A_block_comes_out_as_it_went_in()
    {
        var block = new CalendarBlock("goal-1-step-2@microwins", "Open the essay", At("2026-11-24T08:30"), 5, "First step of “History essay”\nThen close it again.");

        var read = Assert.Single(Read(Text([block])).Events);

        Assert.Equal((block.Id, block.Title, block.Description), (read.Uid, read.Summary, read.Description));
        Assert.Equal((new DateTime(2026, 11, 24, 8, 30, 0), "Europe/Berlin"), (read.Start!.Value, read.Start.TzId));
        Assert.Equal(TimeSpan.FromMinutes(5), read.EffectiveDuration.ToTimeSpan(read.Start));
        Assert.Equal(Now.ToDateTimeUtc(), read.DtStamp!.AsUtc);
        Assert.Null(read.RecurrenceRule);
    }

    [Fact]
    public void The_same_blocks_make_the_same_file() =>
        Assert.Equal(Text([Block("2026-11-24T08:30")]), Text([Block("2026-11-24T08:30")]));

    [Theory]
    // Berlin's clocks go forward in the night to 29 March 2026 and back in the night to 25 October.
    [InlineData("2026-03-28T08:30", 3, "2026-03-28T07:30:00Z 2026-03-29T06:30:00Z 2026-03-30T06:30:00Z")]
    [InlineData("2026-10-24T08:30", 3, "2026-10-24T06:30:00Z 2026-10-25T07:30:00Z 2026-10-26T07:30:00Z")]
    public void A_daily_block_stays_at_its_time_on_the_wall(string start, int days, string moments)
    {
        var read = Read(Text([Block(start, days)]));

        var occurrences = read.Events.Single().GetOccurrences(new CalDateTime(2026, 1, 1, 0, 0, 0, "UTC")).Select(occurrence => InstantPattern.General.Format(Instant.FromDateTimeUtc(occurrence.Period.StartTime.AsUtc)));
        Assert.Equal(moments.Split(' '), occurrences);
    }

    [Fact]
    public void A_start_that_the_clocks_skip_is_moved_on() =>
        Assert.Contains("DTSTART;TZID=Europe/Berlin:20260329T033000", Text([Block("2026-03-29T02:30")]), StringComparison.Ordinal);

    [Fact]
    public void Universal_time_needs_no_rules()
    {
        var text = Encoding.UTF8.GetString(CalendarFile.Write([Block("2026-11-24T08:30")], DateTimeZone.Utc, Now));

        Assert.Contains("DTSTART:20261124T083000Z", text, StringComparison.Ordinal);
        Assert.DoesNotContain("VTIMEZONE", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_zone_is_told_before_what_refers_to_it() =>
        Assert.True(Text([Block("2026-11-24T08:30")]) is var text && text.IndexOf("BEGIN:VTIMEZONE", StringComparison.Ordinal) < text.IndexOf("BEGIN:VEVENT", StringComparison.Ordinal));

    [Fact]
    public void The_zone_is_told_as_it_is()
    {
        var text = Text([Block("2026-03-20T08:30", 14)]);

        Assert.Contains(Lines("BEGIN:STANDARD", "DTSTART:20251026T030000", "TZNAME:CET", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "END:STANDARD"), text, StringComparison.Ordinal);
        Assert.Contains(Lines("BEGIN:DAYLIGHT", "DTSTART:20260329T020000", "TZNAME:CEST", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "END:DAYLIGHT"), text, StringComparison.Ordinal);
    }

    [Fact]
    public void Summer_is_summer_also_where_the_law_puts_the_winter_back()
    {
        var text = Encoding.UTF8.GetString(CalendarFile.Write([Block("2026-03-20T08:30", 14)], DateTimeZoneProviders.Tzdb["Europe/Dublin"], Now));

        Assert.Contains(Lines("BEGIN:DAYLIGHT", "DTSTART:20260329T010000", "TZNAME:IST"), text, StringComparison.Ordinal);
        Assert.Contains(Lines("BEGIN:STANDARD", "DTSTART:20251026T020000", "TZNAME:GMT"), text, StringComparison.Ordinal);
    }

    /// <summary>Every zone there is, told by a file and read by the rule of RFC 5545: the last change before a time decides.</summary>
    [Theory]
    [InlineData("2026-01-01T00:00")]
    [InlineData("2027-06-15T12:00")]
    public void Every_zone_is_told_right_over_the_days_of_its_blocks(string start)
    {
        foreach (var zone in DateTimeZoneProviders.Tzdb.Ids.Select(id => DateTimeZoneProviders.Tzdb[id]).Where(zone => !zone.Equals(DateTimeZone.Utc)))
        {
            var block = Block(start, CalendarBlock.MostDays);
            var changes = Read(Encoding.UTF8.GetString(CalendarFile.Write([block], zone, Now))).TimeZones.Single().TimeZoneInfos
                .Select(change => (At: LocalDateTime.FromDateTime(change.Start!.Value), change.OffsetTo!.Offset)).OrderBy(change => change.At).ToList();
            for (var day = 0; day < block.Days; day++)
                foreach (var time in (LocalTime[])[new(0, 30), new(4, 30), new(12, 0), new(23, 30)])
                    if (zone.MapLocal(block.Start.Date.PlusDays(day) + time) is { Count: 1 } mapping)
                        Assert.Equal((zone.Id, mapping.LocalDateTime, mapping.Single().Offset.ToTimeSpan()), (zone.Id, mapping.LocalDateTime, changes.Last(change => change.At <= mapping.LocalDateTime).Offset));
        }
    }

    [Theory]
    [InlineData("a, b; c \\ d: \"e\"", "a, b; c \\ d: \"e\"")]
    [InlineData("x\r\nEND:VEVENT\r\nBEGIN:VALARM", "x END:VEVENT BEGIN:VALARM")]
    [InlineData("\\n is no line\\, nor is \\N", "\\n is no line\\, nor is \\N")]
    [InlineData("bell\u0007 and nul\0 and\ttab", "bell and nul and tab")]
    [InlineData("", "")]
    public void Words_stay_words(string title, string read)
    {
        var calendar = Read(Text([Block("2026-11-24T08:30") with { Title = title, Description = title }, Block("2026-11-25T08:30") with { Title = "next" }]));

        Assert.Equal(2, calendar.Events.Count);
        Assert.Equal(read, calendar.Events.First().Summary ?? "");
        Assert.Empty(calendar.Events.First().Alarms);
    }

    [Fact]
    public void Half_of_a_character_is_shown_as_one() => Assert.Equal("half \ufffd", PersonText.OneLine("half " + '\ud83d'));

    [Fact]
    public void Whatever_the_words_they_come_back_and_no_line_is_longer_than_75_bytes() => Gen.String.Array[1, 4].Select(parts => string.Join("字🎉я;,\\\n ", parts)).Sample(words =>
    {
        var text = Text([Block("2026-11-24T08:30") with { Title = words, Description = words }]);
        var read = Read(text).Events.Single();
        return text.EndsWith("END:VCALENDAR\r\n", StringComparison.Ordinal)
            && text.Split("\r\n").All(line => Encoding.UTF8.GetByteCount(line) <= 75 && !line.Contains('\n', StringComparison.Ordinal))
            && (read.Summary ?? "") == PersonText.OneLine(words) && (read.Description ?? "") == PersonText.Lines(words);
    }, iter: 300);

    [Fact]
    public void A_file_without_blocks_is_a_calendar_as_well() => Assert.Empty(Read(Text([])).Events);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1441, 1)]
    [InlineData(5, 0)]
    [InlineData(5, 367)]
    public void A_block_has_its_limits(int minutes, int days) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new CalendarBlock("id", "title", At("2026-11-24T08:30"), minutes, Days: days));

    static CalendarBlock Block(string start, int days = 1) => new($"{start}@microwins", "Write a sentence", At(start), 5, Days: days);

    static LocalDateTime At(string text) => LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(text).Value;

    static string Text(CalendarBlock[] blocks) => Encoding.UTF8.GetString(CalendarFile.Write(blocks, Berlin, Now));

    static Ical.Net.Calendar Read(string text) => Ical.Net.Calendar.Load(text)!;

    static string Lines(params string[] lines) => string.Join("\r\n", lines);
}
