using System.Collections.Immutable;

namespace MicroWins.Messaging;

public enum TextStyle { Plain, Bold, Italic }

/// <summary>A stretch of text in one style. Its text is never markup: a channel escapes it.</summary>
public sealed record TextRun(string Text, TextStyle Style = TextStyle.Plain);

/// <summary>Text with a little emphasis, as runs; so that no text of a person or a model can ever act as markup.</summary>
public sealed record FormattedText(ImmutableArray<TextRun> Runs)
{
    public static FormattedText Plain(string text) => new([new(text)]);

    /// <summary>The words without emphasis.</summary>
    public string ToPlainText() => string.Concat(Runs.Select(run => run.Text));

    public bool Equals(FormattedText? other) => other is not null && Runs.SequenceEqual(other.Runs);

    public override int GetHashCode() => ToPlainText().GetHashCode(StringComparison.Ordinal);
}
