using System.Globalization;
using System.Text;

namespace MicroWins.Rules.Safety.Matching;

/// <summary>A folded word and the pause before it.</summary>
readonly record struct Word(string Letters, Pause Before);

/// <summary>Cuts text into folded words. Phrases and messages are cut by the same rules.</summary>
static class Spelling
{
    /// <summary>Letters of a spelled-out word ("k i l l") that are joined at a time: bounds the search for words in them.</summary>
    const int LongestSpelledOut = 40;

    /// <summary>Letters of the longest word that is looked for in spelled-out letters.</summary>
    const int LongestPiece = 16;

    /// <summary>What a smile in brackets is read as.</summary>
    const string Smile = "🙂";

    // Words that lose their vowel before an apostrophe stay words of their own ("j'ai", "dell'esame"); all others join ("don't" is "dont").
    static readonly HashSet<string> Elided =
    [
        "j", "l", "d", "t", "s", "n", "c", "v", "m", "qu", "jusqu", "lorsqu", "puisqu", "quelqu", "presqu",
        "dell", "all", "nell", "sull", "dall", "un", "quest", "quell", "anch", "cos", "dov", "com", "nient", "tutt", "nessun", "senz", "mezz",
    ];

    // The same words written together in a hurry.
    static readonly Dictionary<string, string[]> Hurried = new()
    {
        ["jai"] = ["j", "ai"], ["jen"] = ["j", "en"], ["jy"] = ["j", "y"], ["cest"] = ["c", "est"], ["jarrive"] = ["j", "arrive"], ["jveux"] = ["je", "veux"],
        ["jpense"] = ["je", "pense"], ["jpeux"] = ["je", "peux"], ["jsuis"] = ["je", "suis"], ["chuis"] = ["je", "suis"], ["jme"] = ["je", "me"], ["jvais"] = ["je", "vais"],
        ["jarrete"] = ["j", "arrete"], ["javais"] = ["j", "avais"], ["jaimerais"] = ["j", "aimerais"], ["gonna"] = ["going", "to"], ["wanna"] = ["want", "to"],
        ["gotta"] = ["have", "to"], ["kinda"] = ["kind", "of"], ["tryna"] = ["trying", "to"], ["finna"] = ["going", "to"], ["ima"] = ["im", "going", "to"],
        ["imma"] = ["im", "going", "to"], ["gunna"] = ["going", "to"], ["cannot"] = ["cant"], ["myslf"] = ["myself"], ["hopefuly"] = ["hopefully"], ["selfharm"] = ["self", "harm"],
        ["selfharming"] = ["self", "harming"], ["selfharmed"] = ["self", "harmed"], ["selfharms"] = ["self", "harms"], ["k1ll"] = ["kill"], ["killin"] = ["killing"],
        ["thinkin"] = ["thinking"], ["cuttin"] = ["cutting"], ["hurtin"] = ["hurting"], ["endin"] = ["ending"], ["dyin"] = ["dying"], ["tryin"] = ["trying"], ["goin"] = ["going"],
        ["anymor"] = ["anymore"], ["nomore"] = ["no", "more"], ["wana"] = ["want", "to"], ["dnt"] = ["dont"], ["wnt"] = ["want"], ["oneself"] = ["myself"],
        ["ur"] = ["your"], ["tmrw"] = ["tomorrow"], ["tmr"] = ["tomorrow"], ["tmw"] = ["tomorrow"], ["tomoro"] = ["tomorrow"], ["tomorow"] = ["tomorrow"], ["2morrow"] = ["tomorrow"],
        ["tonite"] = ["tonight"], ["2nite"] = ["tonight"], ["2night"] = ["tonight"], ["plz"] = ["please"], ["pls"] = ["please"], ["abt"] = ["about"],
        ["cuz"] = ["because"], ["coz"] = ["because"], ["bc"] = ["because"], ["becuz"] = ["because"], ["urself"] = ["yourself"], ["ppl"] = ["people"],
        ["alr"] = ["already"], ["alrdy"] = ["already"], ["sry"] = ["sorry"], ["rlly"] = ["really"], ["rly"] = ["really"], ["thru"] = ["through"], ["smth"] = ["something"],
        ["sm1"] = ["someone"], ["any1"] = ["anyone"], ["every1"] = ["everyone"], ["no1"] = ["nobody"], ["noone"] = ["nobody"], ["4ever"] = ["forever"], ["b4"] = ["before"],
        ["gna"] = ["going", "to"], ["hafta"] = ["have", "to"], ["shouldve"] = ["should", "have"], ["wouldve"] = ["would", "have"], ["couldve"] = ["could", "have"],
        ["dunno"] = ["dont", "know"], ["idk"] = ["i", "dont", "know"], ["lemme"] = ["let", "me"], ["gimme"] = ["give", "me"], ["tn"] = ["tonight"],
        ["killmyself"] = ["kill", "myself"], ["wanttodie"] = ["want", "to", "die"], ["iwanttodie"] = ["i", "want", "to", "die"], ["iwannadie"] = ["i", "want", "to", "die"],
        ["gehts"] = ["geht", "es"], ["hab"] = ["habe"], ["nimmer"] = ["nicht", "mehr"], ["ned"] = ["nicht"], ["nich"] = ["nicht"], ["nix"] = ["nichts"],
        ["vc"] = ["voce"], ["naum"] = ["nao"], ["pra"] = ["para"], ["ke"] = ["che"], ["nn"] = ["non"], ["xk"] = ["porque"], ["xq"] = ["porque"], ["pq"] = ["porque"],
        ["ausm"] = ["aus", "dem"], ["нехочу"] = ["не", "хочу"], ["немогу"] = ["не", "могу"], ["незнаю"] = ["не", "знаю"], ["небуду"] = ["не", "буду"],
    };

