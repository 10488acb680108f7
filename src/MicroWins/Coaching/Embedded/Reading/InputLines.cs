namespace MicroWins.Coaching.Embedded.Reading;

/// <summary>Reads an input of several items, one a line.</summary>
static class InputLines
{
    /// <summary>Items that are read at the most: more of them fit in no day and on no phone.</summary>
    const int Most = 8;

    /// <summary>The items; one empty item where there are none, so that an answer has something to say.</summary>
    public static IReadOnlyList<string> Of(string? text)
    {
        var items = (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(item => PersonText.Read(item.TrimStart('-', '•', '·', ' ')).Clean).Where(item => item.Length > 0).Distinct().Take(Most).ToList();
        return items.Count > 0 ? items : [""];
    }
}
