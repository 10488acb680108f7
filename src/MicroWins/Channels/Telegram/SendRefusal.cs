using System.Text.RegularExpressions;
using Telegram.Bot.Exceptions;

namespace MicroWins.Channels.Telegram;

/// <summary>What Telegram means when it says no to a message.</summary>
public enum SendRefusal
{
    /// <summary>The message already says this.</summary>
    NotModified,
    /// <summary>The message to edit is gone, too old, or not one that can be edited.</summary>
    CannotEdit,
    /// <summary>The markup was not understood.</summary>
    MarkupNotRead,
    /// <summary>The picture was not understood.</summary>
    NoPicture,
    /// <summary>The person blocked the bot, left, or never wrote to it.</summary>
    Unreachable,
    /// <summary>Too many messages.</summary>
    TooMany,
    /// <summary>Telegram will never take this message.</summary>
    Never,
    /// <summary>Nothing is wrong with the message: the server is, or the token.</summary>
    NotOurs,
}

/// <summary>
/// Reads refusals. Telegram has no codes finer than HTTP's, so that its words decide; unknown words of a 400 are
/// <see cref="SendRefusal.Never"/>.
/// </summary>
public static partial class SendRefusals
{
    static readonly (string Words, SendRefusal Meaning)[] Known =
    [
        ("message is not modified", SendRefusal.NotModified),
        ("message to edit not found", SendRefusal.CannotEdit),
        ("message can't be edited", SendRefusal.CannotEdit),
        ("there is no text in the message to edit", SendRefusal.CannotEdit),
        ("MESSAGE_ID_INVALID", SendRefusal.CannotEdit),
        ("can't parse entities", SendRefusal.MarkupNotRead),
        ("IMAGE_PROCESS_FAILED", SendRefusal.NoPicture),
        ("PHOTO_INVALID_DIMENSIONS", SendRefusal.NoPicture),
        ("PHOTO_SAVE_FILE_INVALID", SendRefusal.NoPicture),
        ("PHOTO_EXT_INVALID", SendRefusal.NoPicture),
        ("chat not found", SendRefusal.Unreachable),
        ("user not found", SendRefusal.Unreachable),
        ("PEER_ID_INVALID", SendRefusal.Unreachable),
        ("user is deactivated", SendRefusal.Unreachable),
    ];

    public static SendRefusal Read(ApiRequestException refusal) => refusal.ErrorCode switch
    {
        400 => Meaning(refusal.Message),
        403 => SendRefusal.Unreachable,
        429 => SendRefusal.TooMany,
        413 => SendRefusal.Never,
        _ => SendRefusal.NotOurs,
    };

    static SendRefusal Meaning(string description)
    {
        foreach (var (words, meaning) in Known)
            if (description.Contains(words, StringComparison.OrdinalIgnoreCase)) return meaning;
        return SendRefusal.Never;
    }

    /// <summary>
    /// Telegram's words without what they quote from the message: "can't parse entities: Unsupported start tag "x""
    /// loses all after its cause.
    /// </summary>
    public static string WithoutText(string description)
    {
        var words = Cause().Match(description).Value.TrimEnd();
        return words.Length > 0 ? words : "no reason given";
    }

    [GeneratedRegex("""\A([A-Za-z ]{1,30}: )?[A-Za-z0-9_' -]{1,80}""", RegexOptions.CultureInvariant)]
    private static partial Regex Cause();
}
