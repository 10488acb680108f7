using System.Text.Json;
using System.Text.RegularExpressions;
using MicroWins.Rules;

namespace MicroWins.Coaching.Reading;

/// <summary>
/// Reads what a message asks for: one of a closed set, and data. Nothing in it can press a button: what an intent does is the
/// conversation's to decide.
/// </summary>
internal static partial class RoutingReader
{
    const int MostGoals = 5;
    const int UnitLength = 40;

    /// <summary>More of anything, or more minutes, than a day holds is no amount that somebody did.</summary>
    const double MostAmount = 100_000;
    const double MostMinutes = 24 * 60;

    public static DraftReading Read(Part root, CoachRequest.Route asked)
    {
        if (IntentOf(root) is not { } intent) return new DraftReading.Unusable("There was no \"intent\" in it, or none of those named.");
        return new DraftReading.Usable(new CoachDraft.Routing(
            intent,
            DraftTexts.Texts(root.Anywhere("goals", FieldNames.Goal())?.Texts ?? [], MostGoals, []),
            DraftTexts.Sentence(root.Anywhere("why", Words.Why())?.Text, ""),
            DraftTexts.Sentence(root.Anywhere("situation", FieldNames.Situation())?.Text, ""),
            Amount(root.Anywhere("amount", FieldNames.Amount())?.Number, asked),
            ModelText.Clean(root.Anywhere("unit", FieldNames.Unit())?.Text ?? "", UnitLength),
            Minutes(root.Anywhere("minutes", Words.LengthField())?.Number, asked),
            Reply(root, intent, asked.Language)));
    }

    static RouteIntent? IntentOf(Part root) => root.Anywhere("intent", FieldNames.Intent())?.Text is { } named ? RouteWord.Read(named)
        // "done", and nothing else.
        : root.All.Where(part => part.Value.ValueKind is JsonValueKind.String).Take(2).ToList() is [var only] ? RouteWord.Read(only.Value.GetString()!) : null;

    // A win is counted by what the person said, never by what a model made of it.
    static double? Amount(double? amount, CoachRequest.Route asked) =>
        amount is > 0 and <= MostAmount && (Said(asked).Contains(amount.Value) || amount == 1 && One().IsMatch(asked.Message)) ? amount : null;

    static double? Minutes(double? minutes, CoachRequest.Route asked) =>
        minutes is > 0 and <= MostMinutes && (Said(asked).Contains(minutes.Value) || Durations.Minutes(asked.Message) == minutes) ? minutes : null;

    static IReadOnlySet<double> Said(CoachRequest.Route asked) => ClaimedNumbers.In(asked.Language, asked.Message);

    // A number in a reply would be a claim about the record, of which the model knows nothing.
    static string Reply(Part root, RouteIntent intent, Language language) =>
        intent is RouteIntent.Question or RouteIntent.SmallTalk or RouteIntent.Unsure
        && DraftTexts.Sentence(root.Anywhere("reply", FieldNames.Reply())?.Text, "") is var reply && !ClaimedNumbers.In(reply, language).Any() ? reply : "";

    [GeneratedRegex(@"\b(?:one|an?|una?|uno|une|ein(?:e[nmrs]?)?|uma?|одн\w+|один)\b|一", RegexOptions.IgnoreCase)]
    private static partial Regex One();
}
