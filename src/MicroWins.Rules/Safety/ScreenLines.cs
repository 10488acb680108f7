using System.Text.Encodings.Web;
using System.Text.Json;

namespace MicroWins.Rules.Safety;

/// <summary>The line protocol of the verb <c>screen</c>: a message in, one JSON object out, so that an operator can test the safety gate.</summary>
public static class ScreenLines
{
    // The answer goes to a terminal or a file, never into a page, so other scripts stay readable.
    static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Judges one line: <c>{"text":"...","tier":"none|ambiguous|explicit"}</c>, or <c>{"error":"..."}</c> for a blank line.</summary>
    /// <param name="line">The message; any UTF-16 string. It comes back unchanged as "text", except that broken surrogates become U+FFFD.</param>
    public static string Answer(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return string.IsNullOrWhiteSpace(line)
            ? JsonSerializer.Serialize(new { error = "The line is empty: write one message on each line." }, Readable)
            : JsonSerializer.Serialize(new { text = line, tier = Name(SafetyGate.Default.Screen(line).Tier) }, Readable);
    }

    static string Name(SafetyTier tier) => tier switch
    {
        SafetyTier.None => "none",
        SafetyTier.Ambiguous => "ambiguous",
        SafetyTier.Explicit => "explicit",
    };
}
