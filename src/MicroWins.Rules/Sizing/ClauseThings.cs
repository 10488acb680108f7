namespace MicroWins.Rules.Sizing;

/// <summary>Which of the things that a doing names is its object, and what the others say of it.</summary>
sealed class ClauseThings(Passage passage, Clause clause, ClauseAmounts amounts)
{
    // What is in something as large as this is many: a course, a year, a house.
    const double WideMinutes = 300;

    // One message goes to as many at once.
    const int MostTogether = 3;

    bool _perSeen;

    /// <summary>True behind a preposition.</summary>
    public bool AfterPreposition { get; private set; }

    /// <summary>True where the object is complete: what comes behind only says more about it.</summary>
    public bool Closed { get; set; }

    public void StartPreposition()
    {
        AfterPreposition = true;
        Closed |= clause.Thing is not null || clause.UnknownObject;
    }

    public void Take(int at, in Match match)
    {
        if (match.Is(WordClass.Hope) && at > clause.First && passage.IsTime(at - 1) || IsSentTo(at) || IsWhereTo(match) || clause.LabelTo > clause.LabelFrom && match.Thing == clause.Thing) return;
        if (Closed && IsDestination(at, match)) GoTo(at, match);
        else if (Closed) TakeLimit(at, match);
        if (Closed) return;
        var replaces = clause.Thing is null || clause.Thing.Weak || IsReceiver(match) || clause.ViaPreposition && amounts.At > clause.ThingAt || (passage.Lexicon.HeadLast && !match.Thing!.Weak && !amounts.IsLabelBefore(at));
        if (!replaces || IsWordsTo(at)) return;
        var replacesPlace = clause is { Thing: not null, ViaPreposition: true };
        (clause.Thing, clause.ThingAt, clause.Plural, clause.UnknownHead) = (match.Thing, at, match.Plural, false);
        clause.ViaPreposition = AfterPreposition && !(amounts.At >= 0 && replacesPlace);
        if (match.Thing is { Name: not "authority" } && EndsInPreposition(at)) StartPreposition();
        if (amounts.At >= 0 && passage.Is(amounts.At - 1, WordClass.Label)) { amounts.TakeLabelBefore(at); return; }
        if (amounts.At >= 0 && !amounts.HasLabelAfter(at + passage.Step(at)))
            amounts.TakeCount();
    }

    // "Tutor for SAT", "lunch with the doctor": what stands behind belongs to it.
    bool EndsInPreposition(int at) => passage.Lexicon.Language is Language.English && passage.Step(at) > 1 && passage.Tokens[at + passage.Step(at) - 1].Text is "for" or "with" or "from" or "about";

    // "Dog to groomer", "take the books to the library": the place says that it is an errand.
    bool IsDestination(int at, in Match match)
    {
        if (clause is { Verb.Name: "toss", Thing.Name: "pile", HasCount: false } && match.Thing!.Name is "garage" or "home") return true;
        if (clause is { Verb.Name: "grab", Thing: null or { Name: "child" or "person" or "pet" } } && match.Thing!.Name is "event" or "class" or "workout" or "lesson" or "gym" or "party" or "appointment" or "film")
            return passage.Is(at - 1, WordClass.Toward); // "Take the kids to soccer"
        if (match.Thing!.Name is not ("store" or "office_place" or "doctor" or "bank" or "gov_office")) return false;
        if (clause.Verb is { Name: "fetch" }) return true; // "Pick up shirts from the cleaners"
        if (clause is { Verb: null, HasCount: false }) return true;
        if (clause.Thing is { Name: "phone_call" or "message" or "email" } || clause.Verb?.Name is not ("fetch" or "deliver" or "bring" or "grab" or "find" or "file_papers" or "move" or "put" or "mail" or "print" or "scan" or "submit" or "fill" or "pay" or "toss")) return false;
        return passage.Is(at - 1, WordClass.Toward) || passage.Is(at - 2, WordClass.Toward) && passage.Is(at - 1, WordClass.Det);
    }

    void GoTo(int at, in Match match)
    {
        (clause.Thing, clause.ThingAt, clause.Plural) = (match.Thing, at, false);
        if (clause.Verb is { Name: not "toss" }) clause.Verb = passage.Lexicon.Concepts.Verbs["go"];
    }

    // "напиши другу строку": the one it is written to is not what is written.
    bool IsReceiver(in Match match) => clause is { Thing.Name: "person" or "friends", Verb.Kind: WorkKind.Writing or WorkKind.Admin, LabelAt: < 0 } && match.Thing!.Kind is WorkKind.Writing;

