using System.Collections.Immutable;
using MicroWins.Coaching;
using MicroWins.Goals;
using MicroWins.Messaging;
using MicroWins.Rules.Scaling;
using MicroWins.Rules.Sizing;
using NodaTime;
using static MicroWins.Conversations.ButtonVerb;

namespace MicroWins.Conversations;

// More, less, or as it is: the rules say when and how much, the person decides, and one tap takes it back for a week.
public sealed partial class ConversationFlow
{
    HabitRecord RecordOf(Goal goal) => new()
    {
        Started = goal.Habit!.Started,
        Level = goal.Habit.Level!,
        MayGrow = goal.Habit.MayGrow,
        Events = goal.Habit.Events,
        Eases = goal.Habit.Eases,
        Rows = _chat.Record.Rows(Today, Agreement.PauseList, [goal]),
    };

    /// <summary>/scaleup, or "I can do 50 now".</summary>
    Decision ScaleUp(int? wish = null)
    {
        var habits = _chat.ActiveGoals.Where(goal => goal.Habit?.Level is not null).ToList();
        return habits switch
        {
            [] => NothingToGrow(),
            [var only] => Grow(only, wish),
            _ when habits.Find(goal => goal.Number == _chat.CurrentGoal) is { } current && wish is not null => Grow(current, wish),
            _ => Say(new OutgoingMessage(MessageKind.Reply, Replies[Reply.WhichToGrow],
                [.. habits.Take(8).Select(goal => ImmutableArray.Create(new Button(Shorten(goal.Title, 40), new ButtonCode(LookAtGrowth, goal.Number).ToString())))])),
        };
    }

    Decision NothingToGrow() => GoalAtHand is { Habit: null, Next: not null } goal
        ? ShowStep(_chat, goal, null, Replies[Reply.NothingToGrow])
        : Say(Replies[Reply.NothingToGrowYet]);

    Decision Grow(Goal goal, int? wish)
    {
        if (goal.Habit?.Level is not { } level) return NothingToGrow();
        var chat = _chat with { CurrentGoal = goal.Number };
        return Growth.Look(RecordOf(goal), Today, AskedBy.Person, wish) switch
        {
            GrowthAnswer.OfferRaise offer => AskForWords(chat, goal, offer.Next, offer.Facts, wish),
            GrowthAnswer.OfferOccurrence offer => AskForWords(chat, goal, offer.Next, offer.Facts, wish),
            GrowthAnswer.OfferBack back => Say(OfferBack(goal, back), chat),
            GrowthAnswer.ShrinkTheStep => ShowStep(chat, goal, Pressed, Replies[Reply.GrowShrink]),
            GrowthAnswer.TooEarly early => Say(Plainly(goal, Replies[WordsOf(early.Reason), Replies.On(early.Until), Promise(goal, level)]), chat),
            GrowthAnswer.NotSteadyYet { Facts: var facts } => Say(Plainly(goal, Replies[Reply.GrowNotSteady, facts.Kept, facts.Asked]), chat),
            GrowthAnswer.NotEasyYet { Facts: var facts } => Say(new OutgoingMessage(MessageKind.Reply, Replies[Reply.GrowNotLight, facts.Kept, facts.Asked],
                [[ButtonOf(IsLight, goal.Number), ButtonOf(IsFine, goal.Number), ButtonOf(IsHeavy, goal.Number)]], Pressed), chat),
            GrowthAnswer.AtTop => Say(Plainly(goal, Replies[Reply.GrowAtTop, Promise(goal, level)]), chat),
            _ => Say(Plainly(goal, Replies[Reply.GrowNever]), chat),
        };
    }

    OutgoingMessage Plainly(Goal goal, FormattedText text) =>
        new(MessageKind.Reply, text, goal.Next is null ? [] : [[ButtonOf(ShowCard, goal.Number)]], Pressed);

