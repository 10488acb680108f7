using MicroWins.Rules;

using System.Text.RegularExpressions;

namespace MicroWins.Coaching.Reading;

/// <summary>
/// Takes a line such as "**Write one sentence** – ⏱️ 5 min | 🟢 Easy" apart: the step, its minutes, its difficulty.
/// The line is cut at the first piece that is a duration or a difficulty and nothing else, so that
/// "set a timer for 5 minutes and type" stays whole.
/// </summary>
internal static partial class StepLine
{
    /// <summary>UTF-16 units of a line that are looked at: five times those of the longest step.</summary>
    const int Longest = 1_000;

    /// <summary>Words after the last dash that may go with a cut, as in "– after 9 pm – easy".</summary>
    const int WordsOfANote = 5;

    public static RawStep Parse(string line)
    {
        var notes = new Notes();
        line = ModelText.Cut(line, Longest);
        line = Code().Replace(line, match => notes.Take(match.Groups[1].Value) ? " | " + match.Groups[1].Value : match.Value);
        line = Sign().Replace(line, " | $1");
        line = Label().Replace(Emphasis().Replace(line, ""), "");
        line = Parenthesis().Replace(line, match => notes.TakeAny(match.Groups[1].Value) ? Instead(line[(match.Index + match.Length)..]) : match.Value);
        var text = BeforeNotes(line, notes);
        return new(Edge().Replace(text, ""), notes.Minutes, notes.Difficulty);
    }

    // "(2 min) easy": what follows a bracket goes on with the notes, or with the step.
    static string Instead(string after) => Difficulties.Read(after) is not null ? " | " : after.StartsWith(' ') ? "" : " ";

    /// <summary>Whether a line is about a step that stands elsewhere: "5 min, medium, do first".</summary>
    public static bool IsOnlyNotes(string line) => new Notes().Take(Break().Split(Emphasis().Replace(line, ""))[0]);

    static string BeforeNotes(string line, Notes notes)
    {
        var breaks = Break().Matches(line);
        var starts = breaks.Select(b => b.Index + b.Length).Prepend(0).ToArray();
        var ends = breaks.Select(b => b.Index).Append(line.Length).ToArray();
        var pieces = starts.Zip(ends, (start, end) => line[start..end]).ToArray();
        var first = 0;
        while (first < pieces.Length && (string.IsNullOrWhiteSpace(pieces[first]) || notes.Take(pieces[first]))) first++;
        var cut = first + 1;
        while (cut < pieces.Length && !notes.Take(pieces[cut])) cut++;
        if (cut >= pieces.Length) return first < pieces.Length ? line[starts[first]..] : "";
        for (var i = cut + 1; i < pieces.Length; i++) notes.Take(pieces[i]);
        // "– 8:00 – hard": what stands between dashes before the cut, with a figure and few words, is a note as well.
        while (cut > first + 1 && Dash().IsMatch(breaks[cut - 2].Value) && IsNote(pieces[cut - 1])) cut--;
        return line[starts[first]..ends[cut - 1]];
    }

    static bool IsNote(string piece) => piece.Any(char.IsAsciiDigit) && piece.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= WordsOfANote;

    /// <summary>Collects the first duration and the first difficulty that are met.</summary>
    sealed class Notes
    {
        public double? Minutes { get; private set; }
        public Difficulty? Difficulty { get; private set; }

        public bool Take(string piece)
        {
            var minutes = Durations.Whole(piece);
            var difficulty = minutes is null ? Difficulties.Read(piece) : null;
            Minutes ??= minutes;
            Difficulty ??= difficulty;
            return minutes is not null || difficulty is not null;
        }

        public bool TakeAny(string pieces)
        {
            // Every piece has to be met, so no short cut at the first one.
            var taken = false;
            foreach (var piece in Between().Split(pieces)) taken |= Take(piece);
            return taken;
        }
    }

    // Punctuation and pointing signs around a step; closing quotes, brackets, "?" and "!" are its own.
    [GeneratedRegex(@"^(?:[\s\p{Pd}\p{So}\uFE0F.,;:|·。，：]|[\uD83C-\uD83E][\uDC00-\uDFFF])+|[\s\p{Pd}.,;:|·。，：]+$")]
    private static partial Regex Edge();

    [GeneratedRegex(@"`([^`]{1,40})`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\*{1,3}|~~|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)")]
    private static partial Regex Emphasis();

    // A clock or a coloured dot starts a note by itself; the dot is one.
    [GeneratedRegex(@"\s*(?:[⏱⏰⌛⏳⏲]|\uD83D[\uDD50-\uDD67])\uFE0F?|\s*(🟢|🟡|🟠|🔴)")]
    private static partial Regex Sign();

    // "Micro-goal: open the file"
    [GeneratedRegex(@"^\s*(?:micro-?(?:goal|step|ziel|objetivo|objectif|obiettivo|meta)|mini-?ziel|step|task|action|schritt|aufgabe|tarea|paso|t[âa]che|étape|tarefa|passo|compito|задача|шаг|микроцель)\s*\d*\s*[:：]\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    [GeneratedRegex(@"\s*[(（\[]([^()（）\[\]]{1,60})[)）\]]")]
    private static partial Regex Parenthesis();

    [GeneratedRegex(@"\s*[—|]\s*|\s+[–·•-]\s+|(?<!\b(?:ca|approx|etwa|max))[.。]\s+|(?<=[!?！？][""”»]?)\s+|[,;:]\s+|[，、；：]\s*")]
    private static partial Regex Break();

    [GeneratedRegex(@"[–—|·•-]")]
    private static partial Regex Dash();

    [GeneratedRegex(@"\s*[—|,;，、]\s*|\s+[–·•-]\s+")]
    private static partial Regex Between();
}
