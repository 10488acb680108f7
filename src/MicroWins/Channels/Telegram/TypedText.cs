using System.Text.RegularExpressions;

namespace MicroWins.Channels.Telegram;

/// <summary>Makes of a typed line what the conversation reads: commands without the bot's name, deep links without junk.</summary>
public static partial class TypedText
{
    /// <summary>"/help@MicroWinsBot now" gives "/help now"; "/start" keeps its payload only where Telegram could have made it.</summary>
    public static string Clean(string text)
    {
        var command = Command().Match(text);
        if (!command.Success) return text;
        var (name, rest) = (command.Groups["name"].Value, command.Groups["rest"].Value);
        if (!name.Equals("/start", StringComparison.OrdinalIgnoreCase)) return name + rest;
        var payload = rest.Trim();
        return DeepLink().IsMatch(payload) ? $"{name} {payload}" : name;
    }

    [GeneratedRegex(
        @"\A(?<name>/[A-Za-z0-9_]{1,32})(@[A-Za-z0-9_]{1,64})?(?<rest>\s.*)?\z",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Command();

    // core.telegram.org/bots/features#deep-linking: up to 64 of these characters.
    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex DeepLink();
}