    static Reply WordsOf(EarlyReason reason) => reason switch
    {
        EarlyReason.Establishing => Reply.GrowEstablishing,
        EarlyReason.ExpandingNaturally => Reply.GrowExpanding,
        EarlyReason.RecentChange => Reply.GrowRecentChange,
        EarlyReason.Postponed => Reply.GrowPostponed,
    };

    /// <summary>What a level promises, in its own words: "3 pages".</summary>
    FormattedText Promise(Goal goal, HabitLevel level) =>
        Replies[Reply.AmountOf, level.Amount, AmountInText.Find(goal.Habit!.Words, goal.Language)?.UnitFor(level.Amount) ?? level.Unit];

    Decision AskForWords(Chat chat, Goal goal, HabitLevel next, GrowthFacts facts, int? wish)
    {
        var level = goal.Habit!.Level!;
        string Words(HabitLevel at) => Promise(goal, at).ToPlainText();
        return new Decision.AskCoach(
            new CoachRequest.ScaleUp(
                goal.Title, Words(level), Words(next), Replies[Reply.GrowRecord, facts.Kept, facts.Asked].ToPlainText(),
                Words(Steps.After(next, 91)), Words(Steps.After(next, 182)))
            {
                Language = _chat.Language,
                ChatId = _chat.Id.ToString(),
            },
            chat,
            wish > next.Amount ? Replies[Reply.GrowWish, wish.Value, Promise(goal, next)] : null);
    }

    /// <summary>The offer: the numbers are the rules', the way to try it is the coach's.</summary>
    Decision Offered(Decision.AskCoach question, CoachDraft.NextLevel draft, DraftedBy by)
    {
        // The record is looked at again: what is offered is never what a coach wrote.
        if (_chat.Current is not { Habit.Level: { } level } goal) return OldButton();
        var (next, facts) = Growth.Look(RecordOf(goal), Today, AskedBy.Person) switch
        {
            GrowthAnswer.OfferRaise raise => (raise.Next, raise.Facts),
            GrowthAnswer.OfferOccurrence second => (second.Next, second.Facts),
            _ => (level, null),
        };
        if (facts is null) return OldButton();
        var isSecond = next.Occurrences.Count > level.Occurrences.Count;
        // What is said of the slow days has to be true of them.
        var offer = facts.MedianDone > level.Amount && facts.SlowDayDone >= next.Amount
            ? Replies[Reply.GrowOfferDone, Round(facts.MedianDone), Promise(goal, level), Promise(goal, next)]
            : Replies[Reply.GrowOffer, facts.Kept, facts.Asked, Promise(goal, next)];
        List<FormattedText> said = [.. Origin(by), .. question.Lead is { } lead ? (FormattedText[])[lead, offer] : [offer]];
        if (isSecond) said.Add(Replies[Reply.GrowSecond, next.Occurrences.Count]);
        if (IsFit(draft.Test, question.Request.Language)) said.Add(FormattedText.Plain(draft.Test));
        ImmutableArray<Button> take = [new Button(Replies[Reply.TakeAmount, next.Amount].ToPlainText(), new ButtonCode(TakeLevel, goal.Number, next.Amount).ToString())];
        return Say(new OutgoingMessage(MessageKind.Reply, Cards.Paragraphs([.. said]),
            [take, [ButtonOf(ButtonVerb.StayHere, goal.Number), ButtonOf(ButtonVerb.NotYet, goal.Number)]], Pressed));
    }

    static int Round(decimal amount) => (int)decimal.Round(amount, MidpointRounding.AwayFromZero);

    OutgoingMessage OfferBack(Goal goal, GrowthAnswer.OfferBack back) => new(
        MessageKind.Reply,
        Replies[back.Reason is BackReason.TwoMisses ? Reply.GrowBackMisses : Reply.GrowBackHard, Promise(goal, back.Below)],
        [
            [new Button(Replies[Reply.TakeAmount, back.Below.Amount].ToPlainText(), new ButtonCode(TakeLevel, goal.Number, back.Below.Amount).ToString())],
            [ButtonOf(ButtonVerb.StayHere, goal.Number)],
        ],
        Pressed);