    /// <summary>Cuts a text into folded words. A Chinese character and an emoji are words by themselves.</summary>
    public static List<Word> Words(string text)
    {
        // Ten thousand words of the phrases are as plain as that.
        if (text.Length > 0 && !text.AsSpan().ContainsAnyExceptInRange('a', 'z') && !Hurried.ContainsKey(text)) return [new(text, Pause.Sentence)];
        var cutter = new Cutter();
        Rune? previous = null;
        // What cannot be seen goes first: it must not stand between an apostrophe and its letters either.
        var runes = Visible(text);
        for (var i = 0; i < runes.Count; i++)
        {
            cutter.Take(runes[i], previous, i + 1 < runes.Count ? runes[i + 1] : null);
            previous = runes[i];
        }
        return cutter.Finish();
    }

    static ArraySegment<Rune> Visible(string text)
    {
        var (runes, count) = (new Rune[text.Length], 0);
        foreach (var rune in text.EnumerateRunes())
            if (Letters.Fold(rune).Length > 0) runes[count++] = rune;
        return new(runes, 0, count);
    }

    /// <summary>Joins letters that were spelled out one by one ("k i l l", "k.m.s") to the words that they make, if they make any.</summary>
    /// <param name="words">The words of a message.</param>
    /// <param name="knows">Tells a word of some phrase.</param>
    public static List<Word> Unspaced(List<Word> words, Func<string, bool> knows)
    {
        var joined = new List<Word>(words.Count);
        for (var i = 0; i < words.Count;)
        {
            var end = i;
            while (end < words.Count && end - i < LongestSpelledOut && IsSpelledOut(words[end], end > i)) end++;
            if (end - i >= 3) joined.AddRange(Join(words.GetRange(i, end - i), knows));
            else for (var at = i; at < Math.Max(end, i + 1); at++) joined.Add(words[at]);
            i = Math.Max(end, i + 1);
        }
        return joined;
    }

    static bool IsSpelledOut(Word word, bool inside) =>
        word.Letters.Length is 1 && char.IsLetter(word.Letters[0]) && !Letters.IsHan(new(word.Letters[0])) && !(inside && word.Before is Pause.Sentence);

    static IEnumerable<Word> Join(List<Word> letters, Func<string, bool> knows)
    {
        var text = string.Concat(letters.Select(l => l.Letters));
        if (text.Distinct().Count() < 3) return letters;
        var pieces = Pieces(text, knows);
        return pieces is null || pieces.Count == text.Length ? letters : pieces.Select((piece, at) => new Word(piece, at is 0 ? letters[0].Before : Pause.None));
    }

    // The fewest known words that make up a text; null where known words do not make it up.
    static List<string>? Pieces(string text, Func<string, bool> knows)
    {
        var fewest = new int[text.Length + 1];
        var from = new int[text.Length + 1];
        Array.Fill(fewest, int.MaxValue, 1, text.Length);
        for (var end = 1; end <= text.Length; end++)
            for (var start = Math.Max(0, end - LongestPiece); start < end; start++)
                if (fewest[start] < fewest[end] - 1 && knows(text[start..end])) (fewest[end], from[end]) = (fewest[start] + 1, start);
        if (fewest[^1] is int.MaxValue) return null;
        var pieces = new List<string>();
        for (var end = text.Length; end > 0; end = from[end]) pieces.Insert(0, text[from[end]..end]);
        return pieces;
    }

