namespace MicroWins.Rules.Safety.Matching;

/// <summary>Reads the notation of phrases; it is described at the top of Phrases/en.txt.</summary>
/// <param name="vocabulary">Takes up the words.</param>
sealed class PhraseParser(Vocabulary vocabulary)
{
    const int LongestGap = 12;

    // Ten times what the longest phrase has: whoever passes these has made a mistake, and a parser that follows it ends the program.
    const int LongestPhrase = 20_000, DeepestNesting = 40;

    readonly Dictionary<string, string> _names = [];

    // A few thousand words make up a hundred thousand places in the phrases: each is cut and folded once, and shared.
    readonly Dictionary<string, Element[]> _written = [];
    string _text = "";
    int _at;
    int _depth;

    /// <summary>Forgets the names of the file before.</summary>
    public void StartFile() => _names.Clear();

    /// <summary>Gives a name to alternatives, for use as {name} further down in the same file.</summary>
    /// <exception cref="FormatException">The name is taken or has no alternatives.</exception>
    public void Define(string name, string alternatives)
    {
        if (name.Length is 0 || !name.All(char.IsAsciiLetterOrDigit)) throw new FormatException($"'{name}' is not a name: use letters a-z and digits.");
        if (!_names.TryAdd(name, $"({Expand(alternatives)})")) throw new FormatException($"{{{name}}} is defined twice.");
        Parse(name, $"x {_names[name]}");
    }

    /// <summary>Reads one phrase.</summary>
    /// <exception cref="FormatException">The notation is wrong; the message says how.</exception>
    public Element Parse(string phrase) => Parse(phrase, Expand(phrase));

    Element.Sequence Parse(string phrase, string expanded)
    {
        (_text, _at, _depth) = (expanded, 0, 0);
        var read = Sequence();
        if (_at < _text.Length) throw new FormatException($"a ')' or '|' too many in '{phrase}'.");
        if (read.MayBeEmpty) throw new FormatException($"'{phrase}' would match everything: it needs a word that must be there.");
        if (read.Firsts is null) throw new FormatException($"'{phrase}' begins with a gap: begin with a word.");
        if (read.Span > Element.LongestSpan) throw new FormatException($"'{phrase}' spans {read.Span} words, more than {Element.LongestSpan}.");
        return read;
    }

    string Expand(string text)
    {
        for (int open; (open = text.IndexOf('{')) >= 0;)
        {
            var close = text.IndexOf('}', open);
            if (close < 0) throw new FormatException($"'{{' without '}}' in '{text}'.");
            if (!_names.TryGetValue(text[(open + 1)..close], out var body))
                throw new FormatException($"{text[open..(close + 1)]} is not defined above this line.");
            text = text[..open] + body + text[(close + 1)..];
            if (text.Length > LongestPhrase) throw new FormatException($"with its names written out a phrase has more than {LongestPhrase} characters.");
        }
        return text;
    }

    Element.Sequence Sequence()
    {
        var elements = new List<Element>();
        while (true)
        {
            while (_at < _text.Length && _text[_at] is ' ' or '\t') _at++;
            if (_at >= _text.Length || _text[_at] is '|' or ')') return new([.. elements]);
            elements.AddRange(Next());
        }
    }

    Element[] Next()
    {
        switch (_text[_at])
        {
            case '(': return [Choice()];
            case '!': return [Unless()];
            case '<' or '>':
                _at++;
                return [new Element.Edge()];
            case '~': return [Gap()];
            case '#':
                _at++;
                return [new Element.Digits()];
            default: return Words();
        }
    }

    Element.Choice Choice()
    {
        if (++_depth > DeepestNesting) throw new FormatException($"more than {DeepestNesting} brackets lie within each other.");
        var alternatives = new List<Element.Sequence>();
        do
        {
            _at++;
            alternatives.Add(Sequence());
        }
        while (_at < _text.Length && _text[_at] is '|');
        if (_at >= _text.Length || _text[_at] is not ')') throw new FormatException("'(' without ')'.");
        _at++;
        _depth--;
        return Element.Choice.Of(alternatives);
    }

    Element.Unless Unless()
    {
        _at++;
        if (_at >= _text.Length || _text[_at] is not '(') throw new FormatException("'!' must stand before '('.");
        var following = Choice();
        return following.Alternatives.Any(a => a is Element.Sequence { Elements.Length: 0 })
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

    Element[] Words()
    {
        var start = _at;
        while (_at < _text.Length && _text[_at] is not (' ' or '\t' or '(' or ')' or '|' or '!' or '<' or '>' or '~' or '#' or '{' or '}')) _at++;
        var written = _text[start.._at];
        return _written.TryGetValue(written, out var elements) ? elements : _written[written] = Words(written);
    }

    // A stretch of text is cut exactly as a message is, so that "j'ai" or "不想活" in a phrase is what it is in a message.
    Element[] Words(string written)
    {
        var isStem = written.EndsWith('*');
        var words = Spelling.Words(isStem ? written[..^1] : written);
        if (words.Count is 0) throw new FormatException($"'{written}' has no letters.");
        Element[] elements = [.. words.Select(word => Word(vocabulary.Word(word.Letters), word.Letters))];
        if (isStem) elements[^1] = Word(vocabulary.Stem(words[^1].Letters), words[^1].Letters);
        return elements;
    }

    static Element.Words Word(int number, string spelling) => new([number], [spelling]);
}
