using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MicroWins.Coaching.Reading;

/// <summary>
/// Copies what a model meant as JSON into what is JSON: closes what was cut off at the last complete value, drops comments, quotes bare
/// words ("5 min", None), escapes line breaks and stray quotes in strings, puts in commas between objects. Valid JSON comes out as it went in.
/// </summary>
internal sealed class JsonMender
{
    /// <summary>No plan is nested deeper; what is, is noise, and is not followed.</summary>
    const int Deepest = 32;

    readonly string _text;
    readonly StringBuilder _json = new();
    readonly Stack<char> _open = new();
    int _at;
    (int Length, int Depth) _complete;

    JsonMender(string text, int start) => (_text, _at) = (text, start);

    /// <summary>Mends the object or array that starts at a bracket.</summary>
    /// <returns>The JSON, and where in the text it ended; null where it was cut off.</returns>
    public static (string Json, int? End) Mend(string text, int start)
    {
        var mender = new JsonMender(text, start);
        do mender.Step();
        while (mender._open.Count > 0 && mender._at < text.Length);
        var isWhole = mender._open.Count == 0;
        mender.CloseWhatIsOpen();
        return (mender._json.ToString(), isWhole ? mender._at : null);
    }

    void Step()
    {
        var c = _text[_at];
        if (c is '{' or '[') Open(c);
        else if (c is '}' or ']') Close(c);
        else if (c is ',') Comma();
        else if (c is '"' or '\'') String(c);
        else if (c is ':' || char.IsWhiteSpace(c)) Copy(c);
        else if (c is '/' && _at + 1 < _text.Length && _text[_at + 1] is '/' or '*') Comment();
        else Bare();
    }

    void Copy(char c)
    {
        // White space beyond ASCII is none in JSON.
        _json.Append(char.IsWhiteSpace(c) ? ' ' : c);
        _at++;
    }

    void Open(char c)
    {
        if (_open.Count == Deepest)
        {
            _at = _text.Length;
            return;
        }
        if (Last() is '}' or ']' && _open.Count > 0) _json.Append(',');
        _open.Push(c is '{' ? '}' : ']');
        Copy(c);
    }

    void Close(char c)
    {
        // "]" where a "}" was forgotten before it: the forgotten one is put in. A bracket that closes nothing is dropped.
        if (_open.Contains(c))
        {
            while (_open.Peek() != c) _json.Append(_open.Pop());
            _json.Append(_open.Pop());
            _complete = (_json.Length, _open.Count);
        }
        _at++;
    }

    void Comma()
    {
        _complete = (_json.Length, _open.Count);
        Copy(',');
    }

    void String(char quote)
    {
        _json.Append('"');
        for (_at++; _at < _text.Length; _at++)
        {
            var c = _text[_at];
            if (c == quote && EndsHere(_at + 1)) break;
            if (c is '\\' && _at + 1 < _text.Length) EscapeSequence(_text[++_at]);
            else if (c is '"') _json.Append("\\\"");
            else if (char.IsControl(c)) AppendEscaped(c);
            else _json.Append(c);
        }
        if (_at < _text.Length) _json.Append('"');
        _at++;
    }

    void EscapeSequence(char c)
    {
        if (c is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't') _json.Append('\\').Append(c);
        else if (c is 'u' && Unit(_at + 1) is { } unit) Escape(unit);
        else _json.Append(c);
    }

    // Half of a surrogate pair has no meaning; what reads the JSON would stumble over it.
    void Escape(char unit)
    {
        _at += 4;
        if (!char.IsSurrogate(unit)) AppendEscaped(unit);
        else if (char.IsHighSurrogate(unit) && _text.AsSpan(_at + 1).StartsWith("\\u") && Unit(_at + 3) is { } low && char.IsLowSurrogate(low))
        {
            AppendEscaped(unit);
            AppendEscaped(low);
            _at += 6;
        }
    }

    void AppendEscaped(char unit) => _json.Append("\\u").Append(((int)unit).ToString("x4", CultureInfo.InvariantCulture));

    char? Unit(int at) =>
        at + 4 <= _text.Length && ushort.TryParse(_text.AsSpan(at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;

    // A quote ends a string only where something can follow it in JSON; else it belongs to the words: "Say "hi" to one person".
    bool EndsHere(int next)
    {
        while (next < _text.Length && char.IsWhiteSpace(_text[next])) next++;
        return next == _text.Length || _text[next] is ',' or ':' or '}' or ']' or '/';
    }

    void Comment()
    {
        var end = _text[_at + 1] is '/' ? _text.IndexOf('\n', _at) : _text.IndexOf("*/", _at + 2, StringComparison.Ordinal) + 1;
        _at = end <= 0 ? _text.Length : end + 1;
    }

    void Bare()
    {
        var end = _text.AsSpan(_at).IndexOfAny(",:}]\n");
        end = end < 0 ? _text.Length : _at + end;
        var word = _text[_at..end].Trim();
        var complete = end < _text.Length;
        if (complete) _json.Append(IsValue(word) ? word : word is "None" ? "null" : JsonSerializer.Serialize(word));
        _at = end;
    }

    static bool IsValue(string word)
    {
        if (word is "true" or "false" or "null") return true;
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(word), isFinalBlock: true, state: default);
        try { return (word[0] is '-' || char.IsAsciiDigit(word[0])) && reader.Read() && reader.BytesConsumed == word.Length; }
        catch (JsonException) { return false; }
    }

    void CloseWhatIsOpen()
    {
        if (_open.Count == 0) return;
        // Back to the last value that was whole.
        _json.Length = _complete.Length;
        while (_open.Count > _complete.Depth) _open.Pop();
        while (_open.Count > 0) _json.Append(_open.Pop());
    }

    char Last()
    {
        for (var i = _json.Length - 1; i >= 0; i--)
            if (_json[i] is not ' ') return _json[i];
        return ' ';
    }
}
