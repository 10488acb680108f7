using MicroWins.Coaching;
using MicroWins.Coaching.Embedded;
using MicroWins.Coaching.Embedded.Knowledge;
using MicroWins.Goals;
using MicroWins.Messaging;
using MicroWins.Rules;
using MicroWins.Rules.Habits;
using MicroWins.Rules.Planning;
using MicroWins.Rules.Sizing;

namespace MicroWins.Conversations;

// Habits behind what is done anyway: "After I pour my coffee, I will read one page."
public sealed partial class ConversationFlow
{
    Decision Stacked(CoachRequest.BuildHabitStack asked, CoachDraft.HabitStack draft, DraftedBy by)
    {
        var stack = draft.Habits.Where(habit => habit.Habit.Any(char.IsLetterOrDigit)).DistinctBy(habit => habit.Habit.ToUpperInvariant()).Take(MostOfADay).ToList();
        if (stack.Count is 0) stack = [.. asked.Habits.Select(habit => new StackedHabit(habit, "", new DraftStep(habit, null), ""))];
        var begun = Room(stack.Count);
        if (begun < 1) return Say(Replies[Reply.EnoughHabits, MostHabits], _chat with { State = new ChatState.Idle() });
        var (chat, slotOf) = WithSlots(_chat, [.. Enumerable.Range(0, begun).Select(place => PartOf(stack[place].Anchor, asked.Language) ?? PartOf(place, begun))]);
        var habits = new List<Goal>();
        foreach (var stacked in stack)
        {
            var step = Judged([stacked.Step], stacked.Habit, asked.Language, Limits.FirstStepMinutes)[0];
            var habit = HabitOf(chat, stacked.Habit, step, slotOf(PartOf(stacked.Anchor, asked.Language) ?? PartOf(Math.Min(habits.Count, begun - 1), begun)), asked.Language, by);
            var (anchor, sentence) = SentenceOf(stacked, habit.Steps[0].Goal, asked.Language);
            habit = habit with { Habit = habit.Habit! with { Anchor = anchor, Sentence = sentence } };
            habits.Add(habits.Count < begun ? habit : habit with { Status = GoalStatus.PutAway });
            chat = chat with { Goals = chat.Goals.Add(habits[^1]) };
        }
        var first = habits[0];
        chat = KeptForLater(chat, LeftOut(asked.Habits, [.. stack.Select(habit => habit.Habit)]), out var kept);
        habits.AddRange(kept);
        var decision = ShowHabits(chat, habits, [.. Origin(by), Replies[Reply.StackMade]]);
        if (decision is not Decision.Finish { Replies: [var card, ..] } shown) return decision;
        var rehearse = Cards.Rows(Replies, first.Number, first.Steps[0].Number, 1, [[ButtonVerb.Rehearse]]);
        return shown with { Replies = [card with { Buttons = [.. rehearse, .. card.Buttons] }] };
    }

    /// <summary>A stack has the order of the day: spread over it, each habit is asked about by itself. A single one is looked back on.</summary>
    static DayPart PartOf(int place, int of) => of is 1 ? DayPart.Evening : (DayPart)(place * (UsualTimes.Length - 1) / (of - 1));

    /// <summary>Coffee is poured in the morning: what is tied to it is not asked about after lunch. Null where the time of an anchor is not known.</summary>
    static DayPart? PartOf(string anchor, Language language) =>
        KnowledgeBase.BuiltIn.For(language).Sheets["anchor"].FirstOrDefault(sheet => sheet.Values["clause"].Equals(anchor, StringComparison.OrdinalIgnoreCase)) is { } known ? Times.Part(known) : null;

    /// <summary>The anchor, and both in one sentence of the form that the method has. What it promises is as small as the step.</summary>
    (string Anchor, string Sentence) SentenceOf(StackedHabit stacked, MicroGoal step, Language language)
    {
        var (anchor, action) = (Clean(stacked.Anchor), step.Text);
        var isAsSmall = string.Equals(step.Text, stacked.Step.Text.Trim().TrimEnd('.', '。'), StringComparison.OrdinalIgnoreCase)
            && HabitSentence.Parse(stacked.Sentence, language) is { } told
            && _rules.Sizer.Size(new SizingQuestion(told.Action, language, step.Effort.HighMinutes)).Verdict is not Verdict.TooBig;
        return HabitSentence.Repair(isAsSmall ? stacked.Sentence : null, language, anchor, action) is { Length: <= HabitSentence.MostLength } sentence
            ? (HabitSentence.Parse(sentence, language)?.Anchor ?? anchor, sentence)
            : ("", "");
    }

    /// <summary>To go through it once shows whether the anchor holds. It is praised, and counts as nothing: a promise is for a day of its own.</summary>
    Decision Rehearse(Goal goal, Step step) => goal.Habit is not { } habit ? OldButton() : Say(
        new OutgoingMessage(
            MessageKind.Card,
            Cards.Paragraphs(Replies[Reply.Rehearse], Replies[Reply.Step, habit.Sentence.Length > 0 ? habit.Sentence : step.Goal.Text]),
            Cards.Rows(Replies, goal.Number, step.Number, step.TimesDone + 1, [[ButtonVerb.Rehearsed, ButtonVerb.ShowCard]]),
            Pressed),
        _chat with { CurrentGoal = goal.Number, State = new ChatState.Idle() });

    Decision Rehearsed(Goal goal) => goal.Habit is null ? OldButton()
        : _chat.Concern.IsQuiet(_now) ? ShowStep(_chat, goal, Pressed)
        : Say(new OutgoingMessage(MessageKind.Reply, Replies[Reply.Rehearsed], Cards.Rows(Replies, goal.Number, 0, 0, [[ButtonVerb.ShowCard, ButtonVerb.ShowGoals]]), Pressed));
}
