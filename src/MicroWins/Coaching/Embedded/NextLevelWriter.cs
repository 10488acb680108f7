using MicroWins.Coaching.Embedded.Knowledge;
using MicroWins.Coaching.Embedded.Reading;

namespace MicroWins.Coaching.Embedded;

/// <summary>Puts a change of level into words. Its sentences hold no number of their own; every number in them is one of the inputs'.</summary>
static class NextLevelWriter
{
    public static CoachDraft.NextLevel Write(IReadOnlyDictionary<string, string> inputs, Phrasebook book)
    {
        var slots = inputs.Select(input => (input.Key, Value: PersonText.Read(input.Value).Clean.TrimEnd('.', '。', ' ')))
            .Where(input => input.Value.Length > 0).ToDictionary(input => input.Key, input => input.Value);
        var speech = new Speech(book, slots, new HashSet<string>());
        return new(speech.Some("signal", 3), speech.One("test"), speech.One("wayback"), speech.One("path"));
    }
}
