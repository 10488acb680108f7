using System.Collections.Immutable;
using MicroWins.CheckIns;
using MicroWins.Conversations.Hearing;
using MicroWins.Messaging;
using MicroWins.Rules.Calendar;
using NodaTime;
using static MicroWins.Conversations.ButtonVerb;

namespace MicroWins.Conversations;

// What is agreed on, on one card, and a tap to change each.
public sealed partial class ConversationFlow
{
    /// <summary>The look back of somebody who wants one, unless they are asked at that time already.</summary>
    static readonly LocalTime UsualLookBack = new(20, 30);

    static readonly LocalTime UsualQuietFrom = new(22, 0), UsualQuietTo = new(7, 0);

    /// <summary>The buttons that belong to no goal: those under a question about the agreement, and those of the card.</summary>
    Decision? OnTermButton(ButtonCode code) => code switch
    {
        { Verb: AskMorning } => AgreeOn([Morning]),
        { Verb: AskMidday } => AgreeOn([Midday]),
        { Verb: AskEvening } => AgreeOn([Evening]),
        { Verb: AskAroundNow } => AgreeOnThisTime(),
        { Verb: ChooseZone } => ChosenZone(code.Goal),
        { Verb: DoNotAsk, Goal: 0 } => DoNotAskAnyMore(),
        { Verb: ShowSettings } => Say(SettingsCard(edits: Pressed)),
        { Verb: SetTimes } => AskTerm(Term.Times, Reply.AskTimesOpen, [.. TimeButtons(), .. Cards.Rows(Replies, 0, 0, 0, [[DoNotAsk, ShowSettings]])]),
        { Verb: SetZone } => AskZone(""),
        { Verb: SetQuiet, Time: 0 } => AskTerm(Term.Quiet, Reply.AskQuiet, QuietButtons()),
        { Verb: SetQuiet } => Changed(Agreement with { NoQuiet = false, QuietFrom = null, QuietTo = null }),
        { Verb: NoQuiet } => Changed(Agreement with { NoQuiet = true }),
        { Verb: SetDayStart, Time: 0 } => AskTerm(Term.DayStart, Reply.AskDayStart, DayStartButtons()),
        { Verb: SetDayStart, Time: <= 13 } => StartDayAt(new LocalTime(code.Time - 1, 0)),
        { Verb: SetLoudness, Time: 0 } => Say(new OutgoingMessage(MessageKind.Reply, Replies[Reply.AskLoudness], LoudnessButtons(), Pressed)),
        { Verb: SetLoudness, Time: <= 4 } => Changed(Agreement with { Loudness = (Loudness)(code.Time - 1) }),
        { Verb: SetLookBack } => SwitchLookBack(),
        { Verb: PauseThreeDays } => PauseFor(3),
        { Verb: PauseAWeek } => PauseFor(7),
        { Verb: PauseOpen } => Pause(Today, null),
        { Verb: Resume } => ResumeAsking(),
        _ => null,
    };

    OutgoingMessage SettingsCard(string? edits = null, params FormattedText[] lead)
    {
        var text = Cards.Paragraphs([.. lead, Replies[Reply.Settings], Cards.Lines([.. SettingsLines()])]);
        var isPaused = Agreement.PauseList.Any(pause => !(pause.To < Today));
        return new(MessageKind.Reply, text, Cards.Rows(Replies, 0, 0, 0,
            [[SetTimes, SetLookBack], [SetZone, SetQuiet], [SetDayStart, SetLoudness], .. isPaused ? (ButtonVerb[][])[[Resume]] : []]), edits);
    }

    IEnumerable<FormattedText> SettingsLines()
    {
        yield return IsZoneKnown
            ? Replies[Reply.SettingsZone, NameOf(Clock.Zone.Id), Dates.Of(_now.InZone(Clock.Zone).TimeOfDay)]
            : Replies[Reply.SettingsNoZone];
        var ahead = AheadOf(Agreement).ToList();
        yield return !Agreement.Asks ? Replies[Reply.SettingsNotAsking]
            : ahead.Count is 0 || (!IsZoneKnown && !Agreement.TimesChosen) ? Replies[Reply.SettingsNoTimes]
            : Replies[Reply.SettingsTimes, Dates.Of(ahead)];
        yield return Agreement.LookBackSlot is { } back && back < Agreement.Times.Length
            ? Replies[Reply.SettingsLookBack, Dates.Of(Agreement.Times[back])]
            : Replies[Reply.SettingsNoLookBack];
        yield return Agreement.Quiet(IsZoneKnown) is { } quiet ? Replies[Reply.SettingsQuiet, Dates.Of(quiet.From), Dates.Of(quiet.To)] : Replies[Reply.SettingsNoQuiet];
        yield return Replies[Reply.SettingsDayStart, Dates.Of(Agreement.DayStart)];
        yield return Replies[Reply.SettingsLoudness, Replies[LoudnessName(Agreement.Loudness)]];
        if (Agreement.PauseList.LastOrDefault(pause => !(pause.To < Today)) is { } pause)
            yield return pause.To is { } to
                ? Replies[Reply.SettingsPause, Dates.Of(Replies, pause.From), Dates.Of(Replies, to)]
                : Replies[Reply.SettingsPauseOpen, Dates.Of(Replies, pause.From)];
    }

