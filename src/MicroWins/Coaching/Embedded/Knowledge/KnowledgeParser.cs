using System.Globalization;
using MicroWins.Coaching.Embedded.Reading;
using MicroWins.Rules;

namespace MicroWins.Coaching.Embedded.Knowledge;

/// <summary>Reads one language's file of knowledge. The form is told at the top of en.txt; a mistake stops the start with file and line.</summary>
sealed class KnowledgeParser(string file, Phrasebook book)
{
    readonly Phrasebook _book = book;
    Recipe? _recipe;
    Sheet? _sheet;
    string _section = "";
    int _number;

    /// <exception cref="FormatException">A line cannot be read, or a recipe is incomplete.</exception>
    public static Phrasebook Parse(string file, Language language, string text)
    {
        var book = new Phrasebook { Language = language };
        Add(file, book, text);
        KnowledgeCheck.Check(file, book);
        return book;
    }

    /// <summary>Adds a second file of the same language.</summary>
    /// <exception cref="FormatException">A line cannot be read.</exception>
    public static void Add(string file, Phrasebook book, string text)
    {
        var parser = new KnowledgeParser(file, book);
        foreach (var line in text.Split('\n'))
        {
            parser._number++;
            parser.Read(line.Trim());
        }
    }

    void Read(string line)
    {
        if (line.Length == 0 || line[0] == '#') return;
        if (line[0] == '[') Open(line.TrimEnd(']')[1..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        else if (line.Split(':', 2, StringSplitOptions.TrimEntries) is [var head, var body]) ReadEntry(head.Split(' ', StringSplitOptions.RemoveEmptyEntries), body);
        else throw Bad("a line is \"name: text\"");
    }

    void Open(string[] words)
    {
        _section = words is [] ? "" : words[0];
        (_recipe, _sheet) = (null, null);
        if (_section is "words" or "reasons" or "lines") return;
        if (words is not [_, var id]) throw Bad("a section is [words], [reasons], [lines] or [recipe name]");
        if (_section is not "recipe")
        {
            OpenSheet(id);
            return;
        }
        if (_book.Recipes.Any(recipe => recipe.Id == id)) throw Bad($"the recipe \"{id}\" is there twice");
        _book.Recipes.Add(_recipe = new() { Id = id, Number = _number });
    }

    void OpenSheet(string id)
    {
        if (!_book.Sheets.TryGetValue(_section, out var sheets)) throw Bad($"there is no section [{_section} name]");
        if (sheets.Any(sheet => sheet.Id == id)) throw Bad($"[{_section} {id}] is there twice");
        sheets.Add(_sheet = new() { Id = id, Number = _number });
    }

    void ReadSheet(Sheet sheet, string[] head, string body)
    {
        switch (head)
        {
            case ["words"]: sheet.Words = PhraseList.Parse(body); break;
            case ["when" or "anchor" or "clause" or "measure" or "usual" or "recipes" or "topics" or "fixed" or "proper"]: sheet.Values[head[0]] = body; break;
            case ["habit" or "step" or "least" or "reframe" or "first", ..]: SheetLines(sheet, head[0]).Add(Line(head.AsSpan(1), body)); break;
            default: SheetLines(sheet, "step").Add(Line(head, body)); break;
        }
    }

    static List<RecipeLine> SheetLines(Sheet sheet, string key) =>
        sheet.Lines.TryGetValue(key, out var lines) ? lines : sheet.Lines[key] = [];

    void ReadEntry(string[] head, string body)
    {
        if (_sheet is not null && body.Length == 0) return;
        if (head is [] || body.Length == 0) throw Bad("a line is \"name: text\"");
        if (_sheet is { } sheet) ReadSheet(sheet, head, body);
        else if (_recipe is { } recipe) ReadRecipe(recipe, head, body);
        else if (_section == "words") ReadWords(head, body);
        else if (_section == "reasons") _book.Reasons[head[0]] = PhraseList.Parse(body);
        else if (_section == "lines") Lines(head[0]).Add(Line(head.AsSpan(1), body));
        else throw Bad("a line stands in a section");
    }

    List<RecipeLine> Lines(string name) =>
        _book.Lines.TryGetValue(name, out var lines) ? lines : _book.Lines[name] = [];

    void ReadWords(string[] head, string body)
    {
        switch (head)
        {
            case ["unit", var slot]: _book.Units[slot] = PhraseList.Parse(body); break;
            case ["label", var slot]: _book.Labels[slot] = PhraseList.Parse(body); break;
            case ["day"]: AddDay(body); break;
            case ["range", _]: AddRange(body); break;
            case ["number"]: foreach (var (word, value) in Pairs(body)) _book.Numbers[WordCutter.Fold(word)] = Integer(value); break;
            case ["flip"]: foreach (var (word, value) in Pairs(body)) _book.Flips[word] = value; break;
            case [var name]: _book.Lists[name] = PhraseList.Parse(body); break;
            default: throw Bad("one name is enough here");
        }
    }

    void AddDay(string body)
    {
        if (body.Split('=', 2, StringSplitOptions.TrimEntries) is not [var shown, var words]) throw Bad("a day is \"Monday = monday, mon\"");
        _book.Days.Add((shown, PhraseList.Parse(words)));
    }

    void AddRange(string body)
    {
        if (body.Split('=', 2, StringSplitOptions.TrimEntries) is not [var shown, var words] || !shown.Contains("{n}", StringComparison.Ordinal))
            throw Bad("a range is \"Chapter {n} = chapter, chapters\"");
        _book.Ranges.Add((shown, PhraseList.Parse(words)));
    }

    IEnumerable<(string, string)> Pairs(string body) => body.Split(',', StringSplitOptions.TrimEntries)
        .Select(pair => pair.Split('=', 2, StringSplitOptions.TrimEntries) is [var word, var value] ? (word, value) : throw Bad($"\"{pair}\" is no pair \"a=b\""));

    int Integer(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : throw Bad($"\"{text}\" is no number");

    void ReadRecipe(Recipe recipe, string[] head, string body)
    {
        switch (head[0])
        {
            case "kind": ReadKind(recipe, body.Split(' ')); break;
            case "strong": recipe.Strong = PhraseList.Parse(body); break;
            case "likely": recipe.Likely = PhraseList.Parse(body); break;
            case "weak": recipe.Weak = PhraseList.Parse(body); break;
            case "nouns": recipe.Nouns = PhraseList.Parse(body); break;
            case "after": recipe.After = PhraseList.Parse(body); break;
            case "until": recipe.Until = PhraseList.Parse(body); break;
            case "noun": recipe.Noun = body; break;
            case "title": recipe.Titles.Add(Line(head.AsSpan(1), body)); break;
            case "tag" when head is [_, var tag]: recipe.Tags[tag] = PhraseList.Parse(body); break;
            case "overwhelm": recipe.Overwhelms.Add(Line(head.AsSpan(1), body)); break;
            case "milestone": recipe.Milestones.Add(Line(head.AsSpan(1), body)); break;
            case "first": recipe.Firsts.Add(Line(head.AsSpan(1), body)); break;
            default: recipe.Steps.Add(Line(head, body)); break;
        }
    }

    void ReadKind(Recipe recipe, string[] words)
    {
        if (words is not [var kind, var cause] || !Enum.TryParse<GoalKind>(kind, true, out var goal) || !Enum.TryParse<OverwhelmCause>(cause, true, out var why))
            throw Bad("a kind is \"task tooBig\"");
        (recipe.Kind, recipe.Cause) = (goal, why);
    }

    /// <summary>Reads "5 * ?fear !done" or "~3" before the colon: minutes, the marks of a core step and of a filler, conditions.</summary>
    RecipeLine Line(ReadOnlySpan<string> head, string body)
    {
        var (minutes, filler, core) = (0.0, false, false);
        List<string> needs = [], without = [];
        foreach (var word in head)
            if (word == "*") core = true;
            else if (word[0] == '?') needs.Add(word[1..]);
            else if (word[0] == '!') without.Add(word[1..]);
            else if (double.TryParse(word.TrimStart('~'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out minutes)) filler = word[0] == '~';
            else throw Bad($"\"{word}\" is neither minutes nor a condition");
        return new(_number, minutes, needs, without, filler, core, body);
    }

    FormatException Bad(string what) => new($"{file}:{_number}: {what}.");
}
