using System.Globalization;
using MicroWins.Coaching;
using MicroWins.Coaching.Embedded.Reading;
using MicroWins.Goals;
using MicroWins.Messaging;
using NodaTime;
using NodaTime.Text;
using static MicroWins.Conversations.ButtonVerb;

namespace MicroWins.Conversations;

// The functions of the method before the coach is asked: at most two questions, one at a time, each with a way to skip it.
public sealed partial class ConversationFlow
{
    /// <summary>Questions of a function at the most: whoever is overwhelmed came for help, not for a form.</summary>
    const int MostQuestions = 2;

    /// <summary>Minutes a day that are offered as buttons.</summary>
    static readonly int[] MinutesOffered = [15, 30, 60];

    /// <summary>Goals that a day of small steps is made of at the most.</summary>
    const int MostOfADay = 5;

    /// <summary>A function by command: what stands behind the command was said.</summary>
    Decision Function(RouteIntent function, string rest) => Function(function, rest, rest, IsList(function) ? ListOf(rest) : [], Hear(rest));

    /// <summary>A function by words.</summary>
    Decision Function(RouteIntent function, string text, CoachDraft.Routing heard) => Function(function, text, SubjectOf(function, text, heard), heard.Goals, heard);

    Decision Function(RouteIntent function, string text, string subject, IReadOnlyList<string> goals, CoachDraft.Routing heard)
    {
        if (Decline(text) is { } declined) return declined;
        // There is nothing to keep track of yet: then that is said, and nothing asked.
        if (function is RouteIntent.Celebrate && KnownGoals.Count is 0) return NothingTold(function);
        var what = IsList(function) || goals.Count is 1 ? string.Join('\n', goals) : subject;
        var around = function switch
        {
            RouteIntent.Exam => "",
            RouteIntent.Celebrate => subject,
            _ => heard.Situation,
        };
        var told = WithTimesOf(new Told(what.Any(char.IsLetterOrDigit) ? what : "", heard.Why, around), function, text);
        return InTheirs($"{told.What} {told.Around}").Proceed(new ChatState.AskedForDetails(function, Detail.What, told, Asked: 0), from: Detail.What);
    }

    static bool IsList(RouteIntent function) => function is RouteIntent.DailySystem or RouteIntent.StartAgain or RouteIntent.HabitStack;

    /// <summary>"Help me with my exams" names a function, no subject; a whole sentence does.</summary>
    static string SubjectOf(RouteIntent function, string text, CoachDraft.Routing heard) =>
        function is RouteIntent.Exam or RouteIntent.Procrastination && heard.Goals.Count is not 1 && !IsTooShortToSee(text) ? text : "";

    /// <summary>An answer: what it says beside what was asked is kept as well.</summary>
    Decision OnDetail(ChatState.AskedForDetails asked, string raw, string text)
    {
        if (Decline(text) is { } declined) return declined is Decision.Finish finish ? finish with { Chat = finish.Chat with { State = new ChatState.Idle() } } : declined;
        var told = WithTimesOf(asked.Told, asked.Function, text);
        return NextDetail(asked with
        {
            Told = asked.Question switch
            {
                Detail.What => told with { What = IsList(asked.Function) ? string.Join('\n', ListOf(raw)) : text },
                Detail.Why => told with { Why = text },
                Detail.Around => told with { Around = text },
                Detail.On or Detail.Minutes => told,
            },
        });
    }

    Decision OnMinutes(ChatState.AskedForDetails asked, int minutes) => NextDetail(asked with { Told = asked.Told with { Minutes = Math.Clamp(minutes, FewestMinutes, Rules.Calendar.TimeWords.MostMinutesADay) } });

    Decision NextDetail(ChatState.AskedForDetails asked) => Proceed(asked, from: asked.Question + 1);

    /// <summary>Asks for what is missing, as long as a question is left; then the coach.</summary>
    Decision Proceed(ChatState.AskedForDetails so, Detail from)
    {
        var missing = so.Asked >= MostQuestions ? [] : Enum.GetValues<Detail>().Where(detail => detail >= from && IsMissing(so, detail)).Take(1).ToList();
        return missing is [var detail] ? AskDetail(so with { Question = detail, Asked = so.Asked + 1 }) : AskFor(so);
    }

    bool IsMissing(ChatState.AskedForDetails so, Detail detail) => (so.Function, detail) switch
    {
        (RouteIntent.DailySystem, Detail.What) => so.Told.What.Length is 0 && KnownGoals.Count < 3,
        (RouteIntent.Celebrate, Detail.What) => false,
        (_, Detail.What) => so.Told.What.Length is 0,
        (RouteIntent.StartAgain, Detail.Why) => so.Told.Why.Length is 0,
        (RouteIntent.Exam, Detail.On) => so.Told.On.Length is 0,
        (RouteIntent.Exam, Detail.Minutes) => so.Told.Minutes is null,
        // "Biology on friday, chapters 1-4" said what it covers.
        (RouteIntent.Exam, Detail.Around) when TopicList.NamesTopics(so.Told.What, LanguageOf(so.Told.What)) => false,
        // A task that was told in one breath is helped at once.
        (RouteIntent.Procrastination, Detail.Around) => so.Asked > 0 && so.Told is { Around: "", On: "" },
        (not (RouteIntent.StartAgain or RouteIntent.Procrastination), Detail.Around) => so.Told.Around.Length is 0,
        _ => false,
    };

