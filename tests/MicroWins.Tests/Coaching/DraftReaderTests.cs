using System.Text.Json;
using CsCheck;
using MicroWins.Coaching;
using MicroWins.Coaching.Reading;
using MicroWins.Rules;
using MicroWins.Tests.Support;

namespace MicroWins.Tests.Coaching;

/// <summary>Answers, as models write them, read into drafts.</summary>
public class DraftReaderTests
{
    /// <summary>Steps of the 496 that come out with a sentence more than they should; every other one is read to the letter.</summary>
    static readonly string[] _readWithMore = ["Write the methods section", "Passa una giornata intera senza fumare"];

    [Fact]
    public void All_fifty_sample_answers_are_read_at_once() =>
        Assert.Equal(50, Answers().Count(answer => Read(answer.Text, answer.Goal, answer.Language) is DraftReading.Usable));

    [Fact]
    public void Every_step_of_the_sample_answers_is_read_to_the_letter_but_two()
    {
        var drafts = Answers().ToDictionary(answer => answer.Id, answer => Plan(answer));

        var missed = SampleSteps().Where(step => !drafts[step.Id].Steps.Prepend(drafts[step.Id].FirstStep).Any(read => read.Text == step.Text));

        Assert.Equal(_readWithMore, missed.Select(step => step.Text));
    }

    [Fact]
    public void Claimed_minutes_of_the_sample_answers_are_read_with_the_upper_end_of_a_range()
    {
        var drafts = Answers().ToDictionary(answer => answer.Id, answer => Plan(answer));

        var wrong = SampleSteps().Where(step => drafts[step.Id].Steps.FirstOrDefault(read => read.Text == step.Text) is { } read && read.Minutes != step.Minutes);

        Assert.Empty(wrong);
    }

    [Fact]
    public void Steps_of_the_sample_answers_keep_their_order()
    {
        foreach (var answer in Answers())
        {
            var read = Plan(answer).Steps.Select(step => step.Text).ToList();
            var written = SampleSteps().Where(step => step.Id == answer.Id).Select(step => step.Text).ToList();
            Assert.Equal(written.Where(read.Contains), read.Where(written.Contains));
        }
    }

    [Theory]
    [InlineData("**Open it** – ⏱️ 5 min | 🟢 Easy", "Open it", 5.0, Difficulty.Easy)]
    [InlineData("Open it (2-3 min, medium)", "Open it", 3.0, Difficulty.Medium)]
    [InlineData("Open it. 30 seconds, easy.", "Open it", 0.5, Difficulty.Easy)]
    [InlineData("Open it, 10 min a night, hard", "Open it", 10.0, Difficulty.Hard)]
    [InlineData("Open it - 8:00 - hard", "Open it", null, Difficulty.Hard)]
    [InlineData("Go there (Thursday evening, hard)", "Go there", null, Difficulty.Hard)]
    [InlineData("Set a timer for 5 minutes and type until it rings", "Set a timer for 5 minutes and type until it rings", null, Difficulty.Easy)]
    [InlineData("Do one 25-minute block `25 min` `hard`", "Do one 25-minute block", 25.0, Difficulty.Hard)]
    [InlineData("Run `npm test` once", "Run `npm test` once", null, Difficulty.Easy)]
    [InlineData("(2 min) Open it", "Open it", 2.0, Difficulty.Easy)]
    [InlineData("Open it (10 min) and close it", "Open it and close it", 10.0, Difficulty.Easy)]
    [InlineData("Sortir les fiches — 5 à 10 min — moyen", "Sortir les fiches", 10.0, Difficulty.Medium)]
    [InlineData("Прочитать лекцию — 2 часа, сложно", "Прочитать лекцию", 120.0, Difficulty.Hard)]
    [InlineData("扔掉三样垃圾（5分钟，简单）", "扔掉三样垃圾", 5.0, Difficulty.Easy)]
    [InlineData("Das Heft öffnen: zwei Minuten, leicht", "Das Heft öffnen", 2.0, Difficulty.Easy)]
    public void A_line_is_taken_apart(string line, string text, double? minutes, Difficulty difficulty)
    {
        var step = StepLine.Parse(line);

        Assert.Equal((text, minutes, difficulty), (step.Text, step.Minutes, step.Difficulty ?? Difficulty.Easy));
    }

