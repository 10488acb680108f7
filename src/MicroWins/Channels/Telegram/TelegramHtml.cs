using System.Text;
using MicroWins.Messaging;

namespace MicroWins.Channels.Telegram;

/// <summary>Writes formatted text in Telegram's HTML, of which it needs two tags; whatever the text holds stays text.</summary>
public static class TelegramHtml
{
    public static string Write(FormattedText text)
    {
        var html = new StringBuilder();
        foreach (var run in text.Runs.Where(run => run.Text.Length > 0))
        {
            var tag = Tag(run.Style);
            if (tag is not null) html.Append('<').Append(tag).Append('>');
            html.Append(Escape(run.Text));
            if (tag is not null) html.Append("</").Append(tag).Append('>');
        }
        return html.ToString();
    }

    static string? Tag(TextStyle style) => style switch
    {
        TextStyle.Plain => null,
        TextStyle.Bold => "b",
        TextStyle.Italic => "i",
    };

    // The ampersand first, or it would escape the others twice. Telegram asks for these three outside of attributes.
    static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);
}
