namespace MicroWins.Rules.Sizing;

/// <summary>Puts a first move behind the work that it is for: "Wedding: write down the first three guests".</summary>
sealed class MoveWording(Reading reading)
{
    // A longer text is a story and no heading: the move then stands alone.
    const int MostHeading = 100;

    static readonly char[] Marks = [' ', '.', ',', ';', ':', '!', '?', '-', '–', '—', '…', '，', '。', '；', '：', '、', '！', '？'];

    Sentences Say => reading.Passage.Lexicon.Sentences;

    /// <summary>The text with the move behind it; only the move where the text is long or is nothing but marks.</summary>
    public string With(FirstMove move)
    {
        var (heading, doing) = (Heading(), Say[move.InSentences]);
        return heading.Length is 0 or > MostHeading ? Wording.Capital(doing) : Say.Fill("heading", "text", heading).Replace("{move}", doing, StringComparison.Ordinal);
    }

    /// <summary>What a line with a move is about.</summary>
    public static string HeadingOf(string line) => line.LastIndexOfAny([':', '：']) is > 0 and var at ? line[..at].TrimEnd() : line;

    string Heading()
    {
        var (open, line) = (reading.Line.LastIndexOf('('), reading.Line);
        line = Plain(open > 0 && line.IndexOf(')', open) < 0 ? line[..open] : line);
        var end = line.AsSpan().IndexOfAny(Ends);
        return end > LeastSentence && !(line[end] is '.' && end - line.LastIndexOf(' ', end) <= LeastSentence) && (end + 1 == line.Length || line[end + 1] is ' ' || reading.Passage.Lexicon.NoSpaces) ? Plain(line[..end]) : line;
    }

    // "Dr. Hale" is no sentence, and "2022 inkl. Anlage V" is one.
    const int LeastSentence = 5;

    static readonly System.Buffers.SearchValues<char> Ends = System.Buffers.SearchValues.Create(".!?。！？");

    // One colon is enough: "Homework: maths" becomes "Homework, maths"; what was cut behind an opening bracket leaves none.
    static string Plain(string line) => Wording.Capital(line.Trim(Marks).Replace(" : ", ", ", StringComparison.Ordinal).Replace(": ", ", ", StringComparison.Ordinal).Replace('：', '，'));
}
