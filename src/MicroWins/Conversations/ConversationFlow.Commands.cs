using System.Collections.Immutable;
using MicroWins.Coaching;
using System.Globalization;
using MicroWins.Goals;
using MicroWins.Messaging;
using MicroWins.Rules;
using static MicroWins.Conversations.ButtonVerb;

namespace MicroWins.Conversations;

// What starts with a slash.
public sealed partial class ConversationFlow
{
    /// <summary>The commands, in the order in which a menu shows them.</summary>
    public static IReadOnlyList<string> Commands { get; } =
    [
        "plan", "goals", "today", "go", "focus", "done", "smaller", "stuck", "skip", "yesterday", "edit", "add", "reject", "first", "daily",
        "system", "again", "stack", "celebrate", "exam", "scaleup", "stats", "week", "calendar", "export",
        "settings", "pause", "resume", "cancel", "language", "sos", "privacy", "delete", "help", "start",
    ];

    Decision OnCommand(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var command = (space < 0 ? text : text[..space]).ToLowerInvariant();
        var rest = space < 0 ? "" : text[(space + 1)..].Trim();
        return command switch
        {
            "/start" => Welcome(),
            "/help" => Say(HelpText()),
            _ when rest.Length > MostCharacters => Say(Replies.Count(Reply.TooLong, MostCharacters)),
            "/plan" => rest.Any(char.IsLetterOrDigit) ? OnNewGoals(rest, Hear(rest)) : Say(Replies[Reply.AskGoal], _chat with { State = new ChatState.AskedForGoal() }),
            "/goals" => Say(GoalList(null)),
            "/today" => ShowToday(),
            "/go" => WithStep(Begin),
            "/focus" => Focus(rest),
            "/calendar" => SendCalendar(),
            "/export" => new Decision.Gather(_chat),
            "/done" => WithStep((goal, step) => _chat.State is ChatState.Celebrated ? ShowStep(_chat, goal, null, Replies[Reply.AlreadyKept]) : Keep(goal, step)),
            "/smaller" => WithStep(MakeSmaller),
            "/skip" => _chat.State is ChatState.AskedForMore or ChatState.AskedWhy or ChatState.AskedForDetails or ChatState.AskedToAgree { Term: Term.Zone }
                ? SkipQuestion()
                : WithStep((goal, step) => goal.Habit is null ? SkipStep(goal, step) : SkipDay(goal)),
            "/yesterday" => OnYesterday(rest),
            "/pause" => OnPause(rest),
            "/resume" => ResumeAsking(),
            "/settings" => Say(SettingsCard()),
            "/edit" => OnEdit(rest),
            "/add" => OnAdd(rest),
            "/reject" => WithStep(Reject),
            "/first" => OnFirst(rest),
            "/system" => Function(RouteIntent.DailySystem, rest),
            "/again" => Function(RouteIntent.StartAgain, rest),
            "/stack" => Function(RouteIntent.HabitStack, rest),
            "/celebrate" => Function(RouteIntent.Celebrate, rest),
            "/exam" => OnExam(rest),
            "/stuck" => OnStuck(rest),
            "/daily" => OnDailyHabit(rest),
            "/scaleup" => ScaleUp(Wish(rest)),
            "/stats" => Stats(),
            "/week" => Week(),
            "/language" => Languages.FromTag(rest) is not Language.Unknown and var named ? Speak(named) : AskLanguage(),
            "/cancel" => Cancel(),
            "/sos" => Sos(),
            "/privacy" => Say(PrivacyNotice()),
            "/delete" => AskToDelete(),
            _ => Say(Replies[Reply.UnknownCommand, Shorten(command, 32), Nearest(command)]),
        };
    }

    Decision Welcome()
    {
        if (_chat.Goals.IsEmpty) return Say(Replies[Reply.Welcome]);
        if (IsBack && GoalAtHand is { Next: not null } left) return Return(left);
        if (GoalAtHand is { } goal && _chat.Kept > 0) return ShowStep(_chat, goal, null, Replies.Count(Reply.WelcomeBack, _chat.Kept));
        return GoalAtHand is { } first ? ShowStep(_chat, first, null, Replies[Reply.SmallTalk]) : Say(Replies[Reply.SmallTalkNoGoal]);
    }

    FormattedText HelpText() => Cards.Paragraphs(Replies[Reply.Help], Replies[Reply.HelpTechniques], Replies[Reply.HelpDays], Replies[_rules.ModelHost is null ? Reply.HelpPlanner : Reply.HelpModel]);

    Decision WithStep(Func<Goal, Step, Decision> act) => GoalAtHand switch
    {
        { Next: { } step } goal => act(goal, step),
        { } goal when goal.Habit is not null || goal.Exam is not null || goal.IsPartDone => ShowStep(_chat, goal),
        _ => Say(Replies[Reply.NoGoals]),
    };

    Decision AskLanguage() => Say(new OutgoingMessage(MessageKind.Reply, Replies[Reply.AskLanguage],
        [.. Languages.All.Chunk(2).Select(pair => pair.Select(language =>
            new Button(language.OwnName(), new ButtonCode(ButtonVerb.Speak, (int)language).ToString())).ToImmutableArray())]));

    Decision Speak(Language language) => Say(Cards.Say(Replies.In(language)[Reply.LanguageSet], edits: Pressed), _chat with { Language = language });

    Decision Cancel() => _chat.State is ChatState.Idle or ChatState.Celebrated && ToDelete is null
        ? Say(Replies[Reply.NothingToCancel])
        : Say(Replies[Reply.Cancelled], _chat with { State = new ChatState.Idle() });

    static int? Wish(string words) =>
        int.TryParse(string.Concat(words.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit)), NumberStyles.None, CultureInfo.InvariantCulture, out var wish)
            ? wish
            : null;

    int KeptToday => _chat.Record.KeptOn(Today);

    /// <summary>The command that a person may have meant: the one that shares the longest beginning, else /help.</summary>
    static string Nearest(string typed) => Commands
        .Select(command => (Command: $"/{command}", Shared: $"/{command}".Zip(typed).TakeWhile(pair => pair.First == pair.Second).Count()))
        .Where(candidate => candidate.Shared > 1)
        .OrderByDescending(candidate => candidate.Shared)
        .Select(candidate => candidate.Command)
        .FirstOrDefault("/plan");
}
