using MicroWins.Messaging;

namespace MicroWins.Tests.Support;

/// <summary>Files to send, where any will do.</summary>
static class SomeFile
{
    /// <summary>One dark pixel.</summary>
    public static byte[] Png { get; } = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public static Attachment Picture(string name = "week-2026-11-23.png") => Attachment.Picture(name, Png);

    public static Attachment Document(string name = "steps.ics") => Attachment.Document(name, "text/calendar", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"u8.ToArray());
}
