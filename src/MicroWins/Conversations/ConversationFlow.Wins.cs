using System.Collections.Immutable;
using System.Globalization;
using MicroWins.CheckIns;
using MicroWins.Coaching.Embedded;
using MicroWins.Goals;
using MicroWins.Messaging;
using MicroWins.Rules;
using MicroWins.Rules.Sizing;
using NodaTime;
using static MicroWins.Conversations.ButtonVerb;

namespace MicroWins.Conversations;

// What was kept, what came on top of it, and how it is celebrated.
public sealed partial class ConversationFlow
{
    /// <summary>Minutes of a bonus: enough to get on, too little to turn a good day into work.</summary>
    const int BonusMinutes = 5;

    /// <summary>Amounts over this are slips of the thumb.</summary>
    const decimal MostAtOnce = 10_000;

    /// <summary>Wins so close together are rushed past: then the bot asks for one breath.</summary>
    static readonly Duration Rush = Duration.FromSeconds(90);

    /// <summary>How a habit feels is asked after every so many wins.</summary>
    const int WinsBetweenQuestions = 7;

    /// <summary>That a bonus leaves the promise as small as it was is said in full after every so many.</summary>
    const int BonusesBetweenWords = 10;

    /// <summary>What the person wrote about how much and how long it was; nothing where they pressed a button.</summary>
    RoutedIntent? Said => _happened is ChatEvent.TextWritten written ? Router.Route(Clean(written.Text), LanguageOf(written.Text)) : null;

    Decision Keep(Goal goal, Step step)
    {
        var (promised, said) = (PromiseOf(step, goal.Language), Said);
        var done = DoneOf(promised, said);
        if (goal.Habit is null && promised is not null && done.Amount < promised.Amount) (goal, step) = Split(goal, step, promised, (int)done.Amount);
        var kept = goal.Done(step, Today);
        var win = new Win(goal.Number, step.Number, step.TimesDone + 1, Bonus: 0, _now, said?.Minutes ?? MinutesSince(step.StartedAt), Today)
        {
            Unit = promised?.UnitOfMany ?? "",
            Amount = done.Amount,
            Extra = done.Extra,
        };
        (kept, win, var rounds) = IntoRounds(kept, win);
        var chat = rounds.Prepend(win).Aggregate(WithoutReminders(_chat.With(kept)) with { CurrentGoal = kept.Number, State = new ChatState.Celebrated() }, WithWin);
        return AfterBlock(kept, step, Say(Celebration(chat, kept, step, win, promised?.Amount ?? 0, rounds), chat));
    }

    /// <summary>Who does the whole of the day's promise at once has kept its later rounds as well: what came on top fills those first.</summary>
    (Goal Goal, Win Win, ImmutableArray<Win> Rounds) IntoRounds(Goal goal, Win win)
    {
        List<Win> rounds = [];
        while (goal is { Habit: not null, Next: { Times: > 1 } next } && PromiseOf(next, goal.Language) is { } promised && promised.Amount <= win.Extra)
        {
            win = win with { Extra = win.Extra - promised.Amount };
            rounds.Add(new Win(goal.Number, next.Number, next.TimesDone + 1, Bonus: 0, _now, Minutes: null, Today) { Unit = promised.UnitOfMany, Amount = promised.Amount });
            goal = goal.Done(next, Today);
        }
        return (goal, win, [.. rounds]);
    }

    AmountInText? PromiseOf(Step step, Language language) => _rules.Own.Amount(step.Goal.Text, language);

    /// <summary>How much of what was promised is done, and how much came on top. A number with another unit is about something else.</summary>
    static (decimal Amount, decimal Extra) DoneOf(AmountInText? promised, RoutedIntent? said)
    {
        if (promised is null) return (0, 0);
        if (promised.IsMinutes && said?.Minutes is { } minutes) said = said with { Amount = Math.Round(minutes), Unit = null };
        if (said?.Amount is not { } amount || amount != Math.Floor(amount) || amount is < 1 or > (double)MostAtOnce || !IsSame(said.Unit, promised))
            return (promised.Amount, 0);
        return (Math.Min((decimal)amount, promised.Amount), Math.Max(0, (decimal)amount - promised.Amount));
    }

    static bool IsSame(string? unit, AmountInText promised) =>
        unit is null || Stem(unit) is var stem && (Stem(promised.Unit) == stem || Stem(promised.UnitOfMany) == stem);

    // "page" and "pages", "Seite" and "Seiten", "страница" and "страниц" begin alike.
    static string Stem(string unit) => unit[..Math.Min(3, unit.Length)].ToUpperInvariant();

