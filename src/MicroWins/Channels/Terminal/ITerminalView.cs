using MicroWins.Messaging;

namespace MicroWins.Channels.Terminal;

/// <summary>How the terminal shows what the bot says: for people, or one JSON object a line for programs.</summary>
public interface ITerminalView
{
    /// <param name="message">What the bot says.</param>
    /// <param name="savedAs">Where the file that goes with it is; null where there is none, or where it could not be saved.</param>
    void Show(OutgoingMessage message, string? savedAs = null);

    /// <summary>Something that the terminal itself says, as the answer to /clock.</summary>
    void Note(string text, bool isError);

    /// <summary>Invites the next line, where a person sits there.</summary>
    void Prompt();

    /// <summary>Shows that somebody is thinking, until the result is disposed.</summary>
    IDisposable Thinking();
}
