using System.Collections.Immutable;
using MicroWins.Goals;
using MicroWins.Messaging;
using static MicroWins.Conversations.ButtonVerb;

namespace MicroWins.Conversations;

/// <summary>How messages are put together: the card with the one next step, and what stands around it.</summary>
static class Cards
{
    /// <summary>Steps that a plan shows at once: more would be a wall on a phone.</summary>
    const int ShownSteps = 14;

    /// <summary>The one next step, with the buttons that a person needs for it.</summary>
    /// <param name="lead">What is said above the step, if anything.</param>
    public static OutgoingMessage Step(Replies replies, Goal goal, Step step, string? edits = null, MessageKind kind = MessageKind.Card, params FormattedText[] lead) =>
        new(kind, Paragraphs([.. lead, StepText(replies, goal, step)]), StepButtons(replies, goal, step), edits);

    public static FormattedText StepText(Replies replies, Goal goal, Step step)
    {
        var minutes = Minutes(replies, step);
        if (goal.Habit is { } habit) return HabitText(replies, habit, step, minutes);
        var place = goal.PlaceOf(step);
        var facts = step.Times > 1
            ? replies[Reply.StepFactsTimes, minutes, place, goal.Steps.Length, step.TimesDone + 1, step.Times]
            : replies[Reply.StepFacts, minutes, place, goal.Steps.Length];
        return Lines(replies[Reply.Step, step.Goal.Text], facts);
    }

    /// <summary>A habit has no place in a plan: it comes back. What it stands behind is said in a whole sentence, as an anchor by itself has the grammar of one.</summary>
    static FormattedText HabitText(Replies replies, Habit habit, Step step, FormattedText minutes) => habit switch
    {
        { Sentence.Length: > 0 } when step.Times > 1 => Lines(replies[Reply.Step, step.Goal.Text], replies[Reply.MarkIt, habit.Sentence], replies[Reply.HabitFacts, minutes]),
        { Anchor.Length: > 0 } => Lines(replies[Reply.Step, step.Goal.Text], replies[Reply.HabitFactsAnchor, minutes, habit.Anchor]),
        _ => Lines(replies[Reply.Step, step.Goal.Text], replies[Reply.HabitFacts, minutes]),
    };

    public static FormattedText Minutes(Replies replies, Step step)
    {
        var minutes = (int)Math.Round(step.Goal.Effort.TypicalMinutes, MidpointRounding.AwayFromZero);
        return minutes < 1 ? replies[Reply.UnderAMinute] : replies.Count(Reply.AboutMinutes, minutes);
    }

    public static ImmutableArray<ImmutableArray<Button>> StepButtons(Replies replies, Goal goal, Step step) => Rows(replies, goal.Number, step.Number, step.TimesDone + 1,
        step.StartedAt is null ? [[Start, Done], [Smaller, Later], [Skip, ShowAll]] : [[Done, Smaller], [Later, ShowAll]]);

    public static ImmutableArray<ImmutableArray<Button>> Rows(Replies replies, int goal, int step, int time, ButtonVerb[][] rows) =>
        [.. rows.Select(row => row.Select(verb => new Button(replies.Label(verb), new ButtonCode(verb, goal, step, time).ToString())).ToImmutableArray())];

    /// <summary>Steps that may be put first with one tap.</summary>
    const int Movable = 6;

    /// <summary>The whole plan, as far as a phone shows it: what is through is folded, and one of the next steps can be put first.</summary>
    public static OutgoingMessage Plan(Replies replies, Goal goal, string? edits)
    {
        var from = Math.Max(0, Math.Min(goal.Steps.Length - ShownSteps, (goal.Next is { } next ? goal.PlaceOf(next) : 1) - 3));
        var shown = goal.Steps.Skip(from).Take(ShownSteps).Select((step, i) => PlanLine(replies, goal, step, from + i + 1)).ToList();
        if (from > 0) shown.Insert(0, replies.Count(Reply.PlanBefore, from));
        var hidden = goal.Steps.Length - from - ShownSteps;
        if (hidden > 0) shown.Add(replies.Count(Reply.PlanMore, hidden));
        var text = Paragraphs(PlanTitle(replies, goal), Lines([.. shown]));
        if (goal.Milestones.Length > 1) text = Paragraphs(text, replies[Reply.PlanParts, Parts(goal)]);
        return new(MessageKind.Reply, text, [.. FirstButtons(replies, goal), .. Rows(replies, goal.Number, 0, 0, [[ShowCard], [ButtonVerb.PutAway, ShowGoals]])], edits);
    }

    static FormattedText PlanTitle(Replies replies, Goal goal) => goal.Habit is null
        ? replies[Reply.PlanTitle, goal.Title, goal.Steps.Count(step => step.Status is StepStatus.Kept), goal.Steps.Length]
        : replies[Reply.Step, goal.Title];

    /// <summary>"✔ notes → draft → polish".</summary>
    static string Parts(Goal goal) =>
        string.Join(" → ", goal.Milestones.Select((part, at) => at < goal.MilestoneAt || (at == goal.MilestoneAt && goal.Status is GoalStatus.Reached) ? $"✔ {part}" : part));

    static IEnumerable<ImmutableArray<Button>> FirstButtons(Replies replies, Goal goal) => goal.Steps
        .Where(step => step.Status is StepStatus.Open && step.Number != goal.Next!.Number).Take(Movable)
        .Select(step => new Button($"{replies.Label(DoFirst)} {goal.PlaceOf(step)}", new ButtonCode(DoFirst, goal.Number, step.Number, step.TimesDone + 1).ToString()))
        .Chunk(3).Select(row => row.ToImmutableArray());

    static FormattedText PlanLine(Replies replies, Goal goal, Step step, int place) => step.Status switch
    {
        StepStatus.Kept => replies[Reply.PlanLineKept, place, step.Goal.Text],
        StepStatus.Skipped => replies[Reply.PlanLineSkipped, place, step.Goal.Text],
        StepStatus.Open => replies[Reply.PlanLine, place, Emphasised(step, goal), Minutes(replies, step), step.Times is > 1 and < MicroWins.Goals.Step.EveryDay ? $" × {step.Times - step.TimesDone}" : ""],
    };

    static FormattedText Emphasised(Step step, Goal goal) =>
        new([new(step.Goal.Text, step.Number == goal.Next?.Number ? TextStyle.Bold : TextStyle.Plain)]);

    public static OutgoingMessage Say(FormattedText text, MessageKind kind = MessageKind.Reply, string? edits = null) => new(kind, text, [], edits);

    public static FormattedText Lines(params FormattedText[] lines) => Join("\n", lines);

    public static FormattedText Paragraphs(params FormattedText[] paragraphs) => Join("\n\n", paragraphs);

    static FormattedText Join(string between, FormattedText[] parts) =>
        new([.. parts.SelectMany((part, i) => i is 0 ? part.Runs : [new TextRun(between), .. part.Runs])]);
}
