using System.Text.Json;
using Telegram.Bot.Types.ReplyMarkups;

namespace MicroWins.Channels.Telegram;

/// <summary>A text with its buttons: sent, or put in the place of another. What Telegram made of it is not looked at.</summary>
/// <param name="chat">Where it goes.</param>
/// <param name="edits">The message that it takes the place of; null for a new one.</param>
/// <param name="text">The text.</param>
/// <param name="isHtml">Whether Telegram reads markup in it.</param>
/// <param name="keyboard">The buttons; null for none.</param>
public sealed class TextRequest(long chat, int? edits, string text, bool isHtml, InlineKeyboardMarkup? keyboard)
    : WrittenRequest<JsonElement>(edits is null ? "sendMessage" : "editMessageText")
{
    /// <summary>Where it goes.</summary>
    public long Chat { get; } = chat;

    protected override void Write(Utf8JsonWriter json)
    {
        json.WriteNumber("chat_id", Chat);
        if (edits is { } message) json.WriteNumber("message_id", message);
        json.WriteString("text", text);
        if (isHtml) json.WriteString("parse_mode", "HTML");
        json.WriteStartObject("link_preview_options");
        json.WriteBoolean("is_disabled", true);
        json.WriteEndObject();
        if (keyboard is not null) WriteButtons(json, keyboard);
    }

    static void WriteButtons(Utf8JsonWriter json, InlineKeyboardMarkup keyboard)
    {
        json.WriteStartObject("reply_markup");
        json.WriteStartArray("inline_keyboard");
        foreach (var row in keyboard.InlineKeyboard)
        {
            json.WriteStartArray();
            foreach (var button in row)
            {
                json.WriteStartObject();
                json.WriteString("text", button.Text);
                json.WriteString("callback_data", button.CallbackData);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
