using MicroWins.Rules.Sizing;

namespace MicroWins.Rules.Habits;

/// <summary>Writes the sentence in the languages that part words by spaces.</summary>
sealed class SentenceWriter(SentenceWords joins)
{
    public string? Write(string anchor, string action)
    {
        (anchor, action) = (Anchor(anchor), Action(action));
        if (anchor.Length is 0 || action.Length is 0) return null;
        var mine = joins.Told == joins.Frame || SentenceGrammar.IsMine(joins.Language, Folded(action), strictly: false);
        var frame = mine ? joins.Frame : joins.Told;
        // An anchor with a joining word of its own needs none of the frame's.
        if (IsJoined(anchor)) frame = frame[frame.IndexOf("{anchor}", StringComparison.Ordinal)..];
        if (mine && NeedsNoComma(Folded(anchor), Folded(action))) frame = frame.Replace(", ", " ", StringComparison.Ordinal);
        return SentenceText.Capital(frame.Replace("{anchor}", anchor, StringComparison.Ordinal).Replace("{action}", action, StringComparison.Ordinal));
    }

    static string[] Folded(string text) => [.. text.Split(' ').Select(w => TextFolding.Fold(w).Trim(',', ';', ':'))];

    bool IsJoined(string anchor) => Folded(anchor) is var words && Math.Max(joins.LengthOf("own", words, 0), joins.LengthOf("lead", words, 0)) > 0;

    // "Nach dem Frühstück lese ich", "после завтрака я прочитаю": no clause, no comma.
    bool NeedsNoComma(string[] anchor, string[] action) => joins.Language is Language.German or Language.Russian
        && joins.LengthOf("lead", anchor, 0) > joins.LengthOf("own", anchor, 0) && joins.LengthOf("after", anchor, 0) is 0 && SentenceGrammar.IsMine(joins.Language, action, strictly: true);

    string Anchor(string anchor)
    {
        var words = Folded(anchor);
        var (dropped, kept) = (joins.LengthOf("after", words, 0), Math.Max(joins.LengthOf("own", words, 0), joins.LengthOf("lead", words, 0)));
        if (dropped >= kept && dropped > 0) anchor = string.Join(' ', anchor.Split(' ')[dropped..]);
        anchor = SentenceText.Small(anchor);
        return joins.Language is Language.English && kept is 0 && IsBareVerb(anchor) ? "I " + anchor : anchor;
    }

    // "pour my coffee" lacks its "I".
    static bool IsBareVerb(string anchor)
    {
        if (anchor.Split(' ')[0].EndsWith("ing", StringComparison.Ordinal)) return false;
        var passage = Sizer.Default.ReadIn(Language.English, new(anchor)).Passage;
        return passage.Count > 1 && passage[0] is { Verb: not null, Thing: null } && !passage.Is(0, WordClass.Det | WordClass.Prep);
    }

    string Action(string action)
    {
        var words = Folded(action);
        var dropped = joins.LengthOf("fill", words, 0);
        dropped += joins.LengthOf("mine", words, dropped);
        return SentenceGrammar.Inverted(joins.Language, SentenceText.Small(string.Join(' ', action.Split(' ')[Math.Min(dropped, words.Length)..])));
    }
}
