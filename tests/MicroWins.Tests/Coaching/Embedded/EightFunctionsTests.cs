using System.Collections;
using System.Text.RegularExpressions;
using MicroWins.Coaching;
using MicroWins.Coaching.Embedded.Knowledge;
using MicroWins.Coaching.Embedded.Reading;
using MicroWins.Rules;
using MicroWins.Rules.Exams;
using MicroWins.Rules.Habits;
using MicroWins.Rules.Sizing;

namespace MicroWins.Tests.Coaching.Embedded;

public partial class EightFunctionsTests
{
    /// <summary>A sentence that is longer is a wall on a phone.</summary>
    const int LongestText = 260;

    public static TheoryData<string> Codes => FunctionCase.Codes;

    public static TheoryData<string, string, string> Materials => Table("topics.tsv", row => (row[0], row[1], row[2]));

    public static TheoryData<string, string, string, string> Routines
    {
        get
        {
            var data = new TheoryData<string, string, string, string>();
            foreach (var row in GoalCases.Rows("anchors.tsv")) data.Add(row[0], row[1], row[2], row[3]);
            return data;
        }
    }

    [Fact]
    public void Every_language_is_asked() => Assert.Equal(Languages.All.Order(), FunctionCase.All.Select(said => said.Language).Order());

    [Theory]
    [MemberData(nameof(Codes))]
    public void Nothing_is_left_empty_and_no_text_is_a_wall(string code)
    {
        foreach (var draft in FunctionCase.Of(code).Answers())
        {
            Assert.All(draft.GetType().GetProperties().Select(property => property.GetValue(draft)).OfType<IEnumerable>(), many => Assert.NotEmpty(many));
            Assert.All(FunctionCase.Texts(draft), text => Assert.InRange(text.Length, 1, LongestText));
            Assert.All(FunctionCase.Texts(draft), text => Assert.DoesNotContain(text, c => char.IsControl(c) || c is '{' or '}' or '|'));
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_rules_find_every_step_small_and_first_steps_tiny(string code)
    {
        var said = FunctionCase.Of(code);
        foreach (var step in said.Answers().SelectMany(FunctionCase.Steps))
        {
            Assert.InRange(step.Text.Length, 3, Limits.StepTextLength);
            Assert.InRange(step.Minutes!.Value, 0.1, Limits.MicroGoalMinutes);
            Assert.True(Size(step, said.Language) <= Limits.MicroGoalMinutes, step.Text);
        }
        Assert.All(said.Again(said.Goals).Goals, goal => Assert.True(Size(goal.FirstStep, said.Language) <= Limits.FirstStepMinutes, goal.FirstStep.Text));
        foreach (var way in said.Goals.Append(said.Row[9]).Select(said.WayOut))
        {
            Assert.InRange(way.Now.Minutes!.Value, 0.1, Limits.StuckStepMinutes);
            Assert.All((DraftStep[])[way.Now, way.Emergency], step => Assert.True(Size(step, said.Language) <= Limits.FirstStepMinutes, step.Text));
            Assert.InRange(way.Steps.Count, 3, 12);
            Assert.Equal(way.Steps.Count, way.Steps.Select(step => step.Text).Distinct().Count());
        }
    }

    [Fact]
    public void The_rules_find_every_line_of_the_files_small()
    {
        foreach (var book in KnowledgeBase.BuiltIn.All)
        {
            var slots = new Dictionary<string, string> { ["part"] = "X", ["topic"] = "X", ["subject"] = "X", ["easiest"] = "X", ["object"] = "X", ["name"] = "X", ["it"] = "X", ["mine"] = "X", ["goal"] = "X" };
            var lines = book.Sheets.Values.SelectMany(sheets => sheets).SelectMany(sheet => sheet.Lines.Values).Concat(book.Lines.Values).SelectMany(many => many);
            foreach (var line in lines.Where(line => line.Minutes > 0))
            {
                var step = new DraftStep(SlotText.Fill(line.Text, slots).Split('|')[0].Trim(), line.Minutes);
                var most = line.Minutes <= Limits.StuckStepMinutes ? Limits.FirstStepMinutes : Limits.MicroGoalMinutes;
                Assert.True(Size(step, book.Language) <= most, $"{book.Language}:{line.Number} {step.Text}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_same_words_get_the_same_answer_and_others_another(string code)
    {
        var said = FunctionCase.Of(code);

        Assert.Equal(Shown(said.Answers()), Shown(said.Answers()));
        Assert.All((Func<string, CoachDraft>[])[goal => said.Day(goal), goal => said.Again(goal), goal => said.Stack(goal), goal => said.Celebration(goal), said.WayOut],
            ask => Assert.Equal(said.Goals.Count, said.Goals.Select(goal => Shown([ask(goal)])).Distinct().Count()));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_answers_name_what_the_person_named(string code)
    {
        var said = FunctionCase.Of(code);
        CoachDraft[] aboutGoals = [said.Day(said.Goals), said.Again(said.Goals), said.Stack(said.Goals)];

        Assert.All(aboutGoals, draft => Assert.All(said.Nouns.Take(2), noun => Assert.Contains(FunctionCase.Texts(draft), text => Has(text, noun))));
        Assert.All(said.Nouns.Take(2), noun => Assert.Contains(FunctionCase.Steps(said.Day(said.Goals)), step => Has(step.Text, noun)));
        Assert.True(Has(said.Exam(said.Row[6], "").Subject, said.Nouns[2]));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void No_answer_says_a_word_of_guilt_or_of_english(string code)
    {
        var said = FunctionCase.Of(code);
        var never = KnowledgeBase.BuiltIn.For(said.Language).List("never");
        var texts = said.Answers().SelectMany(FunctionCase.Texts).Except(said.Row).ToList();

        Assert.All(texts, text => Assert.False(never.IsIn(PersonText.Read(text)), text));
        if (said.Language is not Language.English) Assert.All(texts, text => Assert.DoesNotMatch(EnglishWords(), text));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_next_level_uses_no_number_but_those_it_was_given(string code)
    {
        var said = FunctionCase.Of(code);
        var given = said.Row.Skip(12).Take(5).SelectMany(text => Numbers().Matches(text)).Select(match => match.Value).ToHashSet();

        Assert.Subset(given, FunctionCase.Texts(said.NextLevel()).SelectMany(text => Numbers().Matches(text)).Select(match => match.Value).ToHashSet());
        Assert.Contains(FunctionCase.Texts(said.NextLevel()), text => text.Contains(said.Row[13], StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Habits_are_sentences_that_the_rules_take_apart(string code)
    {
        var said = FunctionCase.Of(code);
        foreach (var habit in said.Stack(said.Goals).Habits)
        {
            var read = HabitSentence.Parse(habit.Sentence, said.Language);
            Assert.NotNull(read);
            Assert.Equal(habit.Anchor, read.Anchor);
        }
    }

    [Fact]
    public void Each_habit_of_the_files_is_such_a_sentence_behind_each_anchor()
    {
        foreach (var book in KnowledgeBase.BuiltIn.All)
            foreach (var action in book.Sheets["habit"].SelectMany(sheet => sheet.All("habit")).Select(line => line.Text.Split('|')[1].Trim()))
                foreach (var anchor in book.Sheets["anchor"].Select(sheet => sheet.Values["clause"]))
                {
                    var slots = new Dictionary<string, string> { ["object"] = "X", ["it"] = "X", ["mine"] = "X", ["goal"] = "X", ["anchor"] = anchor };
                    slots["action"] = SlotText.Fill(action, slots);
                    var sentence = SlotText.Fill(book.Lines["sentence"][0].Text, slots);
                    Assert.True(HabitSentence.Parse(sentence, book.Language)?.Anchor == anchor, $"{book.Language}: {sentence}");
                }
    }

    [Theory]
    [MemberData(nameof(Materials))]
    public void Topics_are_those_the_person_named(string code, string material, string topics)
    {
        var said = FunctionCase.Of(code);

        Assert.Equal(topics.Split('|'), said.Exam(said.Row[6], material).Topics.Select(topic => topic.Name));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Topics_behind_a_colon_are_read_with_their_weight(string code)
    {
        var said = FunctionCase.Of(code);

        var topics = said.Exam(said.Row[6], "").Topics;

        Assert.Equal([TopicPriority.Medium, TopicPriority.High, TopicPriority.Medium], topics.Select(topic => topic.Priority));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_topic_gets_steps_of_different_sorts(string code)
    {
        var said = FunctionCase.Of(code);
        foreach (var topic in said.Exam(said.Row[6], said.Row[7]).Topics)
            Assert.InRange(topic.Steps.Append(topic.Recall).Select(step => step.Text).Distinct().Count(), 4, 6);
    }

    [Theory]
    [MemberData(nameof(Routines))]
    public void A_habit_is_tied_to_what_the_day_has(string code, string habit, string routine, string anchor) =>
        Assert.Equal(anchor, FunctionCase.Of(code).StackInto(routine, habit).Habits[0].Anchor);

    [Theory]
    [MemberData(nameof(Codes))]
    public void No_two_habits_share_an_anchor(string code)
    {
        var said = FunctionCase.Of(code);

        Assert.Equal(said.Goals.Count, said.Stack(said.Goals).Habits.Select(habit => habit.Anchor).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_part_of_a_plan_gets_steps_of_its_own(string code)
    {
        var said = FunctionCase.Of(code);
        foreach (var goal in said.Goals)
        {
            var whole = GoalCases.Planner.Plan(goal, "", said.Language);
            foreach (var part in whole.Milestones)
            {
                var steps = GoalCases.Planner.Plan(goal, "", said.Language, part);
                Assert.Equal([part], steps.Milestones);
                Assert.InRange(steps.Steps.Count, 6, 12);
                Assert.True(Size(steps.FirstStep, said.Language) <= Limits.FirstStepMinutes, steps.FirstStep.Text);
                Assert.All(steps.Steps, step => Assert.True(Size(step, said.Language) <= Limits.MicroGoalMinutes, step.Text));
            }
        }
    }

    static double Size(DraftStep step, Language language) => Sizer.Default.Size(new SizingQuestion(step.Text, language, step.Minutes)).Effort.HighMinutes;

    static bool Has(string text, string noun) => text.Contains(noun, StringComparison.OrdinalIgnoreCase);

    static string Shown(IEnumerable<CoachDraft> drafts) => string.Join('\n', drafts.SelectMany(FunctionCase.Texts));

    static TheoryData<string, string, string> Table(string file, Func<string[], (string, string, string)> columns)
    {
        var data = new TheoryData<string, string, string>();
        foreach (var (a, b, c) in GoalCases.Rows(file).Select(columns)) data.Add(a, b, c);
        return data;
    }

    [GeneratedRegex(@"\b(the|and|you|your|with|then|write|read|what|step|this|that|minutes to)\b", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishWords();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Numbers();
}
