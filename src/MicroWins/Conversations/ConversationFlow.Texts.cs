using System.Globalization;
using System.Text;
using MicroWins.Coaching;
using MicroWins.Coaching.Embedded;
using MicroWins.Goals;
using MicroWins.Messaging;
using MicroWins.Rules;
using MicroWins.Rules.Safety;
using MicroWins.Rules.Sizing;
using Intent = MicroWins.Coaching.RouteIntent;

namespace MicroWins.Conversations;

// What was written: an answer to a question, a word about the step at hand, or a new goal.
public sealed partial class ConversationFlow
{
    /// <summary>UTF-16 units that are read at once: a long page. More of it would cost tokens and help nobody who is overwhelmed.</summary>
    public const int MostCharacters = 2000;

    static readonly EmbeddedRouter Router = new();

    Decision OnText(string raw)
    {
        if (Guard(raw) is { } answer) return answer;
        var text = Clean(raw);
        if (text.StartsWith('/')) return OnCommand(text);
        if (text.Length > MostCharacters) return Say(Replies.Count(Reply.TooLong, MostCharacters));
        var intent = Router.Route(text, LanguageOf(text)).Intent;
        if (!text.Any(char.IsLetterOrDigit) && intent is Intent.Unsure) return Say(Replies[Reply.NothingToRead]);
        return _chat.State switch
        {
            // Somebody who is asked for a goal may still come back to the one at hand.
            ChatState.AskedForGoal or ChatState.AskedForMore when GoalAtHand is not null && intent is Intent.Done or Intent.Smaller or Intent.Later =>
                OnPlainText(text, intent),
            ChatState.AskedForGoal => OnNewGoal(text),
            ChatState.AskedForStep asked => OnStepWords(asked, text),
            ChatState.AskedForDaily => OnDailyHabit(text),
            ChatState.AskedHowMuch asked => OnHowMuch(asked, text),
            ChatState.AskedForMore asked when intent is Intent.Skip => Plan(asked.Goal, ""),
            ChatState.AskedForMore { MayAskWhy: true } asked => AskWhy($"{asked.Goal}: {text}"),
            ChatState.AskedForMore asked => Plan($"{asked.Goal}: {text}", ""),
            ChatState.AskedWhy asked => Plan(asked.Goal, intent is Intent.Skip ? "" : text),
            ChatState.AskedMeaning asked when text.Equals(Replies.Label(ButtonVerb.MeanWork), StringComparison.OrdinalIgnoreCase) => WorkWasMeant(asked),
            ChatState.AskedMeaning when text.Equals(Replies.Label(ButtonVerb.MeanLife), StringComparison.OrdinalIgnoreCase) => GiveResources(SafetyConcern.SelfHarm),
            ChatState.AskedMeaning or ChatState.AskedWhatItIs or ChatState.Celebrated or ChatState.Idle => OnPlainText(text, intent),
            _ => throw new InvalidOperationException($"There is no such state as {_chat.State.GetType().Name}."),
        };
    }

    /// <summary>A word about the step at hand, where there is one; else a new goal.</summary>
    Decision OnPlainText(string text, Intent intent) => (GoalAtHand, intent) switch
    {
        (null, Intent.SmallTalk) => Say(Replies[Reply.SmallTalkNoGoal]),
        (null, Intent.Question) => Say(HelpText()),
        (null, Intent.Done or Intent.More or Intent.Enough or Intent.Later or Intent.Skip or Intent.ShowAll or Intent.Start) => Say(Replies[Reply.NoGoals]),
        (null, _) => OnNewGoal(text),
        ({ } goal, Intent.Done) when _chat.State is ChatState.Celebrated && MoreOf() is { } asked => OnHowMuch(asked, text),
        // Every habit is done for today: there is no step that a word could be about.
        ({ Next: null } goal, not (Intent.NewGoal or Intent.Unsure or Intent.ThatsNothing)) => ShowStep(_chat, goal),
        ({ } goal, Intent.Done) when _chat.State is ChatState.Celebrated => ShowStep(_chat, goal, null, Replies[Reply.AlreadyKept]),
        ({ } goal, Intent.Done) => Keep(goal, goal.Next!),
        ({ } goal, Intent.Smaller) => MakeSmaller(goal, goal.Next!),
        ({ } goal, Intent.Stuck) => AskStuck(goal, goal.Next!),
        ({ } goal, Intent.Later) => AskWhen(goal, goal.Next!),
        ({ } goal, Intent.Skip) => AskedTomorrow(goal, Reply.NotToday),
        ({ } goal, Intent.Start) => Begin(goal, goal.Next!),
        ({ } goal, Intent.More) => ShowStep(_chat, goal),
        ({ } goal, Intent.Enough) => StopHere(goal),
        ({ } goal, Intent.ShowAll) => Say(Cards.Plan(Replies, goal, Pressed)),
        ({ } goal, Intent.Question) => ShowStep(_chat, goal, null, Replies[Reply.Question]),
        ({ } goal, Intent.SmallTalk) => ShowStep(_chat, goal, null, Replies[Reply.SmallTalk]),
        ({ } goal, Intent.ThatsNothing) => ShowStep(_chat, goal, null, MoreThanNothing()),
        ({ }, Intent.NewGoal or Intent.Procrastination or Intent.StartAgain or Intent.Exam) => OnNewGoal(text),
        // Their own answers come with the functions of the method.
        ({ }, Intent.DailySystem or Intent.HabitStack or Intent.Celebrate or Intent.ScaleUp) => AskWhatItIs(text),
        ({ }, Intent.Unsure) => AskWhatItIs(text),
    };

    Decision AskWhatItIs(string text) => Say(
        new OutgoingMessage(MessageKind.Reply, Replies[Reply.IsItAGoal, Shorten(text, 80)],
            Cards.Rows(Replies, 0, 0, 0, [[ButtonVerb.IsNewGoal, ButtonVerb.IsRemark]])),
        _chat with { State = new ChatState.AskedWhatItIs(text) });

    /// <summary>"Actually 5 pages", right after a win that counts pages, is about that win.</summary>
    ChatState.AskedHowMuch? MoreOf() => Said?.Amount is null || _chat.Record.Wins.LastOrDefault(win => !win.IsBonus) is not { Unit.Length: > 0 } win ? null
        : new ChatState.AskedHowMuch(win.Goal, win.Step, win.Occurrence);

    Language LanguageOf(string text) => _rules.Sizer.Size(new SizingQuestion(text)).Language is not Language.Unknown and var language ? language : _chat.Language;

    /// <summary>One line of words: no control characters, no invisible ones that turn text around, no white space at the ends.</summary>
    static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (Rune.IsWhiteSpace(rune) || category is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                clean.Append(clean.Length > 0 && clean[^1] is not ' ' ? " " : "");
            else if (category is not (UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
                || rune.Value is ZeroWidthJoiner)
                clean.Append(rune.ToString());
        }
        return clean.ToString().Trim();
    }

    // Holds emoji of several parts together.
    const int ZeroWidthJoiner = 0x200D;

    static string Shorten(string text, int length)
    {
        if (text.Length <= length) return text;
        // Never cut inside a character that takes several units.
        var end = StringInfo.ParseCombiningCharacters(text).Last(start => start <= length - 1);
        return text[..end].TrimEnd() + "…";
    }
}
