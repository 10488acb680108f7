using MicroWins.Messaging;

namespace MicroWins.Tests.Support;

/// <summary>Messages as a person reads them.</summary>
public static class Reading
{
    public static string Words(this OutgoingMessage message) => message.Text.ToPlainText();

    public static IReadOnlyList<string> Labels(this OutgoingMessage message) => [.. message.Buttons.SelectMany(row => row).Select(button => button.Label)];
}
