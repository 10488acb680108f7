using MicroWins.Messaging;

namespace MicroWins.Channels.Terminal;

/// <summary>Shows messages, and remembers the buttons that can be pressed by their number or label.</summary>
public sealed class TerminalSender(ITerminalView view, SavedFiles files) : IMessageSender, IPresence
{
    /// <summary>The one person who sits at a terminal.</summary>
    public static ChatId Chat { get; } = new(ChannelName, "me");

    const string ChannelName = "terminal";

    IReadOnlyList<Button> _buttons = [];

    public string Channel => ChannelName;

    public Task<SendOutcome> SendAsync(ChatId chat, OutgoingMessage message, CancellationToken cancel)
    {
        view.Show(message, message.Attachment is { } attachment ? Save(attachment) : null);
        Offer(message);
        return Task.FromResult<SendOutcome>(new SendOutcome.Sent());
    }

    // A full disk must not keep the words back, which say what is in the file.
    string? Save(Attachment attachment)
    {
        try
        {
            return files.Save(attachment);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>
    /// Makes the buttons of a message the ones that can be pressed; a message without buttons leaves those before it. Older ones are out
    /// of reach, so that a word that happens to be their label is read as a word.
    /// </summary>
    public void Offer(OutgoingMessage message)
    {
        if (message.Buttons.Length > 0) _buttons = [.. message.Buttons.SelectMany(row => row)];
    }

    /// <summary>What a line means: a button where it is its label or number, else a text.</summary>
    public ChatEvent Read(string line)
    {
        var typed = line.Trim();
        var button = int.TryParse(typed, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? _buttons.ElementAtOrDefault(number - 1)
            : _buttons.FirstOrDefault(button => string.Equals(button.Label, typed, StringComparison.OrdinalIgnoreCase));
        return button is null ? new ChatEvent.TextWritten(line) : new ChatEvent.ButtonPressed(button.Data, OnMessage: null);
    }

    public IAsyncDisposable Thinking(ChatId chat) => new Shown(view.Thinking());

    sealed class Shown(IDisposable sign) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            sign.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
