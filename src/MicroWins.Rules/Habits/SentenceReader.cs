using MicroWins.Rules.Sizing;

namespace MicroWins.Rules.Habits;

/// <summary>Takes a sentence apart in the languages that part words by spaces.</summary>
sealed class SentenceReader(SentenceWords joins)
{
    const string Commas = ",;:—–";

    string[] _words = [];
    string[] _folded = [];

    public (string Anchor, string Action)? Read(string line)
    {
        _words = Apart(line);
        _folded = [.. _words.Select(w => TextFolding.Fold(w).Trim(Commas.ToCharArray()))];
        // "Morning: After I ..."
        if (_words.Length > 3 && Array.FindIndex(_words, 0, 3, w => w[^1] is ':') is var label && label >= 0 && !BeginsWithJoin(0) && BeginsWithJoin(label + 1))
            (_words, _folded) = (_words[(label + 1)..], _folded[(label + 1)..]);
        return AnchorFirst() ?? ActionFirst();
    }

    bool BeginsWithJoin(int at) => joins.LengthOf("after", _folded, at) + joins.LengthOf("own", _folded, at) + joins.LengthOf("lead", _folded, at) > 0;

    // "того, как" is one word with a comma inside; a dash by itself is a comma.
    static string[] Apart(string line)
    {
        line = line.Replace("того, как", "того как", StringComparison.OrdinalIgnoreCase).Replace("раз, когда", "раз когда", StringComparison.OrdinalIgnoreCase)
            .Replace("Mal, wenn", "Mal wenn", StringComparison.Ordinal).Replace("Mal, nachdem", "Mal nachdem", StringComparison.Ordinal)
            .Replace(" → ", ", ", StringComparison.Ordinal).Replace(" — ", ", ", StringComparison.Ordinal).Replace(" – ", ", ", StringComparison.Ordinal).Replace(" - ", ", ", StringComparison.Ordinal).Replace(" :", ":", StringComparison.Ordinal);
        return line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    (string, string)? AnchorFirst()
    {
        var dropped = joins.LengthOf("after", _folded, 0);
        var kept = Math.Max(joins.LengthOf("own", _folded, 0), joins.LengthOf("lead", _folded, 0));
        if (Math.Max(dropped, kept) is 0) return null;
        var first = dropped >= kept ? dropped : 0;
        return SplitAt(Math.Max(dropped, kept)) is var at && at > 0 ? (AnchorOf(first, at), ActionOf(at, _words.Length)) : null;
    }

    // At the comma before what is an action for sure; else at a colon, at the first comma, or before an action without a comma.
    int SplitAt(int from)
    {
        var commas = Enumerable.Range(from, Math.Max(0, _words.Length - from - 1)).Where(i => Commas.Contains(_words[i][^1]) && i + 1 > from).Select(i => i + 1).ToList();
        foreach (var at in commas)
            if (IsAction(at)) return at;
        var colon = commas.FindIndex(at => _words[at - 1][^1] is ':');
        if (colon >= 0) return commas[colon];
        for (var at = from + 1; at < _words.Length - 1; at++)
            if (commas.Count is 0 && IsAction(at, strictly: true)) return at;
        return commas.Count > 0 ? commas[0] : -1;
    }

    bool IsAction(int at, bool strictly = false) =>
        SentenceGrammar.IsMine(joins.Language, _folded.AsSpan(at + Math.Min(joins.LengthOf("fill", _folded, at), _folded.Length - at)), strictly);

    (string, string)? ActionFirst()
    {
        for (var at = 1; at < _words.Length - 1; at++)
        {
            var (dropped, kept) = (joins.LengthOf("after", _folded, at), joins.LengthOf("own", _folded, at));
            if (Math.Max(dropped, kept) is 0 || SentenceGrammar.IsVague(joins.Language, _folded, at, Math.Max(dropped, kept))) continue;
            // A joining word behind one that is not known: "Immediately after ..., I will ..."
            if (Enumerable.Range(at, _words.Length - at - 1).Any(i => _words[i][^1] is ',' && IsAction(i + 1))) return null;
            if (at + Math.Max(dropped, kept) < _words.Length) return (AnchorOf(dropped >= kept ? at + dropped : at, _words.Length), ActionOf(0, at));
        }
        return null;
    }

    string AnchorOf(int first, int end)
    {
        var anchor = string.Join(' ', _words[first..end]).TrimEnd(',', ';', ':', '—', '–', ' ');
        return joins.LengthOf("own", _folded, first) + joins.LengthOf("lead", _folded, first) > 0 ? SentenceText.Small(anchor) : anchor;
    }

    string ActionOf(int first, int end)
    {
        first += joins.LengthOf("fill", _folded, first);
        first = Math.Min(first, end);
        first += Math.Min(joins.LengthOf("mine", _folded, first), end - first);
        var action = string.Join(' ', _words[first..end]).TrimEnd(',', ';', ':', '—', '–', '.', ' ');
        return SentenceGrammar.Inverted(joins.Language, SentenceText.Small(action));
    }
}
