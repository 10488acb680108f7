using System.Collections.Immutable;
using MicroWins.Messaging;
using MicroWins.Rules;
using MicroWins.Rules.Safety;
using NodaTime;
using static MicroWins.Conversations.ButtonVerb;

namespace MicroWins.Conversations;

// /delete: everything goes, after one question; and nothing is kept of somebody of whom nothing is kept.
public sealed partial class ConversationFlow
{
    /// <summary>"Delete everything?" waits so long: a button that is found weeks later was pressed in another mood.</summary>
    static readonly Duration PatienceWithDelete = Duration.FromHours(1);

    /// <summary>The question that this turn answers, or withdraws; null where there was none.</summary>
    ChatState.AskedToDelete? ToDelete { get; init; }

    Decision.Finish AskToDelete() => Say(
        new OutgoingMessage(MessageKind.Reply, Replies[Reply.AskDelete], Cards.Rows(Replies, 0, 0, 0, [[DeleteAll, KeepAll]]), Pressed),
        _chat with { State = new ChatState.AskedToDelete(_now.ToUnixTimeMilliseconds()) });

    Decision Delete() => ToDelete is not { } asked ? OldButton()
        : _now - Instant.FromUnixTimeMilliseconds(asked.AskedAt) > PatienceWithDelete ? AskToDelete()
        : new Decision.Erase([Farewell()]);

    Decision KeepEverything() => Say(Cards.Say(Replies[Reply.KeptEverything], edits: Pressed));

    /// <summary>The labels, typed; their longest word will do ("delete", "löschen").</summary>
    Decision? AnswerToDelete(string text) => ToDelete is null ? null
        : IsLabel(Replies, DeleteAll, text) || IsMainWord(DeleteAll, text) ? Delete()
        : IsLabel(Replies, KeepAll, text) || IsMainWord(KeepAll, text) ? KeepEverything()
        : null;

    bool IsMainWord(ButtonVerb verb, string text) => text.TrimEnd('.', '!').Equals(Replies.Label(verb).Split(' ').MaxBy(word => word.Length), StringComparison.OrdinalIgnoreCase);

    static bool IsLabel(Replies replies, ButtonVerb verb, string text) => text.Equals(replies.Label(verb), StringComparison.OrdinalIgnoreCase);

    OutgoingMessage Farewell() => Cards.Say(_chat.Id.Channel switch
    {
        TelegramChannel => Cards.Paragraphs(Replies[Reply.Deleted], Replies[Reply.DeletedTelegram]),
        TerminalChannel => Cards.Paragraphs(Replies[Reply.Deleted], Replies[Reply.DeletedTerminal]),
        _ => Replies[Reply.Deleted],
    }, edits: Pressed);

    /// <summary>
    /// What leaves no trace: a button, a block or a reminder of somebody of whom nothing is kept, such as a press that is delivered
    /// again after it has erased everything. A chat begins with words; null where it goes on as usual.
    /// </summary>
    Decision.Erase? Traceless() => _chat.IsKnown ? null : _happened switch
    {
        ChatEvent.PersonLeft or ChatEvent.PersonCameBack or ChatEvent.ReminderDue => new([]),
        ChatEvent.ButtonPressed pressed => new([.. AnswersTo(ButtonCode.Read(pressed.Data)?.Verb)]),
        ChatEvent.TextWritten written when IsAboutDeleting(written.Text.Trim()) => new([Cards.Say(Replies[Reply.NothingToDelete])]),
        _ => null,
    };

    static bool IsAboutDeleting(string text) => text.Equals("/delete", StringComparison.OrdinalIgnoreCase)
        || Languages.All.Any(language => IsLabel(Replies.In(language), DeleteAll, text));

    IEnumerable<OutgoingMessage> AnswersTo(ButtonVerb? pressed) => pressed switch
    {
        // The same words in the same place, so that a second press of the button changes nothing.
        DeleteAll => [Farewell()],
        // Answered whenever it is pressed.
        MeanLife => ((Decision.Finish)GiveResources(SafetyConcern.SelfHarm)).Replies,
        _ => [Cards.Say(Replies[Reply.OldButtonNoGoal])],
    };
}
