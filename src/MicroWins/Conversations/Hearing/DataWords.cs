using MicroWins.Coaching.Embedded.Reading;

namespace MicroWins.Conversations.Hearing;

/// <summary>"Delete my data", "what do you know about me": whoever does not know the command has the right all the same. In all languages at once.</summary>
static class DataWords
{
    static readonly (string Command, PhraseList Phrases)[] Known =
        [("/delete", Phrases.Of("say.deleteData")), ("/export", Phrases.Of("say.ownData")), ("/privacy", Phrases.Of("say.whatIsKept"))];

    /// <summary>The command that a text stands for, said with nothing but fillers around it; null for anything else.</summary>
    public static string? Command(string text) =>
        Known.FirstOrDefault(known => AgreementWords.IsShort(PersonText.Read(text)) && AgreementWords.RestAfter(text, known.Phrases) is { Length: 0 }).Command;
}