    // "Email Kim the dates": somebody who gets something, and what is sent.
    bool IsSentTo(int at) => passage.Lexicon.VerbFirst && clause is { Thing: null, UnknownObject: true, Verb.Name: "text" or "email" or "send" or "ask" or "say" }
        && at > clause.VerbEnd + 1 && passage.Is(clause.VerbEnd + 1, WordClass.Det) && passage.IsCapital(clause.VerbEnd);

    // "Carry the couch upstairs": a floor behind what is carried is where it goes to.
    bool IsWhereTo(in Match match) => clause is { Verb.Name: "move" or "bring" or "put" or "grab" } && (clause.Thing is not null || clause.UnknownObject) && match.Thing!.Name is "home" && !AfterPreposition;

    // "Text dad happy father's day": behind the one it goes to stands what is said.
    bool IsWordsTo(int at) => clause is { Thing.Name: "person" or "everyone", Plural: false, Verb.Name: "text" or "say" or "ask" } && at > clause.ThingAt + 1;

    // "One sentence per slide for 20 slides": the slides behind count how often.
    bool IsPer(int at) => passage.Is(at - 1, WordClass.Each) || passage.Is(at - 2, WordClass.Each) && passage.Is(at - 1, WordClass.Det);

    // "Fax the form to twelve offices": once for each; to a few it goes in one.
    bool IsSharedOut(in Match match) => clause is { HasCount: false, Verb.Name: "send" or "email" or "mail" or "text" or "give" or "print" or "label" } && amounts.At > clause.ThingAt && amounts.High > MostTogether
        && match.Thing is { Kind: WorkKind.Social } or { Name: "office_place" or "store" or "doctor" or "bank" or "gov_office" or "business" };

    // "Chop veggies for the week", "cut out snowflakes for class": one for each, or enough for all.
    bool IsForMany(int at, in Match match) => passage.Lexicon.Language is Language.English && clause.Verb is { Name: "chop" or "boil" or "wrap" or "give" or "fold" } && clause is { HasCount: false, One: false }
        && match.Thing is { Name: "week" or "class" or "party" or "event" or "friends" or "everyone" } && (passage.Tokens[at - 1].Text is "for" || at > 1 && passage.Tokens[at - 2].Text is "for");

    // "in one sentence", "of the first line", "of each slide": what bounds or multiplies the thing before.
    void TakeLimit(int at, in Match match)
    {
        clause.ForMany |= IsForMany(at, match);
        if (clause.Verb is { Name: "call" } && match.Thing is { Name: "authority" }) (clause.Thing, clause.ThingAt) = (match.Thing, at); // "Call the bank about a fraud charge"
        if (IsSharedOut(match)) amounts.TakeAsRepeats();
        if (_perSeen && amounts.At > clause.ThingAt) amounts.TakeAsRepeats();
        _perSeen |= IsPer(at);
        clause.EachOne |= clause is { HasCount: false, One: false, Verb.Kind: WorkKind.Writing } && match.Thing!.Kind is WorkKind.Social && (passage.Is(at - 1, WordClass.Scope) || passage.Is(at - 2, WordClass.Scope)); // "cards to all the guests"
        clause.Wide |= (passage.Is(at - 1, WordClass.Of) || passage.Is(at - 2, WordClass.Of) && passage.Is(at - 1, WordClass.Det)) && match.Thing is { Name: "week" } or { Own.HighMinutes: >= WideMinutes };
        if (clause.EachOne && amounts.At > clause.ThingAt && !match.Thing!.Limit)
        {
            amounts.TakeAsRepeats();
            clause.EachOne = false;
        }
        if (clause.EachOne && IsPer(at) && match.Thing!.Kind is not (WorkKind.Writing or WorkKind.Reading or WorkKind.Work or WorkKind.Creative or WorkKind.Exam)) clause.EachOne = false;
        if (clause.Thing is { Name: "page" } && match.Thing!.Kind is WorkKind.Exam or WorkKind.Problems or WorkKind.Coding) clause.Thing = passage.Lexicon.Concepts.Things["textbook_page"];
        if (!match.Thing!.Limit || clause.Verb is not { Mode: VerbMode.Open }) return;
        var bounded = passage.Is(at - 1, WordClass.One) || passage.Is(at - 2, WordClass.One) || (amounts.At >= 0 && amounts.At > clause.ThingAt);
        if (!bounded) return;
        (clause.Thing, clause.ThingAt, clause.Plural, clause.One) = (match.Thing, at, match.Plural, amounts.At < 0);
        if (amounts.At >= 0) amounts.TakeCount();
    }
}
