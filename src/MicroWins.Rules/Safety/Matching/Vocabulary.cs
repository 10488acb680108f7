using System.Buffers;

namespace MicroWins.Rules.Safety.Matching;

/// <summary>The words that the phrases are made of, each with a number, and the ways in which people disguise or misspell them.</summary>
/// <remarks>A word that no phrase uses has no number: nothing can match it, so it costs nothing.</remarks>
sealed class Vocabulary
{
    /// <summary>UTF-16 units of a word that are looked at; no word of any phrase comes near.</summary>
    public const int LongestWord = 48;

    /// <summary>Disguised digits that are tried both ways per word: eight readings at the most.</summary>
    const int TwoWayDigits = 3;

    const int ShortestTypo = 5;

    /// <summary>Letters of a word in which two swapped neighbours are forgiven ("wnat"); any other slip would make it another word.</summary>
    const int ShortestSwap = 4;

    readonly WordTable<int> _words = new();
    readonly WordTable<int> _stems = new();
    readonly WordTable<string> _squeezed = new();
    readonly Dictionary<string, List<string>> _misspelt = [];
    readonly Dictionary<string, string> _swapped = [];
    readonly WordTable<int> _forgiven = new();
    readonly List<string> _censored = [];
    int _shortestStem = int.MaxValue, _longestStem, _shortestForgiven = LongestWord, _longestForgiven, _next;

    /// <summary>How many numbers there are; they begin with 0.</summary>
    public int Count => _next;

    /// <summary>The number of a word, given to it where it has none yet.</summary>
    public int Word(string word)
    {
        if (_words.TryGet(word, out var number)) return number;
        var squeezed = Squeeze(word);
        if (!_squeezed.Has(squeezed)) _squeezed.Add(squeezed, word);
        _words.Add(word, _next);
        return _next++;
    }

    /// <summary>The number of all words that begin with a stem.</summary>
    public int Stem(string stem)
    {
        (_shortestStem, _longestStem) = (Math.Min(_shortestStem, stem.Length), Math.Max(_longestStem, stem.Length));
        if (_stems.TryGet(stem, out var number)) return number;
        _stems.Add(stem, _next);
        return _next++;
    }

    /// <summary>Lets a word be read with one slip (a letter too many, missing, changed or swapped) or with stars in it.</summary>
    public void Forgive(string word)
    {
        Word(word);
        if (!_forgiven.Has(word)) _forgiven.Add(word, _censored.Count);
        (_shortestForgiven, _longestForgiven) = (Math.Min(_shortestForgiven, word.Length), Math.Max(_longestForgiven, word.Length));
        _censored.Add(word);
        if (word.Length == ShortestSwap)
            for (var i = 1; i < word.Length; i++) _swapped.TryAdd(word[..(i - 1)] + word[i] + word[i - 1] + word[(i + 1)..], word);
        if (word.Length < ShortestTypo) return;
        foreach (var shorter in Shorter(word).Append(word))
            (_misspelt.TryGetValue(shorter, out var words) ? words : _misspelt[shorter] = []).Add(word);
    }

    /// <summary>The numbers of a folded word: of the word itself, of its stems, or else of the word that it disguises; none where no phrase uses it.</summary>
    public int[] Numbers(string word)
    {
        if (word.Length > LongestWord) word = word[..LongestWord];
        // A whole word behind the disguise goes before a stem that the disguise itself may begin with ("d1e" is "die", whatever "d*" there is).
        if (!IsDisguised(word))
        {
            if (Plain(word) is { Length: > 0 } known) return known;
        }
        else if (Undisguised(word).FirstOrDefault(Knows) is { } whole) return Plain(whole);
        foreach (var reading in Readings(word))
            if (Plain(reading) is { Length: > 0 } numbers) return numbers;
        return [];
    }

    /// <summary>The two forgiven words that a stretch of letters is made of; null where it is not ("killmyself", or "kil lmyself" without its space).</summary>
    public string[]? RunTogether(string letters)
    {
        var (cut, rank) = (0, int.MaxValue);
        for (var at = Math.Max(_shortestForgiven, letters.Length - _longestForgiven); at <= Math.Min(_longestForgiven, letters.Length - _shortestForgiven); at++)
        {
            if (!_forgiven.TryGet(letters.AsSpan(0, at), out var first) || !_forgiven.TryGet(letters.AsSpan(at), out var second)) continue;
            // Where two pairs make up the same letters, the one whose words were forgiven sooner is meant.
            if (Math.Max(first, second) < rank) (cut, rank) = (at, Math.Max(first, second));
        }
        return cut is 0 ? null : [letters[..cut], letters[cut..]];
    }

    /// <summary>True for a whole word of some phrase; stems do not count.</summary>
    public bool Knows(string word) => _words.Has(word);

    /// <summary>The word or stem that has a number. Slow: nobody asks who answers a message.</summary>
    public string Spelling(int number) => _words.All.Concat(_stems.All).First(known => known.Value == number).Word;

