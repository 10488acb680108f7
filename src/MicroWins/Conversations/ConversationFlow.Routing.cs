using MicroWins.Coaching;
using MicroWins.Coaching.Embedded;
using MicroWins.Conversations.Hearing;
using MicroWins.Goals;
using MicroWins.Messaging;
using MicroWins.Rules.Sizing;
using static MicroWins.Conversations.ButtonVerb;
using Intent = MicroWins.Coaching.RouteIntent;

namespace MicroWins.Conversations;

// What free text asks for. Plain phrases are heard here; the coach is asked about the others, and what it says is acted on with care.
public sealed partial class ConversationFlow
{
    static readonly EmbeddedRouter Router = new();

    /// <summary>UTF-16 units of what a coach says to small talk or a question: two short sentences.</summary>
    const int RemarkLength = 300;

    CoachDraft.Routing Hear(string text)
    {
        var routed = Router.Route(text, LanguageOf(text));
        // "Fertig" is a word of many languages: what says nothing in its own may be plain in the person's.
        if (routed.Intent is Intent.Unsure or Intent.Question && Router.Route(text, _chat.Language) is { Intent: not (Intent.Unsure or Intent.Question) } plain) routed = plain;
        if (routed.Intent is Intent.Unsure && GreetedIn(text) is not null) routed = new(Intent.SmallTalk);
        return new(routed.Intent, routed.Goals, routed.Why, routed.Situation, routed.Amount, routed.Unit ?? "", routed.Minutes, "");
    }

    /// <summary>Does what a message asks for.</summary>
    /// <param name="text">The message.</param>
    /// <param name="heard">What it asks for.</param>
    /// <param name="isRouted">True where the coach said so; false where the words are plain.</param>
    Decision Act(string text, CoachDraft.Routing heard, bool isRouted = false) => isRouted ? Do(text, heard, isRouted) : HearAgreement(text) ?? heard.Intent switch
    {
        // Who comes back after days is met with a tiny step, whatever they say.
        Intent.SmallTalk or Intent.Unsure or Intent.More when IsBack && GoalAtHand is { Next: not null } left => Return(left, heard.Intent is Intent.Unsure ? text : null),
        // "I keep putting it off", said of the step at hand, is no task to plan.
        Intent.Procrastination when GoalAtHand is not null && OnShortAnswer(text) is { } answer => answer,
        Intent.Done when _chat.State is ChatState.Celebrated && GoalAtHand is not null && MoreOf() is { } asked => OnHowMuch(asked, text),
        Intent.Unsure or Intent.Question or Intent.NewGoal => OnShortAnswer(text)
            ?? (GoalAtHand is not null && EmbeddedRouter.SaysNothing(text, _chat.Language) ? Talk(heard with { Intent = Intent.SmallTalk }) : Do(text, heard, isRouted)),
        _ => Do(text, heard, isRouted),
    };

    /// <summary>A message that other questions had no answer in.</summary>
    Decision OnPlainText(string text, Intent intent) => Act(text, Hear(text) with { Intent = intent });

    Decision Do(string text, CoachDraft.Routing heard, bool isRouted) => heard.Intent switch
    {
        Intent.Unsure => isRouted ? Unsure(text) : AskRoute(text),
        // Only a model has something of its own to say.
        Intent.Question when !isRouted && _rules.ModelHost is not null => AskRoute(text),
        Intent.SmallTalk when !isRouted && GoalAtHand is { } at && (Answers("thanks", text) || Answers("bye", text)) => InPassing(at, Reply.Gladly),
        Intent.Question or Intent.SmallTalk => Talk(heard),
        Intent.NewGoal => OnNewGoals(text, heard),
        Intent.DailySystem or Intent.StartAgain or Intent.HabitStack or Intent.Celebrate or Intent.Exam or Intent.Procrastination => Function(heard.Intent, text, heard),
        Intent.ScaleUp => ScaleUp(Wish(text)),
        _ => GoalAtHand is { } goal ? OnStepWord(goal, text, heard, isRouted) : OnNothingAtHand(text, heard.Intent),
    };

    /// <summary>Asks the coach what a message means; not about what harms, nor about a word or two that are a goal where there is none yet.</summary>
    Decision AskRoute(string text) => Decline(text) ?? (GoalAtHand is null && IsTooShortToSee(text) ? OnNewGoal(text) : new Decision.AskCoach(
        new CoachRequest.Route(text, GoalAtHand?.Next?.Goal.Text ?? "", "") { Language = LanguageOf(text), ChatId = _chat.Id.ToString() }, _chat));