    [Theory]
    [InlineData("\"5 min\"", 5.0)]
    [InlineData("\"2-5\"", 5.0)]
    [InlineData("\"5\"", 5.0)]
    [InlineData("\"about an hour\"", 60.0)]
    [InlineData("\"half an hour\"", 30.0)]
    [InlineData("\"Friday 7:45\"", null)]
    [InlineData("null", null)]
    [InlineData("-3", null)]
    [InlineData("1e9", null)]
    [InlineData("{\"value\":5}", null)]
    public void Minutes_are_read_from_whatever_stands_there(string value, double? minutes) =>
        Assert.Equal(minutes, Usable(Steps($$"""{"text":"Open it","minutes":{{value}}}""")).Steps[0].Minutes);

    [Theory]
    [InlineData("\"1/5\"", Difficulty.Easy)]
    [InlineData("\"Difficulty: 3/5\"", Difficulty.Medium)]
    [InlineData("4", Difficulty.Hard)]
    [InlineData("\"5\"", Difficulty.Hard)]
    [InlineData("\"🟡 Medium\"", Difficulty.Medium)]
    [InlineData("\"🔴\"", Difficulty.Hard)]
    [InlineData("\"very easy\"", Difficulty.Easy)]
    [InlineData("\"moyen\"", Difficulty.Medium)]
    [InlineData("\"difícil\"", Difficulty.Hard)]
    [InlineData("\"困难\"", Difficulty.Hard)]
    [InlineData("\"who knows\"", Difficulty.Easy)]
    [InlineData("null", Difficulty.Easy)]
    public void Difficulty_is_read_from_whatever_stands_there(string value, Difficulty difficulty) =>
        Assert.Equal(difficulty, Usable(Steps($$"""{"text":"Open it","difficulty":{{value}}}""")).Steps[0].Difficulty);

    [Fact]
    public void What_is_left_out_is_filled_in_the_language_of_the_person()
    {
        var draft = Plan(Read(Steps("""{"text":"Libro aufmachen"}"""), "für die Prüfung lernen", "de"));

        Assert.Equal("für die Prüfung lernen", draft.Title);
        Assert.Equal(GoalKind.Exam, draft.Kind);
        Assert.Equal("Das ist viel auf einmal, und so sieht man schwer, wo man anfangen soll.", draft.Overwhelm.Sentence);
        Assert.Equal([draft.Title], draft.Milestones);
        Assert.NotEmpty(draft.Celebrations);
        Assert.Equal("Libro aufmachen", draft.FirstStep.Text);
    }

