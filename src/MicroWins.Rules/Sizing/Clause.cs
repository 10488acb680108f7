namespace MicroWins.Rules.Sizing;

/// <summary>One doing of a text: what is done to what, how much of it.</summary>
sealed class Clause
{
    /// <summary>First token and behind the last token.</summary>
    public int First, End;
    public VerbConcept? Verb;
    public int VerbAt = -1, VerbEnd = -1;
    /// <summary>True where the verb stands in another clause: "clean the kitchen and the bath".</summary>
    public bool VerbBorrowed;
    public bool Abstains;
    public ThingConcept? Thing;
    public int ThingAt = -1;
    public bool Plural;
    /// <summary>True where the thing stands behind a preposition.</summary>
    public bool ViaPreposition;
    /// <summary>True where the verb has an object that no lexicon knows.</summary>
    public bool UnknownObject;
    /// <summary>True where a word that no lexicon knows stands behind the thing and is what it is about: "toilet flapper".</summary>
    public bool UnknownHead;
    /// <summary>True where the verb stands behind what it may be done to: "backlog grooming"; it may be a noun as well.</summary>
    public bool VerbIsLate;
    /// <summary>True where only a thing is named and nothing says what to do with it: "new license photo".</summary>
    public bool IsBare;
    /// <summary>How many; 0 where nothing says so.</summary>
    public double CountLow, CountHigh;
    /// <summary>The tokens of the count, -1 where there is none.</summary>
    public int CountAt = -1, CountEnd = -1;
    /// <summary>Labels: "chapters 3-5" is 3 and 5; the count is then how many of them.</summary>
    public int LabelFrom = -1, LabelTo = -1, LabelAt = -1, LabelEnd = -1;
    public bool One, Scope, EachOne, Some, Empty, Small, Quotes;
    public int ScopeAt = -1;
    /// <summary>True where what it is all of is large: "the vocabulary of the course".</summary>
    public bool Wide;
    /// <summary>True where it is done for more people or days than one: "for the week".</summary>
    public bool ForMany;
    public double Repeats = 1;
    public Duration Length = Duration.None;
    public bool Ignored;
    /// <summary>True where the clause only spells out the one before a colon.</summary>
    public bool Explains;
    /// <summary>What bounds this doing: "..., two sentences"; null where nothing does.</summary>
    public Clause? Bound;
    /// <summary>The doing whose object this one has as well: "find and book a venue"; null for most.</summary>
    public Clause? SharedWith;
    /// <summary>True where the verb alone stands before a colon: "Clean: bath, kitchen".</summary>
    public bool IsHeading;
    /// <summary>True where the clause ends behind a preposition, so that what is listed next belongs there.</summary>
    public bool EndsInPreposition;

    public Effort Effort;
    public SizeBasis Basis;
    public WorkKind Kind;
    /// <summary>Minutes for one, where the basis is a count.</summary>
    public Effort PerUnit;

    public bool HasCount => CountHigh > 0;

    public bool HasContent => Verb is not null || Thing is not null || Abstains || Length.Exists;
}

/// <summary>What an estimate rests on.</summary>
enum SizeBasis { Nothing, Time, Count, Size, Open, Scope, Instant, Errand, Abstaining, Claim, Long }
