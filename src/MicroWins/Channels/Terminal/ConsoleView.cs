using System.Globalization;
using System.Text;
using MicroWins.Messaging;
using Spectre.Console;

namespace MicroWins.Channels.Terminal;

/// <summary>For people: cards in a frame, buttons as numbered choices. Plain lines where the output is no terminal.</summary>
public sealed class ConsoleView(IAnsiConsole console, bool isInteractive) : ITerminalView
{
    /// <summary>Columns that a line of text takes at the most: longer ones are hard to read.</summary>
    const int WidestText = 76;

    public void Show(OutgoingMessage message, string? savedAs = null)
    {
        var text = new Markup(ToMarkup(message.Text));
        console.WriteLine();
        if (message.Kind is MessageKind.Card or MessageKind.CheckIn)
            console.Write(new Panel(text) { Border = BoxBorder.Rounded, BorderStyle = new Style(ColorOf(message.Kind)), Padding = new Padding(1, 0), Width = Width });
        else
            console.Write(new Padder(text).Padding(2, 0));
        if (message.Attachment is { } file) ShowFile(file, savedAs);
        if (message.Buttons.Length > 0) console.MarkupLine("  " + Choices(message));
    }

    public void Note(string text, bool isError) => console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  [{(isError ? "red" : "grey")}]{text}[/]");

    public void Prompt()
    {
        if (!isInteractive) return;
        console.WriteLine();
        console.Markup("[green]you ›[/] ");
    }

    public IDisposable Thinking() => isInteractive ? new ThinkingLine(console) : new MemoryStream();

    void ShowFile(Attachment file, string? savedAs)
    {
        if (savedAs is null)
        {
            Note($"{file.FileName} could not be saved.", isError: true);
            return;
        }
        // Not through the console, which would break a long path in two.
        console.Profile.Out.Writer.WriteLine($"  Saved as {savedAs}");
        console.Profile.Out.Writer.Flush();
    }

    int Width => Math.Min(console.Profile.Width, WidestText + 4);

    static Color ColorOf(MessageKind kind) => kind is MessageKind.CheckIn ? Color.Yellow : Color.Green;

    static string Choices(OutgoingMessage message) => string.Join("   ", message.Buttons.SelectMany(row => row)
        .Select((button, i) => $"[grey]{i + 1}[/] {button.Label.EscapeMarkup()}"));

    static string ToMarkup(FormattedText text)
    {
        var markup = new StringBuilder();
        foreach (var run in text.Runs)
        {
            var escaped = WithoutControls(run.Text).EscapeMarkup();
            markup.Append(run.Style switch
            {
                TextStyle.Bold => $"[bold]{escaped}[/]",
                TextStyle.Italic => $"[italic]{escaped}[/]",
                _ => escaped,
            });
        }
        return markup.ToString();
    }

    // A control character of somebody's text could move the cursor or recolour the screen.
    static string WithoutControls(string text) => string.Concat(text.Select(c => char.IsControl(c) && c is not '\n' ? ' ' : c));

    sealed class ThinkingLine : IDisposable
    {
        /// <summary>To the start of the line, and nothing in it.</summary>
        const string WipeLine = "\r\u001b[2K";

        readonly IAnsiConsole _console;

        public ThinkingLine(IAnsiConsole console)
        {
            _console = console;
            _console.Markup("[grey]  … thinking[/]");
        }

        public void Dispose()
        {
            // Not through the console, which would count it as text.
            _console.Profile.Out.Writer.Write(WipeLine);
            _console.Profile.Out.Writer.Flush();
        }
    }
}
