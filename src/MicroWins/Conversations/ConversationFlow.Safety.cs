using MicroWins.CheckIns;
using MicroWins.Messaging;
using MicroWins.Rules.Safety;
using NodaTime;
using static MicroWins.Conversations.ButtonVerb;

namespace MicroWins.Conversations;

// What comes before anything else: fixed, checked replies to a message that speaks of danger. No model, no plan, no praise.
public sealed partial class ConversationFlow
{
    /// <summary>How long "the work or your life?" waits for an answer before the resources are given, once.</summary>
    static readonly Duration PatienceWithSilence = Duration.FromMinutes(10);

    /// <summary>Whether something is answered however much else was sent before it.</summary>
    public static bool IsUrgent(ChatEvent happened) => happened switch
    {
        ChatEvent.TextWritten written => SafetyGate.Default.Screen(written.Text).Tier is not SafetyTier.None || Clean(written.Text).StartsWith("/sos", StringComparison.OrdinalIgnoreCase),
        ChatEvent.ButtonPressed pressed => ButtonCode.Read(pressed.Data)?.Verb is MeanLife,
        _ => false,
    };

    /// <summary>Looks at what was written; null where it goes on as usual.</summary>
    Decision? Guard(string text)
    {
        var screen = SafetyGate.Default.Screen(text);
        return screen.Tier switch
        {
            SafetyTier.Explicit => GiveResources(screen.Concern),
            SafetyTier.Ambiguous => AskMeaning(text),
            SafetyTier.None => null,
        };
    }

    Decision GiveResources(SafetyConcern concern)
    {
        var contacts = Contacts();
        var chat = _chat with
        {
            Concern = new Concern(ConcernStage.Told, _now),
            State = new ChatState.Idle(),
            NextReminder = _chat.NextReminder + 1,
            // Whatever was agreed on waits: nobody is asked for a page of history now.
            Reminders = [new Reminder(_chat.NextReminder, 0, _now + Concern.Quiet, ReminderPurpose.AfterQuiet)],
        };
        return Say(Cards.Say(Cards.Paragraphs([HeardOf(concern, contacts), .. Resources(contacts), Replies[Reply.SafetyQuiet]])), chat);
    }

    FormattedText HeardOf(SafetyConcern concern, CrisisContacts contacts) => concern switch
    {
        SafetyConcern.Emergency => Replies[Reply.SafetyEmergencyFirst, EmergencyNumber(contacts)],
        SafetyConcern.Violence => Replies[Reply.SafetyViolence],
        SafetyConcern.ThreatToOthers => Replies[Reply.SafetyThreatToOthers],
        SafetyConcern.SomebodyElse => Replies[Reply.SafetySomebodyElse],
        SafetyConcern.EatingDisorder => Replies[Reply.SafetyEatingDisorder],
        SafetyConcern.SelfHarm or SafetyConcern.None => Replies[Reply.SafetyHeard],
    };

    IEnumerable<FormattedText> Resources(CrisisContacts contacts) =>
    [
        Replies[Reply.SafetyEmergency, EmergencyNumber(contacts)],
        .. contacts.Lines.Select(line => Replies[Reply.SafetyLine, line.Name, line.Contact]),
        Replies[Reply.SafetyDirectory, contacts.Directory.Contact],
    ];

    object EmergencyNumber(CrisisContacts contacts) => (object?)contacts.EmergencyNumber ?? Replies[Reply.SafetyLocalNumber];

    /// <summary>What the channel says of the country outranks the clock of whoever runs the bot.</summary>
    CrisisContacts Contacts() => CrisisLines.For(CrisisLines.FromTag(_chat.LanguageTag) ?? CrisisLines.FromZone(_rules.Zone?.Id));

    Decision AskMeaning(string text)
    {
        var question = Replies[Reply.SafetyQuestion];
        // Somebody who was given the resources lately, or who said before that they mean the work, gets them beside the question.
        if (_chat.Concern.Stage is not ConcernStage.None) question = Cards.Paragraphs([question, .. Resources(Contacts())]);
        var chat = _chat with
        {
            Concern = _chat.Concern.IsQuiet(_now) ? _chat.Concern : new Concern(ConcernStage.Asked, _now),
            State = new ChatState.AskedMeaning(text),
            NextReminder = _chat.NextReminder + 1,
            Reminders = [.. WithoutUnanswered(_chat).Reminders, new Reminder(_chat.NextReminder, 0, _now + PatienceWithSilence, ReminderPurpose.SafetyUnanswered)],
        };
        return Say(new OutgoingMessage(MessageKind.Reply, question, Cards.Rows(Replies, 0, 0, 0, [[MeanWork], [MeanLife]])), chat);
    }

    /// <summary>A denial lowers the tone. It is noted, and the words that were said are taken up as what they then are.</summary>
    Decision WorkWasMeant(ChatState.AskedMeaning asked)
    {
        var chat = WithoutUnanswered(_chat) with
        {
            State = new ChatState.Idle(),
            Concern = _chat.Concern.IsQuiet(_now) ? _chat.Concern : new Concern(ConcernStage.Denied, _now),
        };
        if (GoalAtHand is { } goal) return ShowStep(chat, goal, Pressed, Replies[Reply.SafetyDenied]);
        return IsTooShortToSee(asked.Text)
            ? Say(Cards.Say(Cards.Paragraphs(Replies[Reply.SafetyDenied], Replies[Reply.AskGoal]), edits: Pressed), chat with { State = new ChatState.AskedForGoal() })
            : Plan(chat, asked.Text, "", Replies[Reply.SafetyDenied]);
    }

    Decision OnSilence() => _chat.Concern.Stage is ConcernStage.Asked
        ? Say(Cards.Say(Cards.Paragraphs([Replies[Reply.SafetyNoAnswer], .. Resources(Contacts())])))
        : Silence(_chat);

    /// <summary>Once: the question is not open any more, and whoever still presses "my life" is answered all the same.</summary>
    Decision OfferWithoutAnswer() =>
        Say(Cards.Say(Cards.Paragraphs([Replies[Reply.SafetyNoAnswer], .. Resources(Contacts())])), WithoutUnanswered(_chat) with { State = new ChatState.Idle() });

    static Chat WithoutUnanswered(Chat chat) =>
        chat with { Reminders = [.. chat.Reminders.Where(reminder => reminder.Purpose is not ReminderPurpose.SafetyUnanswered)] };

    Decision Sos() => Say(Cards.Paragraphs([Replies[Reply.SafetySos], .. Resources(Contacts())]));

    /// <summary>A goal that harms is declined, with something next to it that does not; null for any other goal.</summary>
    Decision? Decline(string goal) => UnsafeGoals.Default.Judge(goal) switch
    {
        UnsafeGoal.None => null,
        UnsafeGoal.Starving => Say(Replies[Reply.DeclineStarving]),
        UnsafeGoal.FastWeightLoss => Say(Replies[Reply.DeclineFastWeightLoss]),
        UnsafeGoal.NoSleep => Say(Replies[Reply.DeclineNoSleep]),
        UnsafeGoal.SelfHarm => Say(Replies[Reply.DeclineSelfHarm]),
        UnsafeGoal.Punishment => Say(Replies[Reply.DeclinePunishment]),
        UnsafeGoal.Stalking => Say(Replies[Reply.DeclineStalking]),
        UnsafeGoal.Cheating => Say(Replies[Reply.DeclineCheating]),
        UnsafeGoal.HurtingSomebody => Say(Replies[Reply.DeclineHurtingSomebody]),
        UnsafeGoal.Drugs => Say(Replies[Reply.DeclineDrugs]),
    };
}
