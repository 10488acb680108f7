using MicroWins.Coaching.Embedded.Knowledge;
using MicroWins.Rules;

namespace MicroWins.Coaching.Embedded.Reading;

/// <summary>Reads a messy goal: what sort it is, what it is about, how much, until when, and what makes it hard.</summary>
sealed class GoalReader(KnowledgeBase knowledge)
{
    /// <summary>Most characters of a goal that is quoted because nothing better could be read.</summary>
    const int QuotedLength = 60;

    /// <param name="goal">The goal.</param>
    /// <param name="why">Why it is hard; maybe empty.</param>
    /// <param name="language">The language to answer in; where the goal is in another one, it is still understood.</param>
    /// <param name="situation">Deadline and progress, where they were told apart from the goal.</param>
    public GoalReading Read(PersonText goal, PersonText why, Language language, PersonText? situation = null)
    {
        var (from, to) = Books(goal, language);
        var known = from.Classify(goal).Recipe;
        if (known.Id == Phrasebook.OtherRecipe && from.Classify(why) is { Score: >= 5 } hint) known = hint.Recipe;
        var recipe = to.Recipes.FirstOrDefault(recipe => recipe.Id == known.Id) ?? to.Other;
        var slots = Slots(goal, known, recipe, from, to);
        if (situation is not null)
        {
            Amounts.Read(situation, from, slots);
            if (!slots.ContainsKey("day")) Deadlines.Read(situation, from, slots);
        }
        return new(goal, recipe, slots, Tags(goal, why, known, recipe, from));
    }

    /// <summary>The phrasebook that reads the goal, and the one that answers.</summary>
    public (Phrasebook From, Phrasebook To) Books(PersonText goal, Language language)
    {
        var own = knowledge.For(language);
        if (own.Classify(goal).Score >= 2) return (own, own);
        var (best, score) = knowledge.All.Select(book => (Book: book, book.Classify(goal).Score)).MaxBy(each => each.Score);
        if (score < 2) best = own;
        return (best, language is Language.Unknown ? best : own);
    }

    static Dictionary<string, string> Slots(PersonText goal, Recipe known, Recipe recipe, Phrasebook from, Phrasebook to)
    {
        var slots = new Dictionary<string, string>();
        Amounts.Read(goal, from, slots);
        Deadlines.Read(goal, from, slots);
        PartList.Read(goal, from, slots);
        var found = NounPhrases.Find(goal, known, from);
        if (found?.Subject is { } subject) slots["subject"] = PersonFlip.Flip(subject, from);
        var name = (to.Owner is null ? found?.Name : Lower(found?.Name, known)) ?? (recipe.Id == Phrasebook.OtherRecipe ? Quoted(goal) : null);
        slots[SlotText.Name] = name is null ? recipe.Noun : found is null ? name : PersonFlip.Flip(name, from);
        slots[SlotText.Owned] = Owned(slots[SlotText.Name], to.Owner, to);
        if (found is not null)
        {
            slots[SlotText.Object] = slots[SlotText.Name];
            slots[SlotText.Mine] = Owned(PersonFlip.Back(slots[SlotText.Name], to), to.FirstOwner, to);
        }
        return slots;
    }

    static string? Quoted(PersonText goal)
    {
        if (goal.Words.Count == 0) return null;
        var end = Enumerable.Range(2, Math.Max(0, goal.Words.Count - 2)).FirstOrDefault(i => goal.Words[i].AfterBreak, goal.Words.Count);
        while (end > 1 && goal.Slice(0, end).Length > QuotedLength) end--;
        return Sentences.CutAtWord(goal.Slice(0, end), QuotedLength);
    }

    /// <summary>A known noun with a capital stood at the start of a sentence.</summary>
    static string? Lower(string? name, Recipe recipe) => name is not null && recipe.Nouns.IsIn(PersonText.Read(name)) ? Sentences.Small(name) : name;

    /// <summary>Titles stay bare ("Crime and Punishment"), and what has a word before it already ("that person"); abbreviations take an article ("the MCAT").</summary>
    static string Owned(string name, string? owner, Phrasebook book)
    {
        if (owner is null || name.StartsWith($"{owner} ", StringComparison.OrdinalIgnoreCase) || book.List("article").IsAt(PersonText.Read(name), 0)) return name;
        if (name.Length > 1 && !name.Contains(' ', StringComparison.Ordinal) && name.All(char.IsUpper)) return $"the {name}";
        return char.IsUpper(name[0]) ? name : $"{owner} {name}";
    }

    static HashSet<string> Tags(PersonText goal, PersonText why, Recipe known, Recipe recipe, Phrasebook from)
    {
        var tags = new HashSet<string> { recipe.Kind.ToString().ToLowerInvariant(), recipe.Id };
        foreach (var (reason, words) in from.Reasons)
            if (words.IsIn(why) || words.IsIn(goal)) tags.Add(reason);
        foreach (var (tag, words) in known.Tags)
            if (words.IsIn(goal) || words.IsIn(why)) tags.Add(tag);
        return tags;
    }
}