    /// <summary>"3 of the 5": what is done becomes a step of its own, and the rest stays for later.</summary>
    static (Goal, Step) Split(Goal goal, Step step, AmountInText promised, int done)
    {
        if (promised.With(done) is not { } kept || promised.With(promised.Amount - done) is not { } left) return (goal, step);
        var part = MicroGoal.Create(kept, Part(step.Goal.Effort, (double)done / promised.Amount));
        var rest = new PlannedStep(MicroGoal.Create(left, Part(step.Goal.Effort, 1 - ((double)done / promised.Amount))));
        var split = goal.Cut(step, part, [rest]);
        return (split, split.Find(step.Number)! with { StartedAt = step.StartedAt });
    }

    static Effort Part(Effort effort, double share) => Effort.FromMinutes(effort.LowMinutes * share, effort.HighMinutes * share);

    OutgoingMessage Celebration(Chat chat, Goal goal, Step step, Win win, int promised, ImmutableArray<Win> rounds)
    {
        List<FormattedText> said = [Praise(chat.Kept, string.Join(" + ", rounds.Select(round => goal.Find(round.Step)!.Goal.Text).Prepend(step.Goal.Text)))];
        if (win.Amount < promised) said.Add(Replies[goal.Habit is null ? Reply.KeptPart : Reply.KeptPartOfDay, win.Amount, promised]);
        var inAll = promised + rounds.Sum(round => round.Amount);
        if (win.Extra > 0) said.Add(Replies[IsNews(chat, goal) ? Reply.KeptMore : Reply.KeptMoreAgain, inAll, inAll + win.Extra, win.Extra]);
        var ritual = (IsDayDone(chat) ? RitualOf(Agreement.DayRituals) : null) ?? Ritual(goal, chat.Kept);
        if (ritual is not null) said.Add(ritual);
        if (goal.Status is GoalStatus.Reached) said.Add(Replies[Reply.GoalReached, goal.Title]);
        var asksHow = goal.Habit is { } habit && habit.Eases.All(ease => ease.Day != Today) && win.Occurrence % WinsBetweenQuestions is 0;
        if (asksHow) said.Add(Replies[Reply.AskFeel]);
        return new(MessageKind.Celebration, Cards.Paragraphs([.. said]), AfterWin(chat, goal, step, promised > 0, asksHow), Pressed);
    }

    /// <summary>Whether what a bonus is, and that the promise stays, is worth saying again: who does more every day has read it.</summary>
    static bool IsNews(Chat chat, Goal goal) => chat.Record.Wins.Count(win => win.Goal == goal.Number && win.Extra > 0) is var bonuses && (bonuses <= 2 || bonuses % BonusesBetweenWords is 0);

    FormattedText Praise(int kept, string words)
    {
        if (Agreement.Loudness is Loudness.Off) return Replies[Reply.KeptPlainly, words];
        var praise = kept is 1 ? Replies[Reply.KeptFirst, words] : Replies.Count(Reply.Kept, kept, words);
        return Agreement.Loudness is Loudness.Loud && !_chat.Concern.IsQuiet(_now) ? Replies[Reply.KeptLoudly, praise] : praise;
    }

    /// <summary>A way to mark the win; one breath for somebody who rushes on. Nobody is told to celebrate in the days after they spoke of danger.</summary>
    FormattedText? Ritual(Goal goal, int kept)
    {
        if (!MayCelebrate) return null;
        if (_chat.Record.Wins.TakeLast(2).Count(win => _now - win.At < Rush) is 2) return Replies[Reply.OneBreath];
        return goal.Celebrations.Length > 0 ? Replies[Reply.MarkIt, goal.Celebrations[kept % goal.Celebrations.Length]] : null;
    }

    bool MayCelebrate => Agreement.Loudness is Loudness.Normal or Loudness.Loud && !_chat.Concern.IsQuiet(_now);

    /// <summary>Of the person's own ways to mark a day or a week, another one each day; null where there is none.</summary>
    FormattedText? RitualOf(ImmutableArray<string> rituals) =>
        rituals.IsEmpty || !MayCelebrate ? null : Replies[Reply.MarkIt, rituals[Today.ToDateOnly().DayNumber % rituals.Length]];

    /// <summary>Whether every habit of today is done.</summary>
    static bool IsDayDone(Chat chat) => chat.ActiveGoals.Where(goal => goal.Habit is not null).ToList() is { Count: > 0 } habits && habits.All(habit => habit.Next is null);

    ImmutableArray<ImmutableArray<Button>> AfterWin(Chat chat, Goal goal, Step step, bool isCounted, bool asksHow)
    {
        var next = goal.Next is not null ? goal : chat.ActiveGoals.LastOrDefault(other => other.Next is not null);
        var time = step.TimesDone + 1;
        List<ImmutableArray<Button>> rows = [];
        if (next is not null) rows.Add([ButtonOf(KeepGoing, next.Number), ButtonOf(ButtonVerb.StopHere, goal.Number)]);
        ImmutableArray<Button> more = isCounted ? [ButtonOf(DidMore, goal.Number, step.Number, time)] : [];
        if (goal.Status is GoalStatus.Active) more = more.Add(ButtonOf(BitMore, goal.Number, step.Number, time));
        if (more.Length > 0) rows.Add(more);
        if (asksHow) rows.Add([ButtonOf(IsLight, goal.Number), ButtonOf(IsFine, goal.Number), ButtonOf(IsHeavy, goal.Number)]);
        if (MayBeDaily(chat, goal)) rows.Add([ButtonOf(MakeDaily, goal.Number, step.Number, time)]);
        if (goal.Status is GoalStatus.Reached || next is null) rows.Add([ButtonOf(ShowGoals)]);
        return [.. rows];
    }

