namespace MicroWins.Rules.Safety.Matching;

/// <summary>What a phrase says about a message.</summary>
enum Meaning
{
    /// <summary>Says it outright.</summary>
    Explicit,
    /// <summary>Could be the work or life.</summary>
    Ambiguous,
    /// <summary>Names the subject, as an essay on it does too: ambiguous, unless the message is about study or media.</summary>
    Mention,
    /// <summary>An idiom, a device, a title: nothing that it touches counts.</summary>
    Harmless,
    /// <summary>Study, media, training.</summary>
    Study,
    /// <summary>A work or a field that messages are about (an essay, a film), not school as such (a class, an exam): excuses wide phrases.</summary>
    Topic,
    /// <summary>Somebody who is made up or long dead.</summary>
    Fiction,
    /// <summary>A joke marker.</summary>
    Joke,
    /// <summary>Takes a joke marker back.</summary>
    Serious,
    /// <summary>A trivial trigger: homework, a printer.</summary>
    Trivial,
    /// <summary>Negates what follows closely.</summary>
    Not,
    /// <summary>A condition ("if I don't pass"): a "not" inside it negates nothing else.</summary>
    Condition,
    /// <summary>Says that it is over.</summary>
    Past,
    /// <summary>Says that it is going on, whatever is past.</summary>
    Present,
    /// <summary>A goal that must not be coached.</summary>
    Goal,
    /// <summary>Giving up what a goal phrase names, or a harmless sense of it.</summary>
    FineGoal,
    /// <summary>A habit that is never scaled up.</summary>
    Unscaled,
    /// <summary>A way to say an idea, which worries only together with others (Phrases/together.txt says which).</summary>
    Idea,
}

/// <summary>The head of a part of a phrase file.</summary>
/// <param name="Meaning">What its phrases say.</param>
/// <param name="Concern">What they are about; none for markers.</param>
/// <param name="Goal">Why a goal is declined; null outside of goals.</param>
/// <param name="IsFirm">True where neither a "not" nor the past lowers the tier: the phrase says no less with them.</param>
/// <param name="IsJokable">True for phrases that people say of trivial things, joking.</param>
/// <param name="IsDated">True for phrases that a past time lowers.</param>
/// <param name="IsSure">True for phrases that no harmless phrase takes out.</param>
/// <param name="IsBare">True for wide phrases that say nothing in a sentence with a topic of study or media.</param>
/// <param name="Idea">The name of the idea; null outside of ideas.</param>
sealed record Section(
    Meaning Meaning, SafetyConcern Concern, UnsafeGoal? Goal, bool IsFirm, bool IsJokable, bool IsDated, bool IsSure, bool IsBare, string? Idea = null)
{
    static readonly Dictionary<string, SafetyConcern> Concerns = new()
    {
        ["selfharm"] = SafetyConcern.SelfHarm,
        ["somebody"] = SafetyConcern.SomebodyElse,
        ["eating"] = SafetyConcern.EatingDisorder,
        ["violence"] = SafetyConcern.Violence,
        ["threat"] = SafetyConcern.ThreatToOthers,
        ["emergency"] = SafetyConcern.Emergency,
    };

    static readonly Dictionary<string, Meaning> Markers = new()
    {
        ["harmless"] = Meaning.Harmless, ["study"] = Meaning.Study, ["topic"] = Meaning.Topic, ["fiction"] = Meaning.Fiction, ["joke"] = Meaning.Joke, ["serious"] = Meaning.Serious,
        ["trivial"] = Meaning.Trivial, ["not"] = Meaning.Not, ["condition"] = Meaning.Condition, ["past"] = Meaning.Past, ["present"] = Meaning.Present, ["fine goal"] = Meaning.FineGoal,
        ["unscaled"] = Meaning.Unscaled,
    };

    static readonly string[] Traits = ["firm", "jokable", "dated", "sure", "bare"];

    /// <summary>True for phrases of which the longest reading counts.</summary>
    public bool TakesLongest => Meaning is Meaning.Harmless or Meaning.FineGoal;

    /// <summary>True for phrases that say whose or when, and so outrank a phrase inside them.</summary>
    public bool Quotes => Meaning is Meaning.Explicit && (IsDated || Concern is SafetyConcern.SomebodyElse);

    /// <summary>Reads a head such as "explicit selfharm dated", "mention selfharm", "goal cheating" or "harmless".</summary>
    /// <exception cref="FormatException">A word of it is not known.</exception>
    public static Section Parse(string head)
    {
        if (Markers.TryGetValue(head, out var marker)) return new(marker, SafetyConcern.None, null, false, false, false, false, false);
        var words = head.Split(' ');
        if (words is ["goal", var reason]) return OfGoal(reason);
        if (words is ["idea", var idea]) return new(Meaning.Idea, SafetyConcern.None, null, false, false, false, false, false, idea);
        if (words.Length < 2 || !Enum.TryParse<Meaning>(words[0], true, out var meaning) || meaning > Meaning.Mention)
            throw new FormatException($"[{head}] is not a section: use explicit, ambiguous or mention with a concern, goal with a reason, idea with a name, or one of {string.Join(", ", Markers.Keys)}.");
        if (!Concerns.TryGetValue(words[1], out var concern))
            throw new FormatException($"'{words[1]}' is not a concern: use one of {string.Join(", ", Concerns.Keys)}.");
        if (words[2..].FirstOrDefault(trait => !Traits.Contains(trait)) is { } unknown)
            throw new FormatException($"'{unknown}' is not a trait: use one of {string.Join(", ", Traits)}.");
        return new(meaning, concern, null, words.Contains("firm"), words.Contains("jokable"), words.Contains("dated"), words.Contains("sure"),
            words.Contains("bare"));
    }

    static Section OfGoal(string reason) => Enum.TryParse<UnsafeGoal>(reason, true, out var goal) && goal is not UnsafeGoal.None
        ? new(Meaning.Goal, SafetyConcern.None, goal, false, false, false, false, false)
        : throw new FormatException($"'{reason}' is not a reason: use one of {string.Join(", ", Enum.GetNames<UnsafeGoal>()[1..])}.");
}
