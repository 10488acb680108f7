using System.Collections.Immutable;
using System.Text;
using MicroWins.Messaging;
using Telegram.Bot.Types.ReplyMarkups;

namespace MicroWins.Channels.Telegram;

/// <summary>Rows of buttons as Telegram's inline keyboard.</summary>
public static class Keyboard
{
    // Bot API, InlineKeyboardButton.callback_data.
    const int LongestData = 64;

    /// <summary>Why Telegram would never take these buttons; null where it would. Holds no label and no data.</summary>
    public static string? Problem(ImmutableArray<ImmutableArray<Button>> rows)
    {
        var buttons = Rows(rows).SelectMany(row => row).ToList();
        if (buttons.Any(button => Encoding.UTF8.GetByteCount(button.Data) is 0 or > LongestData))
            return "A button's data must be 1 to 64 bytes.";
        return buttons.Any(button => VisibleText.IsBlank(FormattedText.Plain(button.Label))) ? "A button has no label." : null;
    }

    /// <summary>The keyboard; null for no buttons.</summary>
    public static InlineKeyboardMarkup? Of(ImmutableArray<ImmutableArray<Button>> rows)
    {
        var keys = Rows(rows).Select(row => row.Select(Key).ToArray()).ToArray();
        return keys.Length == 0 ? null : new InlineKeyboardMarkup(keys);
    }

    static IEnumerable<ImmutableArray<Button>> Rows(ImmutableArray<ImmutableArray<Button>> rows) =>
        rows.IsDefault ? [] : rows.Where(row => !row.IsDefaultOrEmpty);

    static InlineKeyboardButton Key(Button button) => InlineKeyboardButton.WithCallbackData(VisibleText.Clean(button.Label), button.Data);
}
