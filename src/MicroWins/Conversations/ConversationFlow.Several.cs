using System.Collections.Immutable;
using MicroWins.Coaching;
using MicroWins.Coaching.Embedded;
using MicroWins.Coaching.Embedded.Reading;
using MicroWins.Goals;
using MicroWins.Messaging;
using MicroWins.Rules;
using static MicroWins.Conversations.ButtonVerb;

namespace MicroWins.Conversations;

// Several goals at once: one is begun, the others are kept for later. And the list of all of them.
public sealed partial class ConversationFlow
{
    /// <summary>Goals of one message that are kept: more at once is a wall again.</summary>
    const int MostGoals = 6;

    /// <summary>UTF-16 units of a goal that a coach took out of a message.</summary>
    const int WordsLength = 300;

    /// <summary>Goals and put-away goals that a list shows with a button.</summary>
    const int ListedWithButton = 8, LaterWithButton = 5;

    /// <summary>A message with one goal or several: the first is planned, the others wait.</summary>
    Decision OnNewGoals(string text, CoachDraft.Routing heard)
    {
        if (Rather(text) is { } known) return known.Status is GoalStatus.PutAway ? Reopen(known) : ShowStep(_chat, known);
        if (heard.Goals.Count < 2) return OnNewGoal(text, why: heard.Why);
        if (Decline(text) is { } declined) return declined;
        if (heard.Goals.Select(Decline).FirstOrDefault(answer => answer is not null) is { } one) return one;
        // The first is kept as well, in its place: its plan takes that place.
        var language = LanguageOf(text);
        var chat = KeptForLater(Spoken(text), heard.Goals, out var kept, language);
        if (kept.IsEmpty) return OnNewGoal(heard.Goals[0], why: heard.Why);
        var lead = kept.Length > 1 ? Replies[Reply.KeptForLater, string.Join("; ", kept.Skip(1).Select(goal => goal.Title))] : null;
        return Plan(chat, kept[0].Words, heard.Why, lead, language);
    }

    /// <summary>"I changed my mind, the room first": the one goal beside that at hand that a change of mind names.</summary>
    Goal? Rather(string text)
    {
        if (!EmbeddedRouter.Mentions("rather", text, LanguageOf(text))) return null;
        var words = PersonText.Read(text).Words.Select(word => word.Key).Where(key => key.Length > 3).ToHashSet();
        var named = _chat.Goals.Where(goal => goal.Number != GoalAtHand?.Number && (goal.IsKeptForLater || goal is { Status: GoalStatus.Active, Next: not null })
            && PersonText.Read(goal.Title).Words.Any(word => words.Contains(word.Key))).ToList();
        return named is [var one] ? one : null;
    }

    /// <summary>Keeps goals without a plan. Those that are there already are not kept twice.</summary>
    /// <param name="chat">The chat.</param>
    /// <param name="goals">The goals in the person's words.</param>
    /// <param name="kept">Those that are new.</param>
    /// <param name="language">The language of the message that they stood in: a few words of it may look like another.</param>
    Chat KeptForLater(Chat chat, IEnumerable<string> goals, out ImmutableArray<Goal> kept, Language? language = null)
    {
        kept = [];
        foreach (var words in goals.Where(words => !_chat.Goals.Any(known => string.Equals(known.Words, words, StringComparison.OrdinalIgnoreCase))))
        {
            var goal = NewGoal(chat, words, words, language ?? LanguageOf(words), DraftedBy.Planner, []) with { Status = GoalStatus.PutAway };
            kept = kept.Add(goal);
            chat = chat with { Goals = chat.Goals.Add(goal) };
        }
        return chat;
    }

    /// <summary>What the person brought and a draft has nothing for. As many as are missing: a draft may call things by other names.</summary>
    static IEnumerable<string> LeftOut(IReadOnlyList<string> brought, IReadOnlyList<string> drafted) => brought
        .Where(words => !drafted.Any(name => IsSame(name, words))).Take(Math.Max(0, brought.Count - drafted.Count));

    /// <summary>Whether a coach and a person mean the same: most words of one are in the other.</summary>
    static bool IsSame(string name, string words) => Echoes(name, words) || Echoes(words, name);

    OutgoingMessage GoalList(string? edits)
    {
        var goals = _chat.Goals.Where(goal => goal.Status is not GoalStatus.PutAway).ToList();
        var later = _chat.Goals.Where(goal => goal.IsKeptForLater).Take(LaterWithButton).ToList();
        if (goals.Count + later.Count is 0) return Cards.Say(Replies[Reply.NoGoals], edits: edits);
        // The newest first: of a long record a phone shows the beginning.
        goals.Reverse();
        List<FormattedText> parts = [];
        if (goals.Count > 0) parts.Add(Cards.Paragraphs(Replies[Reply.Goals], Cards.Lines([.. goals.Take(20).Select(GoalLine)])));
        if (later.Count > 0) parts.Add(Replies[Reply.KeptForLater, string.Join("; ", later.Select(goal => goal.Title))]);
        var buttons = goals.Where(goal => goal.Status is GoalStatus.Active).Take(ListedWithButton).Select(goal => GoalButton(goal, OpenGoal));
        return new(MessageKind.Reply, Cards.Paragraphs([.. parts]), [.. buttons, .. later.Select(goal => GoalButton(goal, BringBack))], edits);
    }

    FormattedText GoalLine(Goal goal) => goal switch
    {
        { Status: GoalStatus.Reached } => Replies[Reply.GoalLineReached, goal.Number, goal.Title],
        { Habit: not null } => Replies[Reply.GoalLineHabit, goal.Number, goal.Title, goal.Steps.Sum(step => step.TimesDone)],
        _ => Replies[Reply.GoalLine, goal.Number, goal.Title, goal.Steps.Count(step => step.Status is StepStatus.Kept), goal.Steps.Length],
    };

    /// <summary>A row with the goal's own name.</summary>
    static ImmutableArray<Button> GoalButton(Goal goal, ButtonVerb verb) => [new Button(Shorten(goal.Title, 40), new ButtonCode(verb, goal.Number).ToString())];
}