    static Reply LoudnessName(Loudness loudness) => loudness switch
    {
        Loudness.Off => Reply.LoudnessOff,
        Loudness.Quiet => Reply.LoudnessQuiet,
        Loudness.Normal => Reply.LoudnessNormal,
        Loudness.Loud => Reply.LoudnessLoud,
    };

    Decision AskTerm(Term term, Reply question, ImmutableArray<ImmutableArray<Button>> buttons) =>
        Say(new OutgoingMessage(MessageKind.Reply, Replies[question], buttons, Pressed), _chat with { State = new ChatState.AskedToAgree(term) });

    ImmutableArray<ImmutableArray<Button>> QuietButtons() =>
    [
        [
            new Button($"{Dates.Of(UsualQuietFrom)}–{Dates.Of(UsualQuietTo)}", new ButtonCode(SetQuiet, Time: 1).ToString()),
            new Button(Replies.Label(NoQuiet), new ButtonCode(NoQuiet).ToString()),
        ],
    ];

    static ImmutableArray<ImmutableArray<Button>> DayStartButtons() =>
        [[.. ((int[])[0, 4, 6]).Select(hour => new Button(Dates.Of(new LocalTime(hour, 0)), new ButtonCode(SetDayStart, Time: hour + 1).ToString()))]];

    ImmutableArray<ImmutableArray<Button>> LoudnessButtons() =>
    [
        .. Enum.GetValues<Loudness>()
            .Select(loudness => new Button(Replies[LoudnessName(loudness)].ToPlainText(), new ButtonCode(SetLoudness, Time: (int)loudness + 1).ToString()))
            .Chunk(2).Select(row => row.ToImmutableArray()),
    ];

    /// <summary>Puts a change on the card, so that what is agreed on is read in one place.</summary>
    Decision Changed(Agreement agreement)
    {
        var chat = Rescheduled(_chat) with { Agreement = agreement, State = new ChatState.Idle() };
        return Say(new ConversationFlow(chat, _happened, _rules, _now).SettingsCard(Pressed, Replies[Reply.SettingsChanged]), chat);
    }

    Decision SwitchLookBack()
    {
        if (Agreement.LookBackSlot is { } slot)
            return Changed(Agreement with
            {
                LookBackSlot = null,
                Times = Agreement.Times.Length > 1 && slot < Agreement.Times.Length ? Agreement.Times.RemoveAt(slot) : Agreement.Times,
            });
        // Three a day are the most: then the last of them looks back.
        if (Agreement.Times.Length >= CheckInSchedule.MostSlots)
            return Changed(Agreement with { LookBackSlot = Agreement.Times.IndexOf(InOrderOfDay(Agreement.Times).Last()) });
        var time = Agreement.Times.Contains(UsualLookBack) ? UsualLookBack.PlusHours(1) : UsualLookBack;
        var times = (Agreement.Times.IsEmpty ? [UsualTime()] : Agreement.Times).Add(time);
        return IsZoneKnown ? Changed(Agreement with { Asks = true, Times = times, LookBackSlot = times.Length - 1 }) : AskZone("");
    }

    Decision StartDayAt(LocalTime time) => time > DayStart.Latest
        ? Say(Replies[Reply.DayStartTooLate])
        : Changed(Agreement with { DayStart = time });

    Decision OnDayStartWords(string text) => SpokenTime.Times(text) is [var spoken] ? StartDayAt(spoken.Time) : Say(Replies[Reply.DayStartUnread]);

    Decision OnQuietWords(string text) => SpokenTime.Times(text) is [var from, var to] && QuietFrom(from) is var start && start != to.Time
        ? Changed(Agreement with { NoQuiet = false, QuietFrom = start, QuietTo = to.Time })
        : Say(Replies[Reply.QuietUnread]);

    /// <summary>"10 to 7" begins in the evening.</summary>
    static LocalTime QuietFrom(SpokenHour from) => !from.IsCertain && from.Time.Hour is >= 6 and < 12 ? from.Time.PlusHours(12) : from.Time;
}
