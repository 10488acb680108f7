using System.Globalization;
using System.Text;

namespace MicroWins.Tests.Support.BotApi;

/// <summary>A stretch of a message in one style, in UTF-16 units.</summary>
public readonly record struct TextEntity(string Type, int Offset, int Length);

/// <summary>Reads Telegram's HTML as its server does: the text without tags, the stretches in style, or why it cannot be read.</summary>
public sealed class HtmlEntities
{
    static readonly Dictionary<string, string> Tags = new()
    {
        ["b"] = "bold", ["strong"] = "bold", ["i"] = "italic", ["em"] = "italic", ["u"] = "underline", ["ins"] = "underline",
        ["s"] = "strikethrough", ["strike"] = "strikethrough", ["del"] = "strikethrough", ["code"] = "code", ["pre"] = "pre",
        ["a"] = "text_link", ["tg-spoiler"] = "spoiler", ["span"] = "spoiler", ["tg-emoji"] = "custom_emoji", ["blockquote"] = "blockquote",
    };

    readonly string html;
    readonly StringBuilder text = new();
    readonly Stack<(string Tag, int Offset)> open = new();
    readonly List<TextEntity> entities = [];
    int at;
    string? error;

    HtmlEntities(string html) => this.html = html;

    /// <summary>The text and its styles; or the error, in Telegram's words.</summary>
    public static (string Text, IReadOnlyList<TextEntity> Entities, string? Error) Read(string html)
    {
        var reader = new HtmlEntities(html);
        while (reader.at < html.Length && reader.error is null) reader.Step();
        if (reader.error is null && reader.open.TryPeek(out var left))
            reader.error = $"Can't find end tag corresponding to start tag \"{left.Tag}\"";
        return (reader.text.ToString(), reader.entities, reader.error);
    }

    void Step()
    {
        if (html[at] == '<') ReadTag();
        else if (html[at] == '&' && TryReadReference(out var character, out var length))
        {
            text.Append(character);
            at += length;
        }
        else text.Append(html[at++]);
    }

    void ReadTag()
    {
        var start = at;
        var end = html.IndexOf('>', at);
        if (end < 0)
        {
            Fail("Unclosed start tag", start);
            return;
        }
        var inside = html[(at + 1)..end];
        at = end + 1;
        if (inside.StartsWith('/')) Close(inside[1..].Trim(), start);
        else Open(inside.Split(' ', '\n', '\t')[0].ToLowerInvariant(), start);
    }

    void Open(string tag, int start)
    {
        if (Tags.ContainsKey(tag)) open.Push((tag, text.Length));
        else Fail($"Unsupported start tag \"{tag}\"", start);
    }

    void Close(string tag, int start)
    {
        if (!open.TryPop(out var opened)) Fail("Unexpected end tag", start);
        else if (tag.Length > 0 && !tag.Equals(opened.Tag, StringComparison.OrdinalIgnoreCase))
            Fail($"Unmatched end tag, expected \"</{opened.Tag}>\", found \"</{tag}>\"", start);
        else if (text.Length > opened.Offset) entities.Add(new(Tags[opened.Tag], opened.Offset, text.Length - opened.Offset));
    }

    void Fail(string why, int start) =>
        error = string.Create(CultureInfo.InvariantCulture, $"{why} at byte offset {Encoding.UTF8.GetByteCount(html.AsSpan(0, start))}");

    // Telegram knows four names and numbers; any other ampersand is text.
    bool TryReadReference(out string character, out int length)
    {
        (character, length) = ("", 0);
        var end = html.IndexOf(';', at);
        if (end < 0 || end - at > 10) return false;
        var name = html[(at + 1)..end];
        character = name switch
        {
            "lt" => "<",
            "gt" => ">",
            "amp" => "&",
            "quot" => "\"",
            _ => Numbered(name),
        };
        length = end + 1 - at;
        return character.Length > 0;
    }

    static string Numbered(string name)
    {
        if (!name.StartsWith('#')) return "";
        var hex = name.StartsWith("#x", StringComparison.OrdinalIgnoreCase);
        var digits = name[(hex ? 2 : 1)..];
        var read = int.TryParse(digits, hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code);
        return read && Rune.IsValid(code) && code > 0 ? new Rune(code).ToString() : "";
    }
}
