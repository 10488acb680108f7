using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MicroWins.Rules.Sizing;

/// <summary>
/// The line protocol of the <c>size</c> verb: <c>text[TAB claimed minutes[TAB language tag]]</c> in, one JSON object out.
/// A line that cannot be read is answered with its reason, so that a run over a file goes on. Not for use by two threads at once.
/// </summary>
/// <param name="sizer">Who sizes.</param>
public sealed class SizeLines(Sizer sizer)
{
    /// <summary>UTF-16 units of a line at the most: far over any step, and a bound on what a mistaken file can cost.</summary>
    public const int MostLineLength = 100_000;

    const int MostShownOfBadLine = 200;

    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly ArrayBufferWriter<byte> _buffer = new(1024);

    /// <summary>
    /// Answers one line: <c>text, lowMinutes, highMinutes, verdict</c> ("perfect", "good", "too big"), <c>reasons, shrunk, shrunkMinutes, rest</c>;
    /// or <c>text, error</c> where the line is empty or too long, has over three columns, a claim that is no positive number, or a malformed language tag.
    /// </summary>
    /// <param name="line">The line, without its end.</param>
    /// <returns>One JSON object on one line.</returns>
    public string Answer(string line) => Encoding.UTF8.GetString(AnswerUtf8(line));

    /// <summary>As <see cref="Answer"/>, in UTF-8; the memory is used again by the next call.</summary>
    /// <param name="line">The line, without its end.</param>
    public ReadOnlySpan<byte> AnswerUtf8(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        _buffer.ResetWrittenCount();
        using var json = new Utf8JsonWriter(_buffer, Options);
        json.WriteStartObject();
        var mistake = Read(line, out var question);
        if (mistake is null) WriteAnswer(json, question!);
        else WriteError(json, line, mistake);
        json.WriteEndObject();
        json.Flush();
        return _buffer.WrittenSpan;
    }

    static string? Read(string line, out SizingQuestion? question)
    {
        question = null;
        if (line.Length > MostLineLength) return $"the line has {line.Length} characters; {MostLineLength} are the most";
        var columns = line.TrimEnd('\r', '\n').Split('\t');
        if (columns.Length > 3) return $"the line has {columns.Length} columns; text, claimed minutes and language are three";
        if (string.IsNullOrWhiteSpace(columns[0]) || TextCleaning.Clean(columns[0], out _).Length == 0) return "the line has no text";
        double? claimed = null;
        if (columns.Length > 1 && columns[1].Trim() is { Length: > 0 } claim)
        {
            if (!double.TryParse(claim, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var minutes) || !double.IsFinite(minutes) || minutes <= 0)
                return $"the claimed minutes \"{Start(claim, 40)}\" are no positive number";
            claimed = minutes;
        }
        var tag = columns.Length > 2 ? columns[2].Trim() : "";
        if (tag.Length > 0 && !IsTag(tag)) return $"\"{Start(tag, 40)}\" is no language tag such as \"en\" or \"pt-BR\"";
        question = new(columns[0], tag.Length == 0 ? null : Languages.FromTag(tag), claimed);
        return null;
    }

    static bool IsTag(string tag) => tag.Length <= 35 && tag.Split('-', '_')[0] is { Length: 2 or 3 } && tag.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
        && tag.Split('-', '_')[0].All(char.IsAsciiLetter);

    static string Start(string text, int most) => text.Length <= most ? text : TextCleaning.Shorten(text, most);

    static void WriteError(Utf8JsonWriter json, string line, string mistake)
    {
        json.WriteString("text", Start(line.Split('\t')[0], MostShownOfBadLine));
        json.WriteString("error", mistake);
    }

    void WriteAnswer(Utf8JsonWriter json, SizingQuestion question)
    {
        var estimate = sizer.Size(question);
        var shrunk = sizer.Shrink(question);
        json.WriteString("text", question.Text);
        json.WriteNumber("lowMinutes", Rounded(estimate.Effort.LowMinutes));
        json.WriteNumber("highMinutes", Rounded(estimate.Effort.HighMinutes));
        json.WriteString("verdict", estimate.Verdict switch { Verdict.Perfect => "perfect", Verdict.Good => "good", Verdict.TooBig => "too big" });
        json.WriteStartArray("reasons");
        foreach (var reason in estimate.Reasons) json.WriteStringValue(reason);
        json.WriteEndArray();
        json.WriteString("shrunk", shrunk.First.Text);
        json.WriteNumber("shrunkMinutes", Rounded(shrunk.First.Effort.HighMinutes));
        json.WriteStartArray("rest");
        foreach (var step in shrunk.Rest) json.WriteStringValue(sizer.InWords(step, estimate.Language));
        json.WriteEndArray();
    }

    // Two digits are more than an estimate knows; the verdict has been drawn from the whole number.
    static double Rounded(double minutes) => Math.Round(minutes, 2);
}