    Button ButtonOf(ButtonVerb verb, int goal = 0, int step = 0, int time = 0) => new(Replies.Label(verb), new ButtonCode(verb, goal, step, time).ToString());

    /// <summary>Skills and habits live from coming back: of those, a step that was kept may become the daily one.</summary>
    static bool MayBeDaily(Chat chat, Goal goal) =>
        goal is { Habit: null, Kind: GoalKind.Habit or GoalKind.Skill } && !chat.ActiveGoals.Any(other => other.Habit is not null && other.Title == goal.Title);

    Decision OfferBonus(Goal goal, Step step, int time)
    {
        var bonus = MicroGoal.Create(Shorten(Replies[Reply.BitMoreStep, goal.Title].ToPlainText(), Limits.StepTextLength), Effort.FromMinutes(BonusMinutes));
        return Say(new OutgoingMessage(MessageKind.Card, Cards.Lines(Replies[Reply.Step, bonus.Text], Replies[Reply.BitMoreFacts]),
            Cards.Rows(Replies, goal.Number, step.Number, time, [[BonusDone, ButtonVerb.StopHere]])));
    }

    Decision KeepBonus(Goal goal, Step step, int time) =>
        // A bonus is possible only on top of what was kept.
        time < 1 || time > step.TimesDone ? OldButton() : WithBonus(goal, Replies[Reply.KeptBonus],
            new Win(goal.Number, step.Number, time, Win.TimedBonus, _now, BonusMinutes, Today));

    Decision WithBonus(Goal goal, FormattedText words, Win bonus)
    {
        var buttons = Cards.Rows(Replies, goal.Number, 0, 0, goal is { Status: GoalStatus.Active, Next: not null } ? [[KeepGoing, ButtonVerb.StopHere]] : [[ShowGoals]]);
        return Say(new OutgoingMessage(MessageKind.Celebration, words, buttons, Pressed), WithWin(_chat, bonus) with { State = new ChatState.Celebrated() });
    }

    /// <summary>"I did more": how much in all?</summary>
    Decision AskHowMuch(Goal goal, Step step, int time) => WinOf(goal.Number, step.Number, time) is not { Unit.Length: > 0 } win
        ? OldButton()
        : Say(Replies[Reply.AskHowMuch, win.Unit], _chat with { CurrentGoal = goal.Number, State = new ChatState.AskedHowMuch(goal.Number, step.Number, time) });

    Decision OnHowMuch(ChatState.AskedHowMuch asked, string text)
    {
        if (_chat.Find(asked.Goal) is not { } goal || WinOf(asked.Goal, asked.Step, asked.Time) is not { } win) return OldButton();
        var digits = string.Concat(text.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit));
        var said = Router.Route(text, LanguageOf(text)).Amount is { } amount ? (decimal)amount
            : decimal.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : 0;
        if (said is < 1 or > MostAtOnce || said != decimal.Floor(said)) return Say(Replies[Reply.AskHowMuchAgain, win.Unit]);
        var bonuses = _chat.Record.Wins.Where(other => other.IsBonus && (other.Goal, other.Step, other.Occurrence) == (asked.Goal, asked.Step, asked.Time)).ToList();
        var extra = said - win.Amount - win.Extra - bonuses.Sum(bonus => bonus.Extra);
        if (extra <= 0) return Say(Cards.Say(Replies[Reply.NotedAsItIs]), _chat with { State = new ChatState.Celebrated() });
        var number = bonuses.Select(bonus => bonus.Bonus).Append(Win.TimedBonus).Max() + 1;
        return WithBonus(goal, Replies[Reply.KeptMore, win.Amount, said, said - win.Amount],
            new Win(asked.Goal, asked.Step, asked.Time, number, _now, Minutes: null, win.Day) { Unit = win.Unit, Extra = extra });
    }

    Win? WinOf(int goal, int step, int time) =>
        _chat.Record.Wins.FirstOrDefault(win => !win.IsBonus && win.Goal == goal && win.Step == step && win.Occurrence == time);

    /// <summary>Minutes since the start; a timer that ran for hours was forgotten, and says nothing.</summary>
    double? MinutesSince(Instant? started) => started is { } at && _now - at is var span && span >= Duration.Zero && span <= LongestTimer
        ? span.TotalMinutes
        : null;
}