    static bool IsWordPart(Rune rune) => Rune.IsLetter(rune) || Rune.IsDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LetterNumber;

    static bool IsApostrophe(Rune rune) => rune.Value is '\'' or '’' or '‘' or 'ʼ' or '´' or '`' or 'ʹ' or '′' or '＇' or '‛';

    /// <summary>Gathers code points to words.</summary>
    sealed class Cutter
    {
        readonly List<Word> _words = [];
        readonly StringBuilder _letters = new();
        Pause _pause = Pause.Sentence;
        int _brackets;

        public void Take(Rune rune, Rune? previous, Rune? next)
        {
            var folded = Letters.Fold(rune);
            _brackets = rune.Value is ')' or '）' ? _brackets + 1 : 0;
            if (Letters.IsHan(rune)) Alone(folded);
            else if (IsWordPart(rune) || char.IsAsciiLetterOrDigit(folded[0])) _letters.Append(folded);
            else if (IsApostrophe(rune)) Apostrophe(next);
            else if (IsInnerSign(folded, previous, next)) _letters.Append(folded);
            else Separate(rune, folded, previous, next);
        }

        public List<Word> Finish()
        {
            EndWord();
            return _words;
        }

        // "$uicide", "k!ll", "s**cide": a sign inside a word, or a dollar or at sign at its start.
        bool IsInnerSign(string folded, Rune? previous, Rune? next)
        {
            var before = _letters.Length > 0 && previous is { } p && (IsWordPart(p) || p.Value is '*');
            var after = next is { } n && (Rune.IsLetter(n) || n.Value is '*' && before);
            return folded switch
            {
                "$" or "@" => after,
                "!" or "|" or "+" => before && after && next!.Value.Value is not '*',
                "*" => before && (after || previous!.Value.Value is '*'),
                _ => false,
            };
        }

        void Apostrophe(Rune? next)
        {
            if (_letters.Length is 0) Rest(Pause.Clause, _words.Count > 0 && next is { } n && IsWordPart(n));
            else if (Elided.Contains(_letters.ToString())) EndWord();
            else if (next is null || !IsWordPart(next.Value)) EndWord();
        }

        void Separate(Rune rune, string folded, Rune? previous, Rune? next)
        {
            EndWord();
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol) Emoji(folded);
            else if (_brackets >= 2 || rune.Value is ')' && previous?.Value is ':' or ';' or '-') Emoji(Smile);
            else _pause = (Pause)Math.Max((int)_pause, (int)PauseOf(rune, next));
        }

        // An emoji is kept as a word that stands apart, so that it can be a marker, but not in the way of the words around it.
        void Emoji(string folded)
        {
            if (_words.Count > 0 && _words[^1].Letters == folded && _pause is not Pause.Sentence) return;
            Rest(Pause.Clause, true);
            Alone(folded);
            Rest(Pause.Clause, true);
        }

        void Alone(string folded)
        {
            EndWord();
            Add(folded);
        }

        void Rest(Pause pause, bool really)
        {
            if (really && _pause < pause) _pause = pause;
        }

        void EndWord()
        {
            if (_letters.Length is 0) return;
            var word = Letters.Undisguised(_letters.ToString());
            _letters.Clear();
            if (Hurried.TryGetValue(word, out var parts)) foreach (var part in parts) Add(part);
            else Add(word.Trim('*'));
        }

        void Add(string letters)
        {
            _words.Add(new(letters, _pause));
            _pause = Pause.None;
        }

        static Pause PauseOf(Rune rune, Rune? next) => rune.Value switch
        {
            '\n' or '\r' or 0x2028 or 0x2029 or '。' or '！' or '？' or '…' => Pause.Sentence,
            '.' or '!' or '?' => next is null || Rune.IsWhiteSpace(next.Value) || next.Value.Value is '.' or '!' or '?' ? Pause.Sentence : Pause.Clause,
            '-' or '_' or '/' or '\\' or '*' or '~' or '+' or '=' or '#' => Pause.None,
            _ => Rune.IsWhiteSpace(rune) ? Pause.None : Pause.Clause,
        };
    }
}