    /// <summary>Of what a coach heard, only what the message says: a goal that nobody named is not planned.</summary>
    static CoachDraft.Routing Trusted(CoachDraft.Routing heard, string message) => heard with
    {
        Goals = [.. heard.Goals.Select(Clean).Where(goal => Echoes(goal, message)).Select(goal => Shorten(goal, WordsLength)).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostGoals)],
        Why = Echoes(heard.Why, message) ? Shorten(Clean(heard.Why), WordsLength) : "",
        Situation = Echoes(heard.Situation, message) ? Shorten(Clean(heard.Situation), WordsLength) : "",
        Amount = IsNamed(heard.Amount, message) ? heard.Amount : null,
        Minutes = IsNamed(heard.Minutes, message) ? heard.Minutes : null,
        Reply = Shorten(Clean(heard.Reply), RemarkLength),
    };

    /// <summary>A number goes on the record only where the message has it.</summary>
    static bool IsNamed(double? number, string message) =>
        number is > 0 and { } said && message.Contains(said.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>Whether at least half of the words are those of the message; the coach may bend them, not bring them.</summary>
    static bool Echoes(string said, string message)
    {
        var words = said.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('.', ',', '!', '?', ':', ';', '"', '\'')).Where(word => word.Length > 0).ToList();
        // Chinese writes without spaces: there the characters are counted.
        if (words.Any(word => word.Any(letter => letter >= 0x2E80))) words = [.. said.Where(char.IsLetterOrDigit).Select(letter => letter.ToString())];
        return words.Count > 0 && 2 * words.Count(word => message.Contains(word, StringComparison.OrdinalIgnoreCase)) >= words.Count;
    }

    Decision Unsure(string text) => GoalAtHand is null ? OnNewGoal(text) : AskWhatItIs(text);

    Decision Talk(CoachDraft.Routing heard)
    {
        if (!IsFit(heard.Reply, _chat.Language)) heard = heard with { Reply = "" };
        // Who has just left the day out is not shown the step again for an "ok".
        if (heard is { Intent: Intent.SmallTalk, Reply: "" } && GoalAtHand is not null && IsLeftForToday) return Say(Replies[Reply.Gladly]);
        if (GoalAtHand is { } goal)
            return ShowStep(_chat, goal, null, heard.Reply.Length > 0 ? FormattedText.Plain(heard.Reply) : Replies[heard.Intent is Intent.Question ? Reply.Question : Reply.SmallTalk]);
        if (heard.Reply.Length > 0) return Say(FormattedText.Plain(heard.Reply));
        return Say(heard.Intent is Intent.Question ? HelpText() : Replies[Reply.SmallTalkNoGoal]);
    }

    bool IsLeftForToday => Agreement.NotBefore > Today || _chat.Record.Skips.Any(skip => skip.Day == Today);

    Decision OnNothingAtHand(string text, Intent intent) =>
        intent is Intent.Done or Intent.More or Intent.Enough or Intent.Later or Intent.Skip or Intent.ShowAll or Intent.Start
            || (Answers("stuck", text) || Answers("smaller", text))
            ? Say(Replies[Reply.NoGoals])
            : OnNewGoal(text);

    /// <summary>A word about the step at hand; the goal may have none open today.</summary>
    Decision OnStepWord(Goal goal, string text, CoachDraft.Routing heard, bool isRouted) => (heard.Intent, goal.Next) switch
    {
        (Intent.Enough, _) => StopHere(goal),
        (Intent.ShowAll, _) => Say(Cards.Plan(Replies, goal, Pressed)),
        (Intent.More or Intent.Start, null) when goal.IsPartDone => CutNextPart(goal),
        (Intent.Skip, { } step) when isRouted => AskNotToday(goal, step),
        (Intent.Skip, { } step) when goal.Habit is null && Answers("skipstep", text) => SkipStep(goal, step),
        (Intent.Later or Intent.Skip, null) when !isRouted => SkipDay(goal),
        (_, null) => ShowStep(_chat, goal),
        (Intent.Done, { } step) => OnDone(goal, step, isRouted),
        (Intent.Smaller, { } step) => MakeSmaller(goal, step),
        (Intent.Stuck, _) => StuckAgain(goal, CauseOf(ShortAnswers.CauseIn(text))),
        (Intent.Later, { } step) => OnLater(goal, step, text),
        (Intent.Skip, _) => SkipDay(goal),
        (Intent.Start, { } step) => Begin(goal, step),
        (Intent.ThatsNothing, _) => ShowStep(_chat, goal, null, MoreThanNothing()),
        _ => ShowStep(_chat, goal),
    };

    /// <summary>A win is kept by the person's own words or tap. What a coach made of other words is asked about: it may hear wrong, and lie.</summary>
    Decision OnDone(Goal goal, Step step, bool isRouted) =>
        _chat.State is ChatState.Celebrated ? ShowStep(_chat, goal, null, Replies[Reply.AlreadyKept])
        : isRouted ? ShowStep(_chat, goal, null, Replies[Reply.AskDone])
        : Keep(goal, step);

    /// <summary>There are two skips a week, and they are the person's: what a coach heard as one is asked about.</summary>
    Decision AskNotToday(Goal goal, Step step) => Say(
        new OutgoingMessage(MessageKind.Reply, Replies[Reply.AskNotToday], Cards.Rows(Replies, goal.Number, step.Number, step.TimesDone + 1, [[NotToday, ShowCard]]), Pressed),
        _chat with { CurrentGoal = goal.Number, State = new ChatState.Idle() });

    /// <summary>Words that may be a new goal. Most are none, "sorry" and "i was ill", and who says so is not asked whether it is one: the step is shown, and one tap makes a goal of the words.</summary>
    Decision AskWhatItIs(string text) => GoalAtHand is { Next: not null } goal
        ? MayBeNew(ShowStep(_chat, goal, null, Replies[Reply.MayBeNew]), text)
        : Say(
            new OutgoingMessage(MessageKind.Reply, Replies[Reply.IsItAGoal, Shorten(text, 80)], Cards.Rows(Replies, 0, 0, 0, [[IsNewGoal, IsRemark]])),
            _chat with { State = new ChatState.AskedWhatItIs(text) });

    /// <summary>A card with one more button, which makes a goal of what was said.</summary>
    Decision MayBeNew(Decision.Finish shown, string said)
    {
        var card = shown.Replies[0];
        return Say(card with { Buttons = [.. card.Buttons, .. Cards.Rows(Replies, 0, 0, 0, [[IsNewGoal]])] }, shown.Chat with { State = new ChatState.AskedWhatItIs(said) });
    }
}
