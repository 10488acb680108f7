using MicroWins.Messaging;

namespace MicroWins.Channels.Terminal;

/// <summary>Shows messages, and remembers the buttons that can be pressed by their number or label.</summary>
public sealed class TerminalSender(ITerminalView view) : IMessageSender, IPresence
{
    /// <summary>The one person who sits at a terminal.</summary>
    public static ChatId Chat { get; } = new(ChannelName, "me");

    const string ChannelName = "terminal";

    readonly Dictionary<string, Button> _byLabel = new(StringComparer.OrdinalIgnoreCase);
    IReadOnlyList<Button> _numbered = [];

    public string Channel => ChannelName;

    public Task<SendOutcome> SendAsync(ChatId chat, OutgoingMessage message, CancellationToken cancel)
    {
        view.Show(message);
        Offer(message);
        return Task.FromResult<SendOutcome>(new SendOutcome.Sent());
    }

    /// <summary>
    /// Makes the buttons of a message the ones that a number presses; a message without buttons leaves those before it. A label presses
    /// the latest button that has it, as a person could scroll up to it.
    /// </summary>
    public void Offer(OutgoingMessage message)
    {
        if (message.Buttons.Length is 0) return;
        _numbered = [.. message.Buttons.SelectMany(row => row)];
        foreach (var button in _numbered) _byLabel[button.Label] = button;
    }

    /// <summary>What a line means: a button where it is its label or number, else a text.</summary>
    public ChatEvent Read(string line)
    {
        var typed = line.Trim();
        var button = int.TryParse(typed, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? _numbered.ElementAtOrDefault(number - 1)
            : _byLabel.GetValueOrDefault(typed);
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