    /// <summary>A level is taken: the rules have to offer it at this moment, whatever the button says.</summary>
    Decision Take(Goal goal, int amount)
    {
        if (goal.Habit is not { Level: { } level }) return OldButton();
        var offered = Growth.Look(RecordOf(goal), Today, AskedBy.Person) switch
        {
            GrowthAnswer.OfferRaise offer => offer.Next,
            GrowthAnswer.OfferOccurrence offer => offer.Next,
            GrowthAnswer.OfferBack back => back.Below,
            _ => null,
        };
        if (offered?.Amount != amount) return OldButton();
        var kind = amount > level.Amount ? LevelEventKind.Raised : LevelEventKind.ScaledBack;
        var words = kind is LevelEventKind.Raised ? Replies[Reply.GrowTaken, Promise(goal, offered)] : Replies[Reply.GrowBackTaken, Promise(goal, offered)];
        return Leveled(goal, level, offered, kind, words);
    }

    Decision Leveled(Goal goal, HabitLevel from, HabitLevel to, LevelEventKind kind, FormattedText words)
    {
        var changed = Habits.At(WithEvent(goal, new LevelEvent(Today, kind, from, to)), to);
        var card = ButtonOf(ShowCard, goal.Number);
        // What was taken back is back: there is nothing left to undo.
        ImmutableArray<Button> buttons = kind is LevelEventKind.Undone ? [card] : [ButtonOf(UndoLevel, goal.Number), card];
        return Say(new OutgoingMessage(MessageKind.Reply, words, [buttons], Pressed), _chat.With(changed) with { CurrentGoal = goal.Number });
    }

    static Goal WithEvent(Goal goal, LevelEvent happened) => goal with { Habit = goal.Habit! with { Events = goal.Habit.Events.Add(happened) } };

    Decision Settle(Goal goal, ButtonVerb verb)
    {
        if (goal.Habit!.Level is not { } level) return OldButton();
        var kind = verb is ButtonVerb.StayHere ? LevelEventKind.Stayed : LevelEventKind.Postponed;
        var settled = WithEvent(goal, new LevelEvent(Today, kind, level, level));
        return Say(Plainly(settled, Replies[verb is ButtonVerb.StayHere ? Reply.GrowStay : Reply.GrowLater, Promise(goal, level)]), _chat.With(settled));
    }

    Decision UndoChange(Goal goal)
    {
        if (goal.Habit?.Level is not { } level) return OldButton();
        return Growth.Undo(RecordOf(goal), Today) switch
        {
            UndoAnswer.Granted(var to) => Leveled(goal, level, to, LevelEventKind.Undone, Replies[Reply.GrowUndone, Promise(goal, to)]),
            UndoAnswer.TooLate(var last) => Say(Plainly(goal, Replies[Reply.GrowUndoTooLate, Replies.On(last)])),
            _ => OldButton(),
        };
    }

    /// <summary>How it feels: light is a reason to grow, heavy one to make it smaller.</summary>
    Decision Felt(Goal goal, ButtonVerb verb)
    {
        var ease = verb switch { IsLight => Ease.Easy, IsHeavy => Ease.Hard, _ => Ease.Fine };
        var felt = goal with { Habit = goal.Habit! with { Eases = goal.Habit.Eases.Add(new EaseAnswer(Today, ease)) } };
        var chat = _chat.With(felt);
        if (ease is Ease.Hard && felt.Habit!.Level is not null && Growth.Look(RecordOf(felt), Today) is GrowthAnswer.OfferBack back)
            return Say(OfferBack(felt, back), chat);
        return Say(Plainly(felt, Replies[verb switch { IsLight => Reply.FeltLight, IsHeavy => Reply.FeltHeavy, _ => Reply.FeltFine }]), chat);
    }
}
