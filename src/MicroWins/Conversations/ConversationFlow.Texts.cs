using System.Globalization;
using System.Text;
using MicroWins.Coaching.Embedded;
using MicroWins.Conversations.Hearing;
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

    Decision OnText(string raw)
    {
        var text = Clean(raw);
        if (InTheirs(text).Guard(raw) is { } answer) return answer;
        if (text.StartsWith('/')) return OnCommand(text);
        if (text.Length > MostCharacters) return Say(Replies.Count(Reply.TooLong, MostCharacters));
        if (AnswerToDelete(text) is { } answered) return answered;
        if (DataWords.Command(text) is { } command) return OnCommand(command);
        var heard = Hear(text);
        if (_chat.Language is Language.Unknown && heard.Intent is Intent.SmallTalk or Intent.Question && LanguageOf(text) is not Language.Unknown) return InTheirs(text).Act(text, heard);
        if (!text.Any(char.IsLetterOrDigit) && heard.Intent is Intent.Unsure) return OnShortAnswer(text) ?? Say(Replies[Reply.NothingToRead]);
        return _chat.State switch
        {
            // Somebody who is asked for a goal may still come back to the one at hand.
            ChatState.AskedForGoal or ChatState.AskedForMore or ChatState.AskedForDetails { Question: Detail.What }
                when GoalAtHand is not null && heard is { Intent: Intent.Done, Amount: null } or { Intent: Intent.Smaller or Intent.Later } => Act(text, heard),
            ChatState.AskedForGoal => OnNewGoals(text, heard),
            ChatState.AskedForStep asked => OnStepWords(asked, text),
            ChatState.AskedForDaily => OnDailyHabit(text),
            ChatState.AskedHowMuch asked => IsAmount(text, heard.Intent) ? OnHowMuch(asked, text) : Act(text, heard),
            ChatState.AskedToAgree asked => OnTermWords(asked, text, heard.Intent),
            ChatState.AskedForMore asked when heard.Intent is Intent.Skip => Plan(asked.Goal, asked.Why),
            ChatState.AskedForMore { MayAskWhy: true } asked => AskWhy($"{asked.Goal}: {text}"),
            ChatState.AskedForMore asked => Plan($"{asked.Goal}: {text}", asked.Why),
            ChatState.AskedWhy asked => Plan(asked.Goal, heard.Intent is Intent.Skip ? "" : text),
            // "What are you putting off?" may be answered with two things: a way out is for one, and neither is lost.
            ChatState.AskedForDetails { Function: Intent.Procrastination, Question: Detail.What } when heard.Goals.Count > 1 => OnNewGoals(text, heard),
            ChatState.AskedForDetails asked => heard.Intent is Intent.Skip ? NextDetail(asked) : OnDetail(asked, raw, text),
            ChatState.AskedMeaning asked when text.Equals(Replies.Label(ButtonVerb.MeanWork), StringComparison.OrdinalIgnoreCase) || ShortAnswers.MeansLife(text) is false => WorkWasMeant(asked),
            ChatState.AskedMeaning when text.Equals(Replies.Label(ButtonVerb.MeanLife), StringComparison.OrdinalIgnoreCase) || ShortAnswers.MeansLife(text) is true => GiveResources(SafetyConcern.SelfHarm),
            // "Idk", "no": it may well be the life.
            ChatState.AskedMeaning when ShortAnswers.Read(text) is not null => OfferWithoutAnswer(),
            ChatState.AskedMeaning or ChatState.AskedWhatItIs or ChatState.Celebrated or ChatState.Idle => Act(text, heard),
            _ => throw new InvalidOperationException($"There is no such state as {_chat.State.GetType().Name}."),
        };
    }

    bool Answers(string list, string text) => EmbeddedRouter.Says(list, text, _chat.Language);

    /// <summary>Whether words may answer "how many?": "smaller" does not, nor a new goal that happens to name an hour.</summary>
    static bool IsAmount(string text, Intent intent) =>
        text.Split(' ').Length <= MostWordsOfAPart && (intent is Intent.Unsure or Intent.Done || text.Any(char.IsAsciiDigit));

    /// <summary>"Actually 5 pages", right after a win that counts pages, is about that win.</summary>
    ChatState.AskedHowMuch? MoreOf() => Said?.Amount is null || _chat.Record.Wins.LastOrDefault(win => !win.IsBonus) is not { Unit.Length: > 0 } win ? null
        : new ChatState.AskedHowMuch(win.Goal, win.Step, win.Occurrence);

    // The line that was told last, for the length of a turn: a dozen questions about it begin with its language.
    (string Text, Language Language)? _told;

    Language LanguageOf(string text)
    {
        if (_told is not { } told || told.Text != text) _told = told = (text, Tell(text));
        return told.Language;
    }

    Language Tell(string text) =>
        _chat.Language is Language.Unknown && GreetedIn(text) is { } greeted ? greeted
        : _rules.Sizer.LanguageOf(text) is not Language.Unknown and var language ? language : _chat.Language;

    /// <summary>The language of a greeting. A single word is too little to tell a language by its spelling: "hola" looks German.</summary>
    static Language? GreetedIn(string text) => text.Split(' ').Length > MostWordsOfAPart ? null
        : Languages.All.Where(language => EmbeddedRouter.IsSmallTalk(text, language)).Select(language => (Language?)language).FirstOrDefault();

    /// <summary>One line of words: no control characters, no invisible ones that turn text around, no white space at the ends.</summary>
    static string Clean(string text)
    {
        if (text.Length is 0 || IsClean(text)) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in VisibleMarks.Clean(text).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (Rune.IsWhiteSpace(rune) || category is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                clean.Append(clean.Length > 0 && clean[^1] is not ' ' ? " " : "");
            else if (category is not (UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned))
                clean.Append(rune.ToString());
        }
        return clean.ToString().Trim();
    }

    // Letters, digits and signs of ASCII with single spaces between them, as most lines are.
    static bool IsClean(string text) =>
        !text.AsSpan().ContainsAnyExceptInRange(' ', '~') && text[0] is not ' ' && text[^1] is not ' ' && !text.Contains("  ", StringComparison.Ordinal);

    static string Shorten(string text, int length)
    {
        if (text.Length <= length) return text;
        // Never cut inside a character that takes several units.
        var end = StringInfo.ParseCombiningCharacters(text).Last(start => start <= length - 1);
        return text[..end].TrimEnd() + "…";
    }
}
