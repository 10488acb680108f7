namespace MicroWins.Rules.Safety.Matching;

/// <summary>How much of a pause lies before a word.</summary>
enum Pause
{
    /// <summary>None: the words stand side by side.</summary>
    None,
    /// <summary>A comma, a dash, a bracket, an emoji: a new clause may begin.</summary>
    Clause,
    /// <summary>A full stop, a question mark, a new line: a new sentence begins.</summary>
    Sentence,
}

/// <summary>A word of a message as the phrases see it.</summary>
/// <param name="Numbers">The numbers of the word in the <see cref="Vocabulary"/>; none for a word that no phrase uses.</param>
/// <param name="IsNumber">True for digits only.</param>
/// <param name="Before">The pause before the word.</param>
/// <param name="Letters">The folded word.</param>
readonly record struct Token(int[] Numbers, bool IsNumber, Pause Before, string Letters);

/// <summary>A message as the phrases see it: folded words with pauses. Made in time linear in the message.</summary>
sealed class Reading
{
    readonly Token[] _tokens;
    readonly int[] _sentences;

    Reading(Token[] tokens)
    {
        _tokens = tokens;
        _sentences = new int[tokens.Length];
        for (var i = 1; i < tokens.Length; i++) _sentences[i] = _sentences[i - 1] + (tokens[i].Before is Pause.Sentence ? 1 : 0);
    }

    /// <summary>How many words the message has.</summary>
    public int Length => _tokens.Length;

    /// <summary>The word at a place, 0 to <see cref="Length"/> - 1.</summary>
    public Token this[int at] => _tokens[at];

    /// <summary>The number of the sentence that a word stands in, from 0.</summary>
    public int Sentence(int at) => _sentences[at];

    /// <summary>How many sentences the message has.</summary>
    public int Sentences => _sentences.Length is 0 ? 0 : _sentences[^1] + 1;

    /// <summary>The numbers of the words from a place to another, cut to the message.</summary>
    public Numbers NumbersIn(int from, int to)
    {
        var numbers = new Numbers();
        for (var at = from; at < Math.Min(to, _tokens.Length); at++) numbers.Add(_tokens[at].Numbers);
        return numbers;
    }

    /// <summary>True where a clause begins at a place: at the start, at the end, and after a pause.</summary>
    public bool IsEdge(int at) => at <= 0 || at >= _tokens.Length || _tokens[at].Before is not Pause.None;

    /// <summary>True where no pause lies between two places.</summary>
    public bool IsOneClause(int from, int to)
    {
        for (var i = from + 1; i <= to && i < _tokens.Length; i++)
            if (_tokens[i].Before is not Pause.None) return false;
        return true;
    }

    /// <summary>Reads a message.</summary>
    /// <param name="text">Any UTF-16 string, broken surrogates included.</param>
    /// <param name="vocabulary">The words that matter.</param>
    public static Reading Of(string text, Vocabulary vocabulary)
    {
        var words = Spaced(Spelling.Unspaced(Spelling.Words(text), vocabulary.Knows), vocabulary);
        var tokens = new Token[words.Count];
        for (var at = 0; at < tokens.Length; at++)
        {
            var (letters, before) = words[at];
            tokens[at] = new(vocabulary.Numbers(letters), IsInDigits(letters), before, letters);
        }
        return new(tokens);
    }

    static bool IsInDigits(string letters) => !letters.AsSpan().ContainsAnyExceptInRange('0', '9');

    // Puts the space between two words where it belongs ("kil lmyself", "killmyself"); only a word that no phrase knows can hide such a slip.
    static List<Word> Spaced(List<Word> words, Vocabulary vocabulary)
    {
        var spaced = new List<Word>(words.Count);
        for (var i = 0; i < words.Count; i++)
        {
            var (word, next) = (words[i], i + 1 < words.Count ? words[i + 1] : default);
            var isKnown = vocabulary.Knows(word.Letters);
            if (!isKnown && vocabulary.RunTogether(word.Letters) is { } one) AddParts(spaced, one, word.Before);
            else if (next.Letters is { } rest && next.Before is Pause.None && !(isKnown && vocabulary.Knows(rest)) && vocabulary.RunTogether(word.Letters + rest) is { } two)
            {
                AddParts(spaced, two, word.Before);
                i++;
            }
            else spaced.Add(word);
        }
        return spaced;
    }

    static void AddParts(List<Word> words, string[] letters, Pause before)
    {
        for (var at = 0; at < letters.Length; at++) words.Add(new(letters[at], at is 0 ? before : Pause.None));
    }
}
