using MicroWins.Goals;
using MicroWins.Messaging;
using MicroWins.Rules;
using MicroWins.Rules.Sizing;
using static MicroWins.Conversations.ButtonVerb;

namespace MicroWins.Conversations;

// "I still don't start": the cause is asked for, and answered with a step of at most two minutes.
public sealed partial class ConversationFlow
{
    static bool IsCause(ButtonVerb verb) => verb is BecauseTooBig or BecauseUnclear or BecauseDull or BecauseAfraid or BecauseTired or BecauseBlocked;

    Decision AskStuck(Goal goal, Step step) => Say(
        new OutgoingMessage(MessageKind.Reply, Replies[Reply.AskStuck], Cards.Rows(Replies, goal.Number, step.Number, step.TimesDone + 1,
            [[BecauseTooBig, BecauseUnclear, BecauseDull], [BecauseAfraid, BecauseTired, BecauseBlocked]]), Pressed),
        _chat with { CurrentGoal = goal.Number });

    Decision Unstick(Goal goal, Step step, ButtonVerb cause) => cause switch
    {
        BecauseUnclear => FirstDo(goal, step, Reply.StuckUnclear, Replies[Reply.StuckUnclearStep, goal.Title]),
        BecauseBlocked => FirstDo(goal, step, Reply.StuckBlocked, Replies[Reply.StuckBlockedStep]),
        BecauseDull => TwoMinutes(goal, step, Reply.StuckDull),
        BecauseAfraid => TwoMinutes(goal, step, Reply.StuckAfraid),
        BecauseTired => TwoMinutes(goal, step, Reply.StuckTired),
        _ => TwoMinutes(goal, step, Reply.StuckTooBig),
    };

    /// <summary>Puts a step of our own before the one that does not begin: to see, or to name what is missing.</summary>
    Decision FirstDo(Goal goal, Step step, Reply words, FormattedText text)
    {
        var move = MicroGoal.Create(Shorten(text.ToPlainText(), Limits.StepTextLength - 1), Effort.FromMinutes(1, Limits.StuckStepMinutes));
        var prepared = goal.Before(step, move);
        return ShowStep(_chat.With(prepared), prepared, Pressed, Replies[words]);
    }

    Decision TwoMinutes(Goal goal, Step step, Reply words)
    {
        var question = new SizingQuestion(step.Goal.Text, goal.Language, step.Goal.Effort.HighMinutes);
        var small = step.Goal.Effort.HighMinutes > Limits.StuckStepMinutes
            ? _rules.Sizer.Shrink(question, Limits.StuckStepMinutes)
            : _rules.Sizer.Smaller(question);
        // There is no smaller one: then that is what is said, not that this one is.
        if (small.First.Text == step.Goal.Text) return ShowStep(_chat, goal, Pressed, Replies[words is Reply.StuckTooBig ? Reply.Floor : words]);
        var cut = Cut(goal, step, small);
        return ShowStep(_chat.With(cut), cut, Pressed, Replies[words]);
    }
}
