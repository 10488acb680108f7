namespace MicroWins.Messaging;

/// <summary>A channel's sign that somebody is at work ("typing"). A sign of life only: lost without harm.</summary>
public interface IPresence
{
    /// <summary>The channel that shows it, as in <see cref="ChatId.Channel"/>.</summary>
    string Channel { get; }

    /// <summary>Shows the sign until the result is disposed; never throws because of the other side.</summary>
    IAsyncDisposable Thinking(ChatId chat);
}
