using MicroWins.Coaching.Embedded.Reading;

namespace MicroWins.Conversations.Hearing;

/// <summary>What people answer in a word or two without answering anything that was asked.</summary>
enum ShortAnswer
{
    Yes,
    No,
    Nod,
    Sigh,
    DidNot,
    Tired,
    Afraid,
    Dull,
    TooBig,
    Unclear,
    WhySmall,
    HowFar,
    WhatNow,
    Partly,
    More,
    PutAway,
    Who,
    Praise,
    Complaint,
}

/// <summary>Short answers in all languages at once. Cautious: nothing but fillers may stand beside a phrase, so that no goal is taken for one.</summary>
static class ShortAnswers
{
    /// <summary>Signs that are sent in place of a nod, and of a sigh.</summary>
    const string Nods = "👍👌🙏💪🎉🙌👏❤💚💙😊🙂😀😃😄😁🤗", Sighs = "😭😢😩😫😞😔🙁☹😓😖😣😟😕😐🤯😤";

    static readonly IReadOnlyList<(ShortAnswer Meaning, PhraseList Phrases)> Known =
        [.. Enum.GetValues<ShortAnswer>().Select(meaning => (meaning, Phrases.Of($"short.{char.ToLowerInvariant(meaning.ToString()[0])}{meaning.ToString()[1..]}")))];

    static readonly PhraseList Filler = Phrases.Of("say.filler"), Tail = Phrases.Of("short.tail"), MeantWork = Phrases.Of("meant.work"), MeantLife = Phrases.Of("meant.life");

    /// <summary>What a text answers; null for anything that says more.</summary>
    public static ShortAnswer? Read(string text)
    {
        if (!text.Any(char.IsLetterOrDigit)) return HasOneOf(Nods, text) ? ShortAnswer.Nod : HasOneOf(Sighs, text) ? ShortAnswer.Sigh : null;
        var words = PersonText.Read(text);
        if (!AgreementWords.IsShort(words)) return null;
        foreach (var (meaning, phrases) in Known)
            if (phrases.IsIn(words) && IsOf(words, phrases)) return meaning;
        return null;
    }

    /// <summary>Whether there is nothing but these phrases, fillers, and what may follow a feeling and adds nothing to it.</summary>
    static bool IsOf(PersonText words, PhraseList phrases)
    {
        for (var at = 0; at < words.Words.Count;)
        {
            var length = Math.Max(phrases.LengthAt(words, at), Math.Max(Filler.LengthAt(words, at), Tail.LengthAt(words, at)));
            if (length is 0) return false;
            at += length;
        }
        return true;
    }

    /// <summary>The cause that somebody who is stuck names on the way: "i can't, it's so boring".</summary>
    public static ShortAnswer? CauseIn(string text)
    {
        var words = PersonText.Read(text);
        if (!AgreementWords.IsShort(words)) return null;
        foreach (var (meaning, phrases) in Known)
            if (meaning is ShortAnswer.Tired or ShortAnswer.Afraid or ShortAnswer.Dull or ShortAnswer.TooBig or ShortAnswer.Unclear && phrases.IsIn(words)) return meaning;
        return null;
    }

    /// <summary>What somebody means who is asked "the work, or your life?"; null where it cannot be told.</summary>
    public static bool? MeansLife(string text) =>
        AgreementWords.RestAfter(text, MeantLife) is { Length: 0 } ? true : AgreementWords.RestAfter(text, MeantWork) is { Length: 0 } ? false : null;

    static bool HasOneOf(string signs, string text) => signs.EnumerateRunes().Any(sign => text.Contains(sign.ToString(), StringComparison.Ordinal));
}
