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
        ({ } answer, ChatState.Celebrated, { } goal) when answer is ShortAnswer.Yes or ShortAnswer.No => OnStepWord(goal, text, new(answer is ShortAnswer.Yes ? Intent.More : Intent.Enough, [], "", "", null, "", null, ""), isRouted: false),
        (ShortAnswer.Partly, ChatState.Celebrated, { } goal) => OnShortAnswer(ShortAnswer.Nod, goal),
        ({ } answer, _, { } goal) => OnShortAnswer(answer, goal),
    };

    Decision OnShortAnswer(ShortAnswer answer, Goal goal) => (answer, goal.Next) switch
    {
        (ShortAnswer.Nod or ShortAnswer.Praise, _) => Say(new OutgoingMessage(MessageKind.Reply, Replies[Reply.Nod], Cards.Rows(Replies, goal.Number, 0, 0, [[ShowCard]]))),
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
