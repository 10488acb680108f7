namespace MicroWins.Rules.Safety.Matching;

/// <summary>Reads the notation of phrases; it is described at the top of Phrases/en.txt.</summary>
/// <param name="vocabulary">Takes up the words.</param>
sealed class PhraseParser(Vocabulary vocabulary)
{
    const int LongestGap = 12;

    // Ten times what the longest phrase has: whoever passes these has made a mistake, and a parser that follows it ends the program.
    const int LongestPhrase = 20_000, DeepestNesting = 40;

    WordTable<Named> _names = new();

    // A few thousand words make up a hundred thousand places in the phrases: each is cut and folded once, and shared.
    readonly WordTable<Element[]> _written = new();
    // What is being read, of all brackets that are open: a list for each would be most of what reading allocates.
    readonly List<Element> _open = [];
    readonly List<Element.Words> _openWords = [];
    string _text = "";
    int _at, _depth, _deepest, _length;

    /// <summary>Forgets the names of the file before.</summary>
    public void StartFile() => _names = new();

    /// <summary>Gives a name to alternatives, for use as {name} further down in the same file.</summary>
    /// <exception cref="FormatException">The name is taken or has no alternatives.</exception>
    public void Define(string name, string alternatives)
    {
        if (name.Length is 0 || !name.All(char.IsAsciiLetterOrDigit)) throw new FormatException($"'{name}' is not a name: use letters a-z and digits.");
        if (_names.Has(name)) throw new FormatException($"{{{name}}} is defined twice.");
        Begin($"({alternatives})");
        var choice = Choice();
        if (_at < _text.Length) throw new FormatException($"a ')' or '|' too many in '{name}'.");
        CheckSpan(choice.Span + 1, name);
        _names.Add(name, new(choice, _length, _deepest));
    }

    /// <summary>Reads one phrase.</summary>
    /// <exception cref="FormatException">The notation is wrong; the message says how.</exception>
    public Element Parse(string phrase)
    {
        Begin(phrase);
        var read = Sequence();
        if (_at < _text.Length) throw new FormatException($"a ')' or '|' too many in '{phrase}'.");
        if (read.MayBeEmpty) throw new FormatException($"'{phrase}' would match everything: it needs a word that must be there.");
        if (read.BeginsWithAny) throw new FormatException($"'{phrase}' begins with a gap: begin with a word.");
        CheckSpan(read.Span, phrase);
        return read;
    }

    void Begin(string text)
    {
        (_text, _at, _depth, _deepest, _length) = (text, 0, 0, 0, text.Length);
        _open.Clear();
        _openWords.Clear();
        CheckLength();
    }

    void CheckLength()
    {
        if (_length > LongestPhrase) throw new FormatException($"with its names written out a phrase has more than {LongestPhrase} characters.");
    }

    static void CheckSpan(int span, string phrase)
    {
        if (span > Element.LongestSpan) throw new FormatException($"'{phrase}' spans {span} words, more than {Element.LongestSpan}.");
    }

    Element Sequence()
    {
        var start = _open.Count;
        while (true)
        {
            SkipSpace();
            if (_at >= _text.Length || _text[_at] is '|' or ')') return OneOrMany(TakeFrom(_open, start));
            ReadNext();
        }
    }

    static Element OneOrMany(Element[] elements) => elements is [var only] ? only : new Element.Sequence(elements);

