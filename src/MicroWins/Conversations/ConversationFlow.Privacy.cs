using MicroWins.Messaging;
using static MicroWins.Conversations.ButtonVerb;

namespace MicroWins.Conversations;

// /privacy: put together from the configuration that the program runs by, so that it says what is done.
public sealed partial class ConversationFlow
{
    /// <summary>The channels of which something is to be said, as in <see cref="ChatId.Channel"/>.</summary>
    const string TelegramChannel = "telegram", TerminalChannel = "terminal";

    FormattedText PrivacyNotice() => Cards.Paragraphs(
        Replies[Reply.PrivacyWhat],
        Replies[Reply.PrivacyHowLong, Sentences([.. HowLong()])],
        Cards.Lines([Replies[Reply.PrivacyWho], .. WhoReads()]),
        Replies[Reply.PrivacyYours]);

    IEnumerable<FormattedText> HowLong()
    {
        var privacy = _rules.Privacy;
        yield return privacy.MessageDays is 0 ? Replies[Reply.PrivacyMessagesStay] : Replies.Count(Reply.PrivacyMessages, privacy.MessageDays);
        yield return Replies[Reply.PrivacyStays];
        if (privacy.InactiveMonths is 0) yield break;
        yield return Replies.Count(Reply.PrivacyInactive, privacy.InactiveMonths);
        yield return Replies.Count(Reply.PrivacyWarning, privacy.WarningDays);
    }

    IEnumerable<FormattedText> WhoReads()
    {
        yield return string.IsNullOrWhiteSpace(_rules.Privacy.Contact)
            ? Replies[Reply.PrivacyOperator]
            : Replies[Reply.PrivacyOperatorNamed, _rules.Privacy.Contact.Trim()];
        if (_chat.Id.Channel is TelegramChannel) yield return Replies[Reply.PrivacyTelegram];
        yield return _rules.ModelHost is { } host ? Replies[Reply.PrivacyModel, host]
            : _chat.Id.Channel is TerminalChannel ? Replies[Reply.PrivacyNobody]
            : Replies[Reply.PrivacyPlanner];
        if (_rules.IsSealed) yield return Replies[Reply.PrivacySealed];
    }

    /// <summary>Sentences in a row; Chinese leaves no space between them.</summary>
    FormattedText Sentences(FormattedText[] sentences) =>
        new([.. sentences.SelectMany((sentence, i) => i is 0 || _chat.Language is Rules.Language.Chinese ? sentence.Runs : [new TextRun(" "), .. sentence.Runs])]);

    /// <summary>Nothing was heard for many months: one message, and the person decides. Who wrote meanwhile, or was told already, is left in peace.</summary>
    Decision WarnBeforeErasing() => _rules.Privacy.SilentSince(_now) is not { } since || _chat.ActiveAt > since || _chat.WarnedAt is not null
        ? Silence(_chat)
        : Say(
            new OutgoingMessage(MessageKind.CheckIn, Replies.Count(Reply.InactiveWarning, _rules.Privacy.WarningDays), Cards.Rows(Replies, 0, 0, 0, [[KeepAll]])),
            _chat with { WarnedAt = _now });
}
