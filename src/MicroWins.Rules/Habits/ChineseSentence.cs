namespace MicroWins.Rules.Habits;

/// <summary>The sentence in Chinese, where the anchor ends in 之后 and the action begins with 我会.</summary>
static class ChineseSentence
{
    static readonly string[] Before = ["每天在", "每次在", "每当", "每次", "每天", "在", "等"], After = ["之后", "以后", "后"], Own = ["的时候", "时候", "之前", "以前", "时", "前"],
        Mine = ["我就会", "我会立刻", "我会马上", "我会", "我将", "我就", "我要", "就会", "我", "就", "会"], Commas = ["，", ",", "：", ":", "、", "；"];

    public static (string Anchor, string Action)? Read(string line)
    {
        line = line.Replace(" ", "", StringComparison.Ordinal);
        // "我会在倒完咖啡之后读一页"
        if (Mine.FirstOrDefault(m => line.StartsWith(m + "在", StringComparison.Ordinal)) is { } mine) line = line[mine.Length..];
        return At(line, After) is { } after ? (WithoutBefore(line[..after.At]), ActionOf(line[after.End..]))
            : At(line, Own) is { } own ? (line[..own.End], ActionOf(line[own.End..])) : null;
    }

    public static string? Write(string anchor, string action)
    {
        (anchor, action) = (anchor.Replace(" ", "", StringComparison.Ordinal), ActionOf(action.Replace(" ", "", StringComparison.Ordinal)));
        var isOwn = Array.Exists(Own, o => anchor.EndsWith(o, StringComparison.Ordinal));
        if (!isOwn && After.FirstOrDefault(a => anchor.EndsWith(a, StringComparison.Ordinal) && anchor.Length > a.Length) is { } after) anchor = anchor[..^after.Length];
        if (!isOwn) anchor = WithoutBefore(anchor);
        if (anchor.Length is 0 || action.Length is 0) return null;
        return isOwn ? $"{anchor}，我会{action}。" : SentenceWords.Of(Language.Chinese).Frame.Replace("{anchor}", anchor, StringComparison.Ordinal).Replace("{action}", action, StringComparison.Ordinal);
    }

    // The joining word that a comma or the action follows; 之后 also without either.
    static (int At, int End)? At(string line, string[] joins)
    {
        foreach (var join in joins)
            for (var at = line.IndexOf(join, 1, StringComparison.Ordinal); at > 0 && at + join.Length < line.Length; at = line.IndexOf(join, at + 1, StringComparison.Ordinal))
                if (join is "之后" or "以后" && join == joins[0] || IsFollowed(line, at + join.Length)) return (at, at + join.Length);
        return null;
    }

    static bool IsFollowed(string line, int at) => Array.Exists(Commas, c => line[at] == c[0]) || MineAt(line, at) > 0;

    // 会议 and 会计 are no "will".
    static int MineAt(string line, int at)
    {
        var mine = Array.Find(Mine, m => string.CompareOrdinal(line, at, m, 0, m.Length) is 0);
        return mine is null || at + mine.Length >= line.Length || mine is "会" && "议计员话面见".Contains(line[at + 1]) ? 0 : mine.Length;
    }

    static string WithoutBefore(string anchor) =>
        Before.FirstOrDefault(b => anchor.StartsWith(b, StringComparison.Ordinal) && anchor.Length > b.Length) is { } before ? anchor[before.Length..] : anchor;

    static string ActionOf(string action)
    {
        action = action.TrimStart('，', ',', '：', ':', '、', '；');
        return action[MineAt(action, 0)..];
    }
}
