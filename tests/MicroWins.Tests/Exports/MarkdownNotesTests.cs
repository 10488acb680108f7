using System.IO.Compression;
using MicroWins.Exports;
using NodaTime;

namespace MicroWins.Tests.Exports;

public sealed class MarkdownNotesTests
{
    static readonly NoteLabels Labels = new("Milestones", "Steps", "Wins", "Today", "min", "skipped");
    static readonly LocalDate Monday = new(2026, 11, 23);

    static readonly GoalNote Essay = new(
        3, "History essay", "I have to write my history essay, 15 pages", ["Notes", "First draft"],
        [new("Open the document", 1, NoteMark.Done), new("Write one sentence", 2, NoteMark.Open), new("Ask for a date", 0, NoteMark.Skipped)],
        [new(Monday, "Open the document", 1.4, "easy")]);

    [Fact]
    public void The_note_of_a_goal_has_its_parts_its_steps_and_its_wins() => Assert.Equal(
        """
        # History essay

        > I have to write my history essay, 15 pages

        ## Milestones

        1. Notes
        2. First draft

        ## Steps (1/3)

        - [x] Open the document · 1 min
        - [ ] Write one sentence · 2 min
        - [ ] ~~Ask for a date~~ (skipped)

        ## Wins

        - 2026-11-23 Open the document · 1 min: easy

        """.ReplaceLineEndings("\n"), Files([Essay], [])["goals/03-history-essay.md"]);

    [Fact]
    public void The_note_of_a_day_has_its_steps_with_a_link_to_their_goal() => Assert.Equal(
        """
        # 2026-11-23

        ## Today

        - [ ] Write one sentence · 2 min — [History essay](<../goals/03-history-essay.md>)
        - [x] Drink a glass of water · 1 min

        ## Wins

        - Drink a glass of water

        """.ReplaceLineEndings("\n"),
        Files([Essay], [new(Monday, [new("Write one sentence", 2, NoteMark.Open, 3), new("Drink a glass of water", 1, NoteMark.Done, 99)], [new(Monday, "Drink a glass of water")])])["daily/2026-11-23.md"]);

    [Fact]
    public void Empty_parts_are_left_out() =>
        Assert.Equal("# Read\n", Files([new(1, "Read", "Read", [], [], [])], [])["goals/01-read.md"]);

    [Theory]
    [InlineData("plain words, (and more). It's 5-10% \"done\"!", "plain words, (and more). It's 5-10\\% \"done\"!")]
    [InlineData("# not a heading #tag", "\\# not a heading \\#tag")]
    [InlineData("- no list", "\\- no list")]
    [InlineData("12. no list", "12\\. no list")]
    [InlineData("1) no list", "1\\) no list")]
    [InlineData("[x] [[link]] ![img](http://x)", "\\[x\\] \\[\\[link\\]\\] !\\[img\\](http://x)")]
    [InlineData("a | b `code` *bold* _it_ ~~x~~ $m$ ==h==", "a \\| b \\`code\\` \\*bold\\* \\_it\\_ \\~\\~x\\~\\~ \\$m\\$ \\=\\=h\\=\\=")]
    [InlineData("<script>alert(1)</script> &amp; %%c%%", "\\<script\\>alert(1)\\</script\\> \\&amp; \\%\\%c\\%\\%")]
    [InlineData("\\# back\\slash", "\\\\\\# back\\\\slash")]
    [InlineData("one\n\n## two\r\n---\t\0", "one \\#\\# two ---")]
    [InlineData("+ no list --- either", "\\+ no list --- either")]
    [InlineData("---", "\\---")]
    [InlineData("\u2028x\u0085y", "x y")]
    [InlineData("", "")]
    public void Words_act_as_nothing(string words, string written) => Assert.Equal(written, Markdown.Text(words));

    [Theory]
    [InlineData("Сдать экзамен: физика!", "07-сдать-экзамен-физика.md")]
    [InlineData("写论文", "07-写论文.md")]
    [InlineData("../../etc/passwd", "07-etc-passwd.md")]
    [InlineData("CON", "07-con.md")]
    [InlineData("a/b\\c:d*e?f\"g<h>i|j", "07-a-b-c-d-e-f-g-h-i-j.md")]
    [InlineData("🎉🎉", "07.md")]
    [InlineData("", "07.md")]
    public void The_name_of_a_file_is_one_on_every_system(string title, string name) => Assert.Equal([$"goals/{name}"], Files([new(7, title, "", [], [], [])], []).Keys);

    [Fact]
    public void A_long_title_makes_no_long_name() => Assert.InRange(MarkdownNotes.NameOf(new(1, new string('ы', 5000), "", [], [], [])).Length, 10, 60);

    [Fact]
    public void Goals_of_one_title_are_files_of_their_own_and_the_same_notes_the_same_bytes()
    {
        Assert.Equal(["goals/01-read.md", "goals/02-read.md"], Files([new(2, "Read", "", [], [], []), new(1, "Read", "", [], [], [])], []).Keys);
        Assert.Equal(Zip([Essay], []), Zip([Essay], []));
    }

    [Fact]
    public void Without_goals_there_is_an_empty_pack() => Assert.Empty(Files([], []));

    static byte[] Zip(GoalNote[] goals, DailyNote[] days) => MarkdownNotes.Write(goals, days, Labels, Monday.At(new LocalTime(9, 30)));

    static Dictionary<string, string> Files(GoalNote[] goals, DailyNote[] days)
    {
        using var zip = new ZipArchive(new MemoryStream(Zip(goals, days)));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        });
    }
}