    int[] Plain(string word)
    {
        List<int>? found = null;
        if (_words.TryGet(word, out var number)) (found ??= []).Add(number);
        for (var length = _shortestStem; length <= Math.Min(word.Length, _longestStem); length++)
            if (_stems.TryGet(word.AsSpan(0, length), out var stem)) (found ??= []).Add(stem);
        return found is null ? [] : [.. found];
    }

    IEnumerable<string> Readings(string word)
    {
        yield return word;
        if (HasRun(word))
        {
            yield return Collapse(word, 2);
            yield return Collapse(word, 1);
            if (_squeezed.TryGet(Squeeze(word), out var squeezed)) yield return squeezed;
        }
        if (IsDisguised(word))
            foreach (var plain in Undisguised(word)) yield return plain;
        if (word.Contains('*'))
            foreach (var censored in _censored.Where(c => Fits(word, c))) yield return censored;
        if (_swapped.TryGetValue(word, out var swapped)) yield return swapped;
        if (word.Length >= ShortestTypo - 1)
            foreach (var meant in Meant(word)) yield return meant;
    }

    static readonly SearchValues<char> Disguises = SearchValues.Create("01345789@$!|+");

    static bool IsDisguised(string word) => word.AsSpan().ContainsAny(Disguises) && word.Any(char.IsAsciiLetter);

    // 1, ! and | stand for i as well as for l, so a word with n of them has 2^n readings.
    static IEnumerable<string> Undisguised(string word)
    {
        var twoWay = Math.Min(word.Count(c => c is '1' or '!' or '|'), TwoWayDigits);
        for (var choice = 0; choice < 1 << twoWay; choice++)
        {
            var seen = 0;
            yield return string.Create(word.Length, (word, choice), (span, from) =>
            {
                for (var i = 0; i < span.Length; i++) span[i] = Meaning(from.word[i], from.choice, ref seen);
            });
        }
    }

    static char Meaning(char c, int choice, ref int seen) => c switch
    {
        '0' => 'o',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' or '+' => 't',
        '8' => 'b',
        '9' => 'g',
        '1' or '!' or '|' => (choice >> Math.Min(seen++, TwoWayDigits - 1) & 1) is 0 ? 'i' : 'l',
        _ => c,
    };

    static bool Fits(string stars, string word)
    {
        if (stars.Length != word.Length || stars[0] != word[0] || stars.All(c => c is '*')) return false;
        for (var i = 0; i < word.Length; i++)
            if (stars[i] is not '*' && stars[i] != word[i]) return false;
        return true;
    }

    // The word itself is looked for, and then the word without each of its letters.
    List<string> Meant(string word)
    {
        var found = new List<string>();
        var misspelt = _misspelt.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> shorter = stackalloc char[LongestWord];
        for (var without = -1; without < word.Length; without++)
        {
            if (misspelt.TryGetValue(Without(word, without, shorter), out var words))
                foreach (var meant in words)
                    if (meant[0] == word[0] && IsOneSlip(word, meant)) found.Add(meant);
        }
        return found;
    }

    static ReadOnlySpan<char> Without(string word, int letter, Span<char> into)
    {
        if (letter < 0) return word;
        word.AsSpan(0, letter).CopyTo(into);
        word.AsSpan(letter + 1).CopyTo(into[letter..]);
        return into[..(word.Length - 1)];
    }

    static IEnumerable<string> Shorter(string word) => Enumerable.Range(0, word.Length).Select(i => word.Remove(i, 1));

    /// <summary>True where two words differ by one letter more, less, changed, or by two neighbours swapped.</summary>
    static bool IsOneSlip(string a, string b)
    {
        var start = a.AsSpan().CommonPrefixLength(b);
        var (restA, restB) = (a[start..], b[start..]);
        if (restA.Length == restB.Length)
            return restA[1..] == restB[1..] || restA.Length > 1 && restA[0] == restB[1] && restA[1] == restB[0] && restA[2..] == restB[2..];
        return restA.Length == restB.Length + 1 ? restA[1..] == restB : restB.Length == restA.Length + 1 && restB[1..] == restA;
    }

    static bool HasRun(string word, int length = 3)
    {
        for (int i = 1, run = 1; i < word.Length; i++)
            if ((run = word[i] == word[i - 1] ? run + 1 : 1) >= length) return true;
        return false;
    }

    static string Squeeze(string word) => Collapse(word, 1);

    static string Collapse(string word, int most)
    {
        if (!HasRun(word, most + 1)) return word;
        var kept = new System.Text.StringBuilder(word.Length);
        var run = 0;
        for (var i = 0; i < word.Length; i++)
        {
            run = i > 0 && word[i] == word[i - 1] ? run + 1 : 1;
            if (run <= most) kept.Append(word[i]);
        }
        return kept.ToString();
    }
}
