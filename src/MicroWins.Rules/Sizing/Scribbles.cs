namespace MicroWins.Rules.Sizing;

/// <summary>What people scribble around an item of a list and mean for themselves: "p1", "#work", "@home", "w/".</summary>
static class Scribbles
{
    const int LowestPriority = 4;

    /// <summary>"Deal w/ wasps", "coffee w/o sugar": as it is spoken.</summary>
    public static void SpellOut(string line, List<Token> tokens)
    {
        JoinDates(tokens);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i] is not { Text: "w" } with || with.End >= line.Length || line[with.End] is not '/') continue;
            var without = i + 1 < tokens.Count && tokens[i + 1] is { Text: "o" } o && o.Start == with.End + 1;
            tokens[i] = with with { Text = without ? "without" : "with" };
            if (without) tokens.RemoveAt(i + 1);
        }
    }

    // "2026-11-20" is a day and no range.
    static void JoinDates(List<Token> tokens)
    {
        for (var i = 0; i + 4 < tokens.Count; i++)
        {
            if (tokens[i] is not { Kind: TokenKind.Number, Value: >= 1900 and <= 2100 } || tokens[i + 1].Kind is not TokenKind.Dash || tokens[i + 2] is not { Kind: TokenKind.Number, Value: <= 12, Joined: true }
                || tokens[i + 3].Kind is not TokenKind.Dash || tokens[i + 4] is not { Kind: TokenKind.Number, Value: <= 31, Joined: true }) continue;
            tokens[i] = tokens[i] with { Kind = TokenKind.Clock, End = tokens[i + 4].End };
            tokens.RemoveRange(i + 1, 4);
        }
    }

    /// <summary>Tags and priorities at the edges say nothing of the work.</summary>
    public static void PassOver(string line, List<Token> tokens, Match[] matches)
    {
        var first = EndOfMark(tokens);
        for (var i = 0; i < first; i++) matches[i] = Nothing;
        while (first < tokens.Count && IsTag(line, tokens, first, out var word) && word + 1 < tokens.Count && (matches[word + 1].Verb is not null || tokens[word + 1].Kind is TokenKind.Colon or TokenKind.Sign))
            (matches[word], first) = (Nothing, word + 1);
        for (var last = tokens.Count - 1; last > first && IsTag(line, tokens, last, out _); last -= tokens[last - 1].Kind is TokenKind.Sign ? 2 : 1)
            matches[last] = Nothing;
    }

    static readonly Match Nothing = new() { Length = 1, Classes = WordClass.Skip };

    // "p1 ...", "2) ...", "[home] ...", "(A) ...": behind the mark.
    static int EndOfMark(List<Token> tokens)
    {
        if (IsPriority(tokens) || tokens.Count > 2 && tokens[0].Kind is TokenKind.Number && tokens[1].Kind is TokenKind.CloseParenthesis) return 2;
        return tokens.Count > 3 && tokens[0].Kind is TokenKind.OpenParenthesis && tokens[1].Kind is TokenKind.Word && tokens[2].Kind is TokenKind.CloseParenthesis ? 3 : 0;
    }

    // "p1 finish the deck"; "p1-20" and "p 1" are pages.
    static bool IsPriority(List<Token> tokens) => tokens.Count > 2 && tokens[0].Text is "p" && tokens[1] is { Kind: TokenKind.Number, Joined: true, Value: >= 1 and <= LowestPriority } && tokens[1].Start == tokens[0].End
        && tokens[2].Kind is TokenKind.Word or TokenKind.Colon;

    // "@home", "#work": a word right behind the mark; "bob@work.com" is an address and "#5" a number.
    static bool IsTag(string line, List<Token> tokens, int at, out int word)
    {
        word = tokens[at].Kind is TokenKind.Sign && at + 1 < tokens.Count ? at + 1 : at;
        if (tokens[word].Kind is not TokenKind.Word || tokens[word].Start == 0) return false;
        var mark = tokens[word].Start - 1;
        return line[mark] is '#' or '@' && (mark == 0 || line[mark - 1] is ' ');
    }
}