    [Theory]
    [InlineData("""{"step1":"Open it","step2":"Look at it","step3":"Touch it","step4":"Close it"}""")]
    [InlineData("""["Open it (1 min)","Look at it","Touch it","Close it"]""")]
    [InlineData("- [ ] Open it\n- [ ] Look at it\n- [ ] Touch it\n- [ ] Close it")]
    [InlineData("Step 1: Open it\nStep 2: Look at it\nStep 3: Touch it\nStep 4: Close it")]
    [InlineData("1️⃣ Open it\n2️⃣ Look at it\n3️⃣ Touch it\n4️⃣ Close it")]
    [InlineData("| # | Step | Time |\n|---|---|---|\n| 1 | Open it | 1 min |\n| 2 | Look at it | 2 min |\n| 3 | Touch it | 2 min |\n| 4 | Close it | 1 min |")]
    [InlineData("1) Open it\r\n2) Look at it\r\n3) Touch it\r\n4) Close it\r\n")]
    [InlineData("""{"phases":[{"name":"Begin","steps":[{"text":"Open it"},{"text":"Look at it"}]},{"name":"End","steps":["Touch it","Close it"]}]}""")]
    [InlineData("### Step 1: Open it\n**Time:** 1 min\n\n### Step 2: Look at it\n**Time:** 2 min\n\n### Step 3: Touch it\n\n### Step 4: Close it\n\n## Celebrate\n1. Dance\n2. Sing")]
    [InlineData("<think>1. No\n2. No\n3. No\n4. No\n5. No</think>\n1. Open it\n2. Look at it\n3. Touch it\n4. Close it")]
    [InlineData("Dein Plan:\n\n**1.** Open it – 1 Minute – leicht\n**2.** Look at it – 2 Minuten – mittel\n**3.** Touch it – 5 Minuten – schwer\n**4.** Close it – 1 Minute – leicht\n\n**Belohnung:** Tee")]
    [InlineData("- **Open it**\n  - Time: 1 min\n  - Difficulty: easy\n- **Look at it**\n  - Time: 2 min\n- **Touch it**\n- **Close it**")]
    [InlineData("**Step 1 (1 min, easy):** Open it\n**Step 2 (2 min, easy):** Look at it\n**Step 3 (2 min, easy):** Touch it\n**Step 4 (1 min, easy):** Close it")]
    [InlineData("1. **Micro-goal:** Open it\n   **Time:** 1 min\n2. **Micro-goal:** Look at it\n   **Time:** 2 min\n3. **Micro-goal:** Touch it\n4. **Micro-goal:** Close it")]
    [InlineData("### 1. Why It Feels Overwhelming\n- Too big\n\n### 2. Smallest First Micro-Goal\n- **Open it** (1 min)\n\n### 3. Micro-Goals\n1. **Look at it**\n   - *Estimated Time:* 2 minutes\n\n2. **Touch it**\n   - *Difficulty Level:* Easy\n\n3. **Close it**\n\n### 4. Celebration Ideas\n- Dance")]
    [InlineData("1. Why: too vague.\n2. First micro-goal: open it (1 min)\n3. Micro-goals:\n a) Open it (1 min, easy)\n b) Look at it (2 min)\n c) Touch it\n d) Close it\n4. Celebrate: dance")]
    [InlineData("🎯 **Premier micro-objectif** : open it (1 min)\n\n1️⃣ Open it ⏱ 1 min 🟢\n2️⃣ Look at it ⏱️ 2 min 🟢\n3️⃣ Touch it ⏱ 5 min 🟡\n4️⃣ Close it 🔴")]
    public void Steps_are_found_in_other_shapes(string answer)
    {
        var draft = Usable(answer);

        Assert.Equal("Open it", draft.FirstStep.Text);
        Assert.Equal(["Look at it", "Touch it", "Close it"], draft.Steps.Select(step => step.Text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n ")]
    [InlineData("I cannot help with that.")]
    [InlineData("{}")]
    [InlineData("""{"error":"rate limited"}""")]
    [InlineData("""{"celebrations":["a","b","c","d","e"]}""")]
    [InlineData("1. Open it\n2. Close it")]
    [InlineData("""{"steps":[{"text":"a"},{"text":"b"},{"text":"c"}]}""")]
    public void What_has_no_plan_in_it_is_not_used(string answer) => Assert.IsType<DraftReading.Unusable>(Read(answer, "x", "en"));

    [Fact]
    public void The_first_step_is_told_from_other_things_that_are_called_first() => Assert.Equal(
        "Open it", Usable("""{"kind":"17","first_week":"Build a rhythm","tiny_first_goal":"Open it. (1 min)","goals":["Look at it","Touch it","Close it"]}""").FirstStep.Text);

    [Fact]
    public void A_goal_without_words_is_called_by_its_first_step() => Assert.Equal(
        "Libro aufmachen", Plan(Read(Steps("""{"text":"Open it"}"""), "🙃 https://x.example", "en")).Title);

    [Fact]
    public void Lengths_and_numbers_of_everything_are_held()
    {
        var texts = string.Join(',', Enumerable.Range(0, 9).Select(i => $"\"{i} {new string('x', 900)}\""));
        var steps = string.Join(',', Enumerable.Range(0, 40).Select(i => $$"""{"text":"{{i}} {{string.Concat(Enumerable.Repeat("wörd🌊 ", 90))}}","minutes":3}"""));

        var draft = Usable($$"""{"title":"{{new string('t', 500)}}","overwhelm":{"sentence":"{{new string('s', 900)}}"},"milestones":[{{texts}}],"firstStep":{"text":"{{new string('f', 900)}}"},"steps":[{{steps}}],"celebrations":[{{texts}}]}""");

        Assert.Equal(60, draft.Title.Length);
        Assert.Equal(300, draft.Overwhelm.Sentence.Length);
        Assert.Equal(6, draft.Milestones.Count);
        Assert.Equal(5, draft.Celebrations.Count);
        Assert.Equal(200, draft.FirstStep.Text.Length);
        Assert.Equal(15, draft.Steps.Count);
        Assert.All(draft.Steps, step => Assert.True(step.Text.Length <= 200 && !step.Text.EnumerateRunes().Any(rune => rune.Value == 0xFFFD)));
        Assert.All(draft.Milestones.Concat(draft.Celebrations), text => Assert.True(text.Length <= 300));
    }

    [Fact]
    public void Hostile_text_in_a_plan_comes_out_plain()
    {
        var draft = Usable(OpenAiReply.GoodJson.Replace("Open a blank document", "<b>Open</b> [this](http://evil.example) @admin \\u202E/delete", StringComparison.Ordinal));

        Assert.Equal("Open this admin delete", draft.FirstStep.Text);
    }

    [Fact]
    public void However_an_answer_is_cut_off_the_steps_that_were_whole_are_kept()
    {
        var whole = Usable(OpenAiReply.GoodJson).Steps;
        for (var length = 0; length <= OpenAiReply.GoodJson.Length; length++)
        {
            if (Read(OpenAiReply.GoodJson[..length], "x", "en") is DraftReading.Usable { Draft: CoachDraft.GoalBreakdown draft })
                Assert.Equal(whole.Take(draft.Steps.Count).Select(step => step.Text), draft.Steps.Select(step => step.Text));
        }
    }

    [Fact]
    public void A_damaged_answer_is_read_or_not_but_never_fails() =>
        Gen.Select(Gen.OneOf(Answers().Select(answer => answer.Text).ToArray()), Gen.Int[0, 2_000], Gen.Int[0, 2_000], Gen.OneOf("", "{", "}", "\"", "1. ", "\n", "**", "\0", "\uD83D", "\\uD83D"))
            .Sample((answer, a, b, put) =>
            {
                var (from, to) = (Math.Min(Math.Min(a, b), answer.Length), Math.Min(Math.Max(a, b), answer.Length));
                return Read(answer[..from] + put + answer[to..], "x", "en") is not null;
            }, iter: 2_000);

    public static TheoryData<string> Noise => new("[", "{", "}", "{[", "[}", "\"", "{\"", "(", "*", "_", "`", "1. ", "- ", "**a", "a, ", "5 min ", ": ", "<", "&lt;", "http://", "very ", "about ", "\n1. a\n", "first step ", "{a:", "/*", "@", "a.");

    [Theory, MemberData(nameof(Noise))]
    public async Task A_flood_of_one_sign_is_read_soon(string sign)
    {
        var flood = string.Concat(Enumerable.Repeat(sign, 200_000 / sign.Length));

        // A bound for the machine that hangs, far over the milliseconds that it takes.
        var read = await Task.Run(() => Read(flood, "x", "en")).WaitAsync(TimeSpan.FromSeconds(10));

        Assert.NotNull(read);
    }

    static CoachDraft.GoalBreakdown Usable(string answer) => Plan(Read(answer, "write an essay", "en"));

    static CoachDraft.GoalBreakdown Plan((string Id, string Goal, string Language, string Text) answer) => Plan(Read(answer.Text, answer.Goal, answer.Language));

    static CoachDraft.GoalBreakdown Plan(DraftReading reading) => (CoachDraft.GoalBreakdown)Assert.IsType<DraftReading.Usable>(reading).Draft;

    static string Steps(string step) =>
        $$$"""{"steps":[{{{step}}},{"text":"Look at it"},{"text":"Touch it"},{"text":"Close it"}],"firstStep":{"text":"Libro aufmachen"}}""";

    static DraftReading Read(string answer, string goal, string language) =>
        DraftReader.Read(answer, new CoachRequest.BreakDownGoal(goal, "") { ChatId = "1", Language = Languages.FromTag(language) });

    static IEnumerable<(string Id, string Goal, string Language, string Text)> Answers() => File.ReadLines(Sample("answers.jsonl"))
        .Select(line => JsonDocument.Parse(line).RootElement)
        .Select(answer => (answer.GetProperty("id").GetString()!, answer.GetProperty("goal").GetString()!, answer.GetProperty("language").GetString()!, answer.GetProperty("answer").GetString()!));

    static IEnumerable<(string Id, string Text, double? Minutes)> SampleSteps() => File.ReadLines(Sample("steps.tsv")).Skip(1)
        .Select(line => line.Split('\t'))
        .Select(cells => (cells[0], cells[2], cells[3].Length == 0 ? (double?)null : double.Parse(cells[3].Split('-')[^1], System.Globalization.CultureInfo.InvariantCulture)));

    static string Sample(string file) => Path.Combine(AppContext.BaseDirectory, "Coaching", "Answers", file);
}
