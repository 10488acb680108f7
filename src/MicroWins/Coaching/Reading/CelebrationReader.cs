using System.Text.RegularExpressions;

namespace MicroWins.Coaching.Reading;

/// <summary>Reads a way of recording and celebrating.</summary>
internal static class CelebrationReader
{
    public static DraftReading Read(Part root, CoachRequest.TrackAndCelebrate asked)
    {
        var eachWin = Ways(root, "eachWin", FieldNames.EachWin());
        var record = root.Anywhere("record", FieldNames.Tracking())?.Text;
        var questions = root.Anywhere("questions", FieldNames.Review())?.Texts ?? [];
        if (eachWin.Count == 0) return new DraftReading.Unusable("There was no way in it to mark a win.");
        if (record is null && questions.Count == 0) return new DraftReading.Unusable("There was neither what to record in it nor a question for the review.");
        var words = FillIns.For(asked.Language);
        return new DraftReading.Usable(new CoachDraft.Celebration(
            DraftTexts.Sentence(record, words.Tracking),
            DraftTexts.Sentence(root.Anywhere("visual", FieldNames.Visual())?.Text, words.Visual),
            DraftTexts.Texts(eachWin, DraftTexts.MostTexts, FillIns.Celebrations(asked.Language)),
            DraftTexts.Texts(Ways(root, "eachDay", FieldNames.EachDay()), DraftTexts.MostTexts, []),
            DraftTexts.Texts(Ways(root, "eachWeek", FieldNames.EachWeek()), DraftTexts.MostTexts, []),
            DraftTexts.Texts(questions, DraftTexts.MostTexts, words.Questions),
            DraftTexts.Sentence(root.Anywhere("use", FieldNames.Use())?.Text, words.Use)));
    }

    // The schema's own name, then a name such as "daily" below "celebrations", then one anywhere.
    static IReadOnlyList<string> Ways(Part root, string own, Regex family)
    {
        var rituals = root.Anywhere("celebrations", Words.Celebration());
        var within = rituals is null ? null : rituals.IsObject ? rituals.Field(own, family) : rituals.IsList && own == "eachWin" ? rituals : null;
        var other = root.Anywhere(own, family) is { } found && !FieldNames.Review().IsMatch(found.Name) ? found : null;
        return (root.All.FirstOrDefault(part => !part.IsItem && part.Name == Words.Plain(own)) ?? within ?? other)?.Texts ?? [];
    }
}
