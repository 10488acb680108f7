namespace MicroWins.Rules.Sizing;

/// <summary>Roles of words in the grammar; the lexicon files name them as here, in lower case with underscores.</summary>
[Flags]
enum WordClass : long
{
    None = 0,
    /// <summary>Articles, possessives and adjectives that change no size.</summary>
    Det = 1 << 0,
    /// <summary>"a", "one", "first": exactly one.</summary>
    One = 1 << 1,
    Prep = 1 << 2,
    Of = 1 << 3,
    And = 1 << 4,
    /// <summary>Subordinators: what follows says more about the doing and is no doing of its own.</summary>
    Cut = 1 << 5,
    /// <summary>Words before a verb that say nothing: "please", "tomorrow".</summary>
    Skip = 1 << 6,
    Scope = 1 << 7,
    Each = 1 << 8,
    Some = 1 << 9,
    Bit = 1 << 10,
    Part = 1 << 11,
    Empty = 1 << 12,
    Small = 1 << 13,
    Abstain = 1 << 14,
    /// <summary>Behind a time: "before", "earlier": the time is no length.</summary>
    ClockAfter = 1 << 15,
    /// <summary>Before a time: "at", "in": the time is no length.</summary>
    ClockBefore = 1 << 16,
    /// <summary>Before a time: "for", "spend": the time is a length.</summary>
    Timebox = 1 << 17,
    Timer = 1 << 18,
    Perday = 1 << 19,
    Longtime = 1 << 20,
    Twice = 1 << 21,
    Thrice = 1 << 22,
    Times = 1 << 23,
    Label = 1 << 24,
    Rangeword = 1 << 25,
    Online = 1 << 26,
    Pomodoro = 1 << 27,
    Unitless = 1 << 28,
    Halfof = 1 << 29,
    /// <summary>Stands before the object of a verb that follows, as the Chinese 把.</summary>
    ObjectMark = 1L << 30,
    /// <summary>Measure words between a number and its thing, as the Chinese 个.</summary>
    Measure = 1L << 31,
    /// <summary>"or": what follows is another way of doing the same.</summary>
    Or = 1L << 32,
    /// <summary>"into": turning one thing into another is making it.</summary>
    Into = 1L << 33,
    /// <summary>"counts", "you can": a sentence with it tells something and asks for nothing.</summary>
    Remark = 1L << 34,
    /// <summary>"at the top", "under it": what is written there is a line.</summary>
    Placed = 1L << 35,
    /// <summary>"at most": the time is a cap on all that is named beside it.</summary>
    Atmost = 1L << 36,
    /// <summary>"home", "away": going there ends what was done and is no errand.</summary>
    Back = 1L << 37,
    /// <summary>"to", "at": before a place, where something is brought or done.</summary>
    Toward = 1L << 38,
    /// <summary>"on", "away": behind a thing that is named alone it says where to put it: "keys on hook".</summary>
    Placing = 1L << 39,
    /// <summary>"prep", "campaign": behind a verb that is a noun as well it names an affair: "call prep", "email campaign".</summary>
    Affair = 1L << 40,
    /// <summary>"should take", "job": the time beside it is what somebody hopes for: "a 5 minute job".</summary>
    Hope = 1L << 41,
}
