using System.Globalization;
using System.Text.RegularExpressions;

namespace MicroWins.Coaching.Embedded.Knowledge;

/// <summary>Sentences with slots: "{name}", "{page}", "{page+1}".</summary>
static partial class SlotText
{
    /// <summary>The goal's object in the person's words, without an article: for quotes, headings and titles.</summary>
    public const string Name = "name";

    /// <summary>The same with "your" where the language needs no case or gender for it.</summary>
    public const string Owned = "it";

    /// <summary>The object where the person named one, without an article.</summary>
    public const string Object = "object";

    /// <summary>The same with "my", for sentences in the person's own voice.</summary>
    public const string Mine = "mine";

    public static IEnumerable<string> SlotsIn(string text) => Slot().Matches(text).Select(match => match.Groups[1].Value).Distinct();

    /// <summary>Fills the slots in; all of them have to be known.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> slots) => Slot().Replace(text, match =>
    {
        var value = slots[match.Groups[1].Value];
        return match.Groups[2].Success && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (number + int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture)
            : value;
    });

    [GeneratedRegex(@"\{([a-z0-9]+)(?:\+(\d))?\}")]
    private static partial Regex Slot();
}
