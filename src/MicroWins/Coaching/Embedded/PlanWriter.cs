using MicroWins.Coaching.Embedded.Knowledge;
using MicroWins.Coaching.Embedded.Reading;
using MicroWins.Rules;

namespace MicroWins.Coaching.Embedded;

/// <summary>Writes the plan for a goal that was read: the lines of its recipe that are true of it, filled with the person's words.</summary>
sealed class PlanWriter(Phrasebook book)
{
    /// <summary>Steps that a plan has at most, besides its first: more are a wall.</summary>
    public const int MostSteps = 11;

    const int TitleLength = 60;

    public CoachDraft.GoalBreakdown Write(GoalReading goal) => new(
        Title(Fill(goal.Recipe.Titles.First(goal.Fits).Text, goal)),
        goal.Recipe.Kind,
        new(Cause(goal), Sentence(goal)),
        [.. goal.Recipe.Milestones.Where(goal.Fits).Take(6).Select(line => Sentences.Capital(Fill(line.Text, goal)))],
        First(goal),
        Steps(goal),
        Celebrations(goal));

    public DraftStep First(GoalReading goal) => Step(new Speech(book, goal.Slots, goal.Tags).First(goal.Recipe.Firsts), goal);

    /// <summary>Lines that need something of the goal go before those that fit any; fillers come where the plan is short.</summary>
    IReadOnlyList<DraftStep> Steps(GoalReading goal)
    {
        // What the rules would refuse is proposed where too little is left without it.
        var speech = new Speech(book, goal.Slots, goal.Tags);
        var lines = goal.Recipe.Steps.Where(line => goal.Fits(line) && !line.IsFiller && speech.IsSound(line)).ToList();
        while (lines.Count > MostSteps) lines.RemoveAt(LeastMissed(lines));
        if (lines.Count <= KnowledgeCheck.FewestSteps) lines = With(lines, KnowledgeCheck.FewestSteps + 1, goal, line => line.IsFiller && speech.IsSound(line));
        // What fits any goal is better than a step that the rules would cut in two.
        if (lines.Count < KnowledgeCheck.FewestSteps) lines = [.. lines, .. book.Lines["more"].Where(speech.IsSound).Take(KnowledgeCheck.FewestSteps - lines.Count)];
        if (lines.Count < KnowledgeCheck.FewestSteps) lines = With(lines, KnowledgeCheck.FewestSteps, goal, _ => true);
        return [.. lines.Select(line => Step(line, goal)).DistinctBy(step => step.Text)];
    }

    /// <summary>The few steps that an errand among others gets: the core of its recipe, else its beginning.</summary>
    public IEnumerable<DraftStep> Core(GoalReading goal, int count)
    {
        var speech = new Speech(book, goal.Slots, goal.Tags);
        var lines = goal.Recipe.Steps.Where(line => goal.Fits(line) && !line.IsFiller).ToList();
        return lines.OrderByDescending(speech.IsSound).ThenByDescending(line => line.IsCore).Take(count).OrderBy(line => line.Number).Select(line => Step(line, goal));
    }

    /// <summary>As many lines, where there are so many, each in its place.</summary>
    static List<RecipeLine> With(List<RecipeLine> lines, int count, GoalReading goal, Func<RecipeLine, bool> isWanted) =>
        [.. lines.Concat(goal.Recipe.Steps.Where(line => goal.Fits(line) && !lines.Contains(line) && isWanted(line))).Take(count).OrderBy(line => line.Number)];

    /// <summary>The last line that would fit any goal, the closing one aside.</summary>
    static int LeastMissed(List<RecipeLine> lines)
    {
        var index = lines.FindLastIndex(lines.Count - 2, line => line.FitsAll);
        return index >= 0 ? index : lines.Count - 2;
    }

    static DraftStep Step(RecipeLine line, GoalReading goal) =>
        new(Sentences.Capital(Fill(line.Text, goal)), line.Minutes, Sentences.DifficultyOf(line.Minutes));

    static string Fill(string text, GoalReading goal) => SlotText.Fill(text, goal.Slots);

    static OverwhelmCause Cause(GoalReading goal) => goal.Tags.Contains("unclear") ? OverwhelmCause.Unclear : goal.Recipe.Cause;

    /// <summary>One sentence about the goal, one about the reason why it is hard.</summary>
    string Sentence(GoalReading goal)
    {
        var about = Fill(goal.Recipe.Overwhelms.First(goal.Fits).Text, goal);
        var reason = book.Lines["reason"].First(goal.Fits);
        return Sentences.Capital(about) + book.Space + Fill(reason.Text, goal);
    }

    public IReadOnlyList<string> Celebrations(GoalReading goal) =>
        [.. book.Lines["celebrate"].Where(goal.Fits).Take(3).Select(line => Fill(line.Text, goal))];

    static string Title(string title) => Sentences.Capital(Sentences.CutAtWord(title, TitleLength));
}
