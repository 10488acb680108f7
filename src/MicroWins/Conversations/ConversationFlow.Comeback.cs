using MicroWins.Goals;
using MicroWins.Messaging;
using MicroWins.Rules.Calendar;
using MicroWins.Rules.Sizing;
using NodaTime;
using static MicroWins.Conversations.ButtonVerb;

namespace MicroWins.Conversations;

// Who comes back after days of silence: nothing is said about the days, and the first step is tiny.
public sealed partial class ConversationFlow
{
    /// <summary>Silent days up to this sign of the person; 0 where this turn is no sign of them.</summary>
    int SilentDays { get; init; }

    /// <summary>Whether they come back after the questions had become fewer.</summary>
    bool IsBack => Taper.RhythmAfter(SilentDays) is not Rhythm.Daily;

    // Counted before the sign is noted, which ends the silence.
    static int SilentDaysBefore(Chat chat, ChatEvent happened, Rulebook rules, Instant now) =>
        happened is ChatEvent.TextWritten or ChatEvent.ButtonPressed or ChatEvent.OtherSent && chat.Agreement.LastSign is { } last && chat.ActiveGoals.Any()
            ? Taper.SilentDays(last, Clocks.Of(chat.Agreement, rules.Zone).DayOf(now), chat.Agreement.PauseList)
            : 0;

    /// <summary>Welcomes somebody back with a step of two minutes at most.</summary>
    /// <param name="goal">The goal at hand.</param>
    /// <param name="said">Words that may be a new goal: one tap makes a plan of them; null where there are none.</param>
    Decision Return(Goal goal, string? said = null)
    {
        if (goal.Next is not { } step) return ShowStep(_chat, goal, Pressed, Replies[Reply.CameBack]);
        var minutes = Taper.FirstStepMinutes(SilentDays);
        if (step.Goal.Effort.HighMinutes > minutes)
            goal = Cut(goal, step, _rules.Sizer.Shrink(new SizingQuestion(step.Goal.Text, goal.Language, step.Goal.Effort.HighMinutes), minutes));
        var shown = ShowStep(_chat.With(goal), goal, Pressed, Replies[Reply.CameBack]);
        return said is null ? shown : MayBeNew(shown, said);
    }

    Decision SmallerOnce(Goal goal, Step step)
    {
        var smaller = _rules.Own.Smaller(new SizingQuestion(step.Goal.Text, goal.Language, step.Goal.Effort.HighMinutes)).First;
        if (smaller.Text == step.Goal.Text) return ShowStep(_chat, goal, Pressed, Replies[Reply.Floor]);
        var reworded = goal.Reword(step, smaller, []);
        return ShowStep(_chat.With(reworded), reworded, Pressed, Replies[Reply.Smaller]);
    }

    /// <summary>A step made smaller: of a plan what was cut off follows, a habit is as it was on the next day.</summary>
    Goal Cut(Goal goal, Step step, Shrunk small) =>
        goal.Habit is null ? goal.Cut(step, small.First, small.Rest) : goal.SmallerOn(Today, step, small.First);
}
