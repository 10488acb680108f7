using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MicroWins.Messaging;

namespace MicroWins.Channels.Terminal;

/// <summary>One JSON object a line: from, text, buttons, kind; and file, the path, where a file goes with the message.</summary>
public sealed class JsonView(TextWriter output) : ITerminalView, IDisposable
{
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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
            // null for a file that could not be saved.
            if (message?.Attachment is not null) json.WriteString("file", savedAs);
            json.WriteEndObject();
        }
        output.Write(Encoding.UTF8.GetString(_line.GetBuffer(), 0, (int)_line.Length) + "\n");
        output.Flush();
    }
}
