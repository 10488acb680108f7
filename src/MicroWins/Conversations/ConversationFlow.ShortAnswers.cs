using MicroWins.Conversations.Hearing;
using MicroWins.Goals;
using MicroWins.Messaging;
using static MicroWins.Conversations.ButtonVerb;
using Intent = MicroWins.Coaching.RouteIntent;

namespace MicroWins.Conversations;

// A word or two: "ok", "ugh", "i forgot", "i'm scared". Nobody who nods wants to be asked whether that is a goal.
public sealed partial class ConversationFlow
{
    /// <summary>Null for words that are no short answer.</summary>
    Decision? OnShortAnswer(string text) => (ShortAnswers.Read(text), _chat.State, GoalAtHand) switch
    {
        (null, _, _) => null,
        (ShortAnswer.Yes, ChatState.AskedWhatItIs asked, _) => OnNewGoal(asked.Text, mayAskWhy: false),
        (ShortAnswer.No, ChatState.AskedWhatItIs, { } goal) => ShowStep(_chat, goal, null, Replies[Reply.Remark]),
        (ShortAnswer.HowFar, _, _) => Stats(),
        (ShortAnswer.More, _, _) => ScaleUp(Wish(text)),
        (ShortAnswer.Who, _, null) => Say(HelpText()),
        (ShortAnswer.WhySmall, _, null) => Say(Replies[Reply.WhySmall]),
        ({ } feeling, _, null) when feeling is ShortAnswer.Sigh || CauseOf(feeling) is not null => Function(Intent.Procrastination, ""),
        (_, _, null) => Say(Replies[Reply.SmallTalkNoGoal]),
        (ShortAnswer.Yes, ChatState.Celebrated, _) => OnPlainText(text, Intent.More),
        (ShortAnswer.No, ChatState.Celebrated, _) => OnPlainText(text, Intent.Enough),
        (ShortAnswer.Partly, ChatState.Celebrated, { } goal) => OnShortAnswer(ShortAnswer.Nod, goal),
        // Who has left the day out is not asked what is in the way.
        ({ } answer, _, { } goal) when IsLeftForToday && (answer is ShortAnswer.Sigh or ShortAnswer.No || CauseOf(answer) is not null) => InPassing(goal, Reply.Gladly),
        ({ } answer, _, { } goal) => OnShortAnswer(answer, goal),
    };

    Decision OnShortAnswer(ShortAnswer answer, Goal goal) => (answer, goal.Next) switch
    {
        (ShortAnswer.Nod or ShortAnswer.Praise, _) => InPassing(goal, Reply.Nod),
        (ShortAnswer.DidNot, _) => ShowStep(_chat, goal, null, Replies[Reply.DidNot]),
        (ShortAnswer.WhySmall, _) => ShowStep(_chat, goal, null, Replies[Reply.WhySmall]),
        (ShortAnswer.WhatNow, _) => ShowStep(_chat, goal, null, Replies[Reply.CheckInRest]),
        (ShortAnswer.Who, _) => ShowStep(_chat, goal, null, Replies[Reply.Question]),
        (ShortAnswer.Complaint, _) => ShowStep(_chat, goal, null, Replies[Reply.Remark]),
        (ShortAnswer.PutAway, _) => PutAside(goal),
        (_, null) => ShowStep(_chat, goal),
        (ShortAnswer.Partly, { } step) => KeepABit(goal, step),
        (ShortAnswer.Yes, { } step) => Begin(goal, step),
        (ShortAnswer.No, { } step) => AskWhen(goal, step),
        _ => StuckAgain(goal, CauseOf(answer)),
    };

    /// <summary>A word back, and the way to the step where there is one: nothing is pressed on the person.</summary>
    Decision InPassing(Goal goal, Reply words) => Say(
        new OutgoingMessage(MessageKind.Reply, Replies[words], Cards.Rows(Replies, goal.Number, 0, 0, goal.Next is null ? [] : [[ShowCard]]), Pressed));

    /// <summary>The cause that a person named; null where they only sighed.</summary>
    static ButtonVerb? CauseOf(ShortAnswer? answer) => answer switch
    {
        ShortAnswer.Tired => BecauseTired,
        ShortAnswer.Afraid => BecauseAfraid,
        ShortAnswer.Dull => BecauseDull,
        ShortAnswer.TooBig => BecauseTooBig,
        ShortAnswer.Unclear => BecauseUnclear,
        _ => null,
    };
}
