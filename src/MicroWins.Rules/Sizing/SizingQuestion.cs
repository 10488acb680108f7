namespace MicroWins.Rules.Sizing;

/// <summary>A text to be sized, with what is known about it.</summary>
/// <param name="Text">The step in somebody's words: a person's, a model's, a file's. Any Unicode string.</param>
/// <param name="Language">The language of the text, or null to find out from the text itself.</param>
/// <param name="ClaimedMinutes">What somebody says it takes, in minutes; maybe a lie. Used only where the text says nothing.</param>
/// <param name="Pace">The person's own pace; null for the usual one.</param>
public sealed record SizingQuestion(string Text, Language? Language = null, double? ClaimedMinutes = null, Pace? Pace = null);
