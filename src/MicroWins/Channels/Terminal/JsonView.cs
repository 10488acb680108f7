using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MicroWins.Messaging;
using NodaTime;
using NodaTime.Text;

namespace MicroWins.Channels.Terminal;

/// <summary>One JSON object a line: from, text, buttons, kind, at; and file, the path, where a file goes with the message.</summary>
/// <param name="output">Where the lines go.</param>
/// <param name="clock">Tells when a message is shown: <c>/clock +1w</c> shows many, each at its own moment.</param>
/// <param name="zone">The zone of the offsets.</param>
public sealed class JsonView(TextWriter output, TerminalClock clock, DateTimeZone zone) : ITerminalView, IDisposable
{
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static readonly OffsetDateTimePattern Moment = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:sso<+HH:mm>");

    readonly MemoryStream _line = new();

    public void Show(OutgoingMessage message, string? savedAs = null) => Write("bot", message.Text.ToPlainText(), message.Kind switch
    {
        MessageKind.Card => "card",
        MessageKind.Reply => "reply",
        MessageKind.CheckIn => "checkin",
        MessageKind.Celebration => "celebration",
        MessageKind.Error => "error",
    }, message, savedAs);

    public void Note(string text, bool isError) => Write("clock", text, isError ? "error" : "reply", null);

    public void Prompt() { }

    public IDisposable Thinking() => new MemoryStream();

    public void Dispose() => _line.Dispose();

    void Write(string from, string text, string kind, OutgoingMessage? message, string? savedAs = null)
    {
        _line.SetLength(0);
        using (var json = new Utf8JsonWriter(_line, Options))
        {
            json.WriteStartObject();
            json.WriteString("from", from);
            json.WriteString("text", text);
            json.WriteStartArray("buttons");
            foreach (var row in message?.Buttons ?? [])
            {
                json.WriteStartArray();
                foreach (var button in row) json.WriteStringValue(button.Label);
                json.WriteEndArray();
            }
            json.WriteEndArray();
            json.WriteString("kind", kind);
            json.WriteString("at", Moment.Format(clock.Now.InZone(zone).ToOffsetDateTime()));
            // null for a file that could not be saved.
            if (message?.Attachment is not null) json.WriteString("file", savedAs);
            json.WriteEndObject();
        }
        output.Write(Encoding.UTF8.GetString(_line.GetBuffer(), 0, (int)_line.Length) + "\n");
        output.Flush();
    }
}
