using System.Text.Json.Serialization;

namespace MicroWins.Messaging;

/// <summary>Something that happens to a conversation. Stored in the inbox before anything acts on it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextWritten), "text")]
[JsonDerivedType(typeof(ButtonPressed), "button")]
[JsonDerivedType(typeof(OtherSent), "other")]
[JsonDerivedType(typeof(WroteTooFast), "fast")]
[JsonDerivedType(typeof(ReminderDue), "reminder")]
[JsonDerivedType(typeof(PersonLeft), "left")]
[JsonDerivedType(typeof(PersonCameBack), "back")]
public abstract record ChatEvent
{
    ChatEvent() { }

    /// <summary>A typed line, commands included.</summary>
    public sealed record TextWritten(string Text) : ChatEvent;

    /// <summary>A button was pressed.</summary>
    /// <param name="Data">What the button carries: ids, never text; hostile until it is understood.</param>
    /// <param name="OnMessage">The channel's id of the message that the button stands under, where it has one: it can be edited.</param>
    public sealed record ButtonPressed(string Data, string? OnMessage) : ChatEvent;

    /// <summary>Something that the bot cannot read: a sticker, a photo, a voice message.</summary>
    public sealed record OtherSent : ChatEvent;

    /// <summary>More came than is read in a minute; what it was is not kept, and what follows for a minute is not read.</summary>
    public sealed record WroteTooFast : ChatEvent;

    /// <summary>A moment that was agreed on has come.</summary>
    /// <param name="Goal">The number of the goal that it is about; 0 where it is about none.</param>
    /// <param name="Purpose">What it is for, in the words of whoever set it.</param>
    public sealed record ReminderDue(int Goal, string Purpose) : ChatEvent;

    /// <summary>The person blocked the bot or left: nothing can be sent until they are back.</summary>
    public sealed record PersonLeft : ChatEvent;

    /// <summary>The person can be reached again.</summary>
    public sealed record PersonCameBack : ChatEvent;
}

/// <summary>An event on its way into the inbox.</summary>
/// <param name="Key">Tells a repeated delivery from a new event ("telegram:update:81"); the inbox keeps the first only.</param>
/// <param name="Chat">The conversation that it happens to.</param>
/// <param name="Event">What happened.</param>
/// <param name="LanguageTag">The language that the channel knows of the person ("pt-BR"), where it knows one.</param>
public sealed record IncomingEvent(string Key, ChatId Chat, ChatEvent Event, string? LanguageTag = null);