    Decision AskDetail(ChatState.AskedForDetails asked)
    {
        var buttons = Cards.Rows(Replies, 0, 0, 0, [[ButtonVerb.SkipQuestion]]);
        if (asked.Question is Detail.Minutes)
            buttons = buttons.Insert(0, [.. MinutesOffered.Select(minutes =>
                new Button($"{minutes.ToString(CultureInfo.InvariantCulture)} {Replies.Label(ButtonVerb.ExamMinutes)}", new ButtonCode(ButtonVerb.ExamMinutes, minutes).ToString()))]);
        return Say(new OutgoingMessage(MessageKind.Reply, QuestionOf(asked), buttons, Pressed), Spoken(asked.Told.What) with { State = asked });
    }

    FormattedText QuestionOf(ChatState.AskedForDetails asked) => (asked.Function, asked.Question) switch
    {
        (RouteIntent.DailySystem, Detail.What) => KnownGoals.Count > 0 ? Replies[Reply.AskGoalsBeside, string.Join("; ", KnownGoals)] : Replies[Reply.AskGoals],
        (RouteIntent.DailySystem, _) => Replies[Reply.AskDay],
        (RouteIntent.StartAgain, Detail.What) => Replies[Reply.AskUnreached],
        (RouteIntent.StartAgain, _) => Replies[Reply.AskWhatStoodInTheWay],
        (RouteIntent.HabitStack, Detail.What) => Replies[Reply.AskHabits],
        (RouteIntent.HabitStack, _) => Replies[Reply.AskRoutine],
        (RouteIntent.Procrastination, Detail.What) => Replies[Reply.AskGoal],
        (RouteIntent.Procrastination, _) => Replies[Reply.AskDeadline],
        (RouteIntent.Celebrate, _) => Replies[Reply.AskTracking],
        (RouteIntent.Exam, Detail.What) => Replies[Reply.AskExam],
        (RouteIntent.Exam, Detail.On) => Replies[Reply.AskExamDay],
        (RouteIntent.Exam, Detail.Minutes) => Replies[Reply.AskExamMinutes],
        (RouteIntent.Exam, _) => Replies[Reply.AskMaterial],
        _ => throw new InvalidOperationException($"{asked.Function} asks no questions."),
    };

    /// <summary>Asks the coach with what there is; the state goes along, as the answer is put to use with it.</summary>
    Decision AskFor(ChatState.AskedForDetails so)
    {
        var (told, language, person) = (so.Told, LanguageOf($"{so.Told.What} {so.Told.Around}"), _chat.Id.ToString());
        IReadOnlyList<string> goals = so.Function is RouteIntent.DailySystem ? [.. KnownGoals.Concat(told.Lines.Where(line => !IsKnownByName(line))).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostOfADay)] : told.Lines;
        if (so.Function is RouteIntent.Celebrate) goals = [.. KnownGoals];
        if (goals.Count is 0) return NothingTold(so.Function);
        if (so.Function is RouteIntent.Procrastination && Known(told.What) is { } known) return StuckAgain(known);
        CoachRequest request = so.Function switch
        {
            RouteIntent.DailySystem => new CoachRequest.DesignDailySystem(goals, told.Around) { Language = language, ChatId = person },
            RouteIntent.StartAgain => new CoachRequest.ReframeFailedGoals(goals, told.Why) { Language = language, ChatId = person },
            RouteIntent.HabitStack => new CoachRequest.BuildHabitStack(goals, told.Around) { Language = language, ChatId = person },
            RouteIntent.Procrastination => new CoachRequest.BeatProcrastination(told.What, told.Why, told.Around) { Language = language, ChatId = person },
            RouteIntent.Celebrate => new CoachRequest.TrackAndCelebrate(goals, told.Around) { Language = language, ChatId = person },
            RouteIntent.Exam => new CoachRequest.PlanExam(told.What, told.Around, "") { Language = language, ChatId = person },
            _ => throw new InvalidOperationException($"{so.Function} is no function of the method."),
        };
        return new Decision.AskCoach(request, Spoken($"{told.What} {told.Around}") with { State = so });
    }

    /// <summary>Nothing was said, and nothing is known: that is all right too.</summary>
    Decision NothingTold(RouteIntent function) => function switch
    {
        RouteIntent.Procrastination when GoalAtHand is { } goal => StuckAgain(goal),
        RouteIntent.Celebrate => Say(Replies[Reply.NoGoals], _chat with { State = new ChatState.Idle() }),
        _ => Say(Replies[Reply.Cancelled], _chat with { State = new ChatState.Idle() }),
    };

    /// <summary>What the person is at: it was said, and is not asked for.</summary>
    IReadOnlyList<string> KnownGoals => [.. _chat.ActiveGoals.Reverse().Select(goal => goal.Title).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostOfADay)];

    /// <summary>The active goal that a text speaks of: all words of its name are in it.</summary>
    Goal? Known(string text) => _chat.ActiveGoals.LastOrDefault(goal =>
        goal.Next is not null && goal.Title.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)));

    /// <summary>"The history paper", where a history paper is known.</summary>
    bool IsKnownByName(string line) => Known(line) is { } known && line.Split(' ').Length <= known.Title.Split(' ').Length + 1;

    /// <summary>What was told to the function that the coach has answered.</summary>
    Told ToldBefore => (_chat.State as ChatState.AskedForDetails)?.Told ?? new Told();

    Told WithTimesOf(Told told, RouteIntent function, string text)
    {
        if (function is not (RouteIntent.Exam or RouteIntent.Procrastination)) return told;
        var day = told.On.Length is 0 && (function is RouteIntent.Exam ? ExamDayIn(text) : DayIn(text)) is { } found ? LocalDatePattern.Iso.Format(found) : told.On;
        return told with { On = day, Minutes = told.Minutes ?? (function is RouteIntent.Exam ? MinutesIn(text) : null) };
    }
}