    void SkipSpace()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\t') _at++;
    }

    static T[] TakeFrom<T>(List<T> open, int start) where T : Element
    {
        var taken = new T[open.Count - start];
        open.CopyTo(start, taken, 0, taken.Length);
        open.RemoveRange(start, taken.Length);
        return taken;
    }

    void ReadNext()
    {
        switch (_text[_at])
        {
            case '(': _open.Add(Choice()); break;
            case '{': _open.Add(Name()); break;
            case '!': _open.Add(Unless()); break;
            case '<' or '>':
                _at++;
                _open.Add(new Element.Edge());
                break;
            case '~': _open.Add(Gap()); break;
            case '#':
                _at++;
                _open.Add(new Element.Digits());
                break;
            default: _open.AddRange(Words()); break;
        }
    }

    // What a name stands for was read where it was given, and is shared by every phrase that uses it.
    Element.Choice Name()
    {
        var close = _text.IndexOf('}', _at);
        if (close < 0) throw new FormatException($"'{{' without '}}' in '{_text}'.");
        var name = _text.AsSpan(_at + 1, close - _at - 1);
        if (!_names.TryGet(name, out var named)) throw new FormatException($"{{{name}}} is not defined above this line.");
        _length += named.Length - name.Length - 2;
        CheckLength();
        Deepen(_depth + named.Depth);
        _at = close + 1;
        return named.Choice;
    }

    void Deepen(int depth)
    {
        if (depth > DeepestNesting) throw new FormatException($"more than {DeepestNesting} brackets lie within each other.");
        _deepest = Math.Max(_deepest, depth);
    }

    Element.Choice Choice()
    {
        Deepen(++_depth);
        var (start, startOfWords) = (_open.Count, _openWords.Count);
        do
        {
            _at++;
            if (LoneWord() is { } word) _openWords.Add(word);
            else _open.Add(Sequence());
        }
        while (_at < _text.Length && _text[_at] is '|');
        if (_at >= _text.Length || _text[_at] is not ')') throw new FormatException("'(' without ')'.");
        _at++;
        _depth--;
        return Element.Choice.Of(TakeFrom(_openWords, startOfWords), TakeFrom(_open, start));
    }

    // Most alternatives are a word and no more.
    Element.Words? LoneWord()
    {
        var start = _at;
        SkipSpace();
        var written = Written();
        SkipSpace();
        if (!written.IsEmpty && _at < _text.Length && _text[_at] is '|' or ')' && Words(written) is [Element.Words only]) return only;
        _at = start;
        return null;
    }

    Element.Unless Unless()
    {
        _at++;
        if (_at >= _text.Length || _text[_at] is not ('(' or '{')) throw new FormatException("'!' must stand before '('.");
        var following = _text[_at] is '(' ? Choice() : Name();
        return Array.Exists(following.Alternatives, a => a is Element.Sequence { Elements.Length: 0 })
            ? throw new FormatException("'!(...)' has an empty alternative, so nothing could ever match.")
            : new(following);
    }

    Element.Gap Gap()
    {
        var start = ++_at;
        while (_at < _text.Length && char.IsAsciiDigit(_text[_at])) _at++;
        return int.TryParse(_text.AsSpan(start, _at - start), out var most) && most is > 0 and <= LongestGap
            ? new(most)
            : throw new FormatException($"'~' needs the most words of the gap, 1 to {LongestGap}.");
    }

    Element[] Words() => Words(Written());

    ReadOnlySpan<char> Written()
    {
        var start = _at;
        while (_at < _text.Length && _text[_at] is not (' ' or '\t' or '(' or ')' or '|' or '!' or '<' or '>' or '~' or '#' or '{' or '}')) _at++;
        return _text.AsSpan(start, _at - start);
    }

    Element[] Words(ReadOnlySpan<char> written)
    {
        if (_written.TryGet(written, out var elements)) return elements;
        var text = written.ToString();
        _written.Add(text, elements = Cut(text));
        return elements;
    }

    // A stretch of text is cut exactly as a message is, so that "j'ai" or "不想活" in a phrase is what it is in a message.
    Element[] Cut(string written)
    {
        var isStem = written.EndsWith('*');
        var words = Spelling.Words(isStem ? written[..^1] : written);
        if (words.Count is 0) throw new FormatException($"'{written}' has no letters.");
        var elements = new Element[words.Count];
        for (var at = 0; at < elements.Length; at++) elements[at] = Word(words[at].Letters, isStem && at == elements.Length - 1);
        return elements;
    }

    // A stem is a word by itself as well: letters that were spelled out one by one are joined to it.
    Element.Words Word(string letters, bool isStem)
    {
        var number = vocabulary.Word(letters);
        return new([isStem ? vocabulary.Stem(letters) : number], vocabulary);
    }

    /// <summary>What a name stands for, how many characters that has written out, and how deep its brackets lie.</summary>
    readonly record struct Named(Element.Choice Choice, int Length, int Depth);
}
