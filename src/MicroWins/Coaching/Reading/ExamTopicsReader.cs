using System.Globalization;
using MicroWins.Rules;
using MicroWins.Rules.Exams;

namespace MicroWins.Coaching.Reading;

/// <summary>Reads what an exam asks for.</summary>
internal static class ExamTopicsReader
{
    const int MostTopics = 12;
    const int MostSteps = 6;
    const int MostConfidence = 5;

    /// <summary>Minutes of a step that is filled in.</summary>
    const double FilledMinutes = 5;

    public static DraftReading Read(Part root, CoachRequest.PlanExam asked)
    {
        var confidence = root.Anywhere("confidence", FieldNames.Confidence());
        var topics = root.All.Where(part => part != confidence).Select(part => TopicOf(part, asked.Language)).OfType<DraftTopic>()
            .DistinctBy(topic => topic.Name).Take(MostTopics).ToList();
        if (topics.Count == 0) return new DraftReading.Unusable("There was no topic in it with a name and steps.");
        var subject = DraftTexts.Title(root.Parts.FirstOrDefault(part => FieldNames.Subject().IsMatch(part.Name) && part.Parts.Count == 0)?.Text, asked.Subject, topics[0].Name);
        var steps = DraftTexts.Steps(confidence?.Steps ?? [], MostConfidence);
        return new DraftReading.Usable(new CoachDraft.ExamTopics(subject, topics, steps.Count > 0 ? steps : [Filled(FillIns.For(asked.Language).Confidence, subject)]));
    }

    static DraftTopic? TopicOf(Part part, Language language)
    {
        var list = part.IsObject ? Steps(part) : IsNamedAsTopic(part) ? part : null;
        if (list is null || DraftTexts.Steps(list.Steps, MostSteps) is not { Count: > 0 } steps || Name(part) is not { } name) return null;
        var recall = part.IsObject ? part.Field("recall", FieldNames.Recall()) : null;
        return new(name, PriorityOf(part), steps, (recall == list ? null : DraftTexts.Step(recall?.Step)) ?? Filled(FillIns.For(language).Recall, name));
    }

    static Part? Steps(Part topic) => topic.Parts.FirstOrDefault(field => field.Name == "steps")
        ?? topic.Parts.FirstOrDefault(field => (field.IsList || field.Name == "items") && !FieldNames.Recall().IsMatch(field.Name) && !FieldNames.Confidence().IsMatch(field.Name)
            && !FieldNames.Topics().IsMatch(field.Name));

    // {"Cells": ["Read one page", ...]} below "topics", or a heading with a list of steps.
    static bool IsNamedAsTopic(Part part) => part is { IsList: true, IsItem: false } && !FieldNames.IsKnown(part.Label);

    static string? Name(Part part)
    {
        var said = part.IsObject ? (part.Parts.FirstOrDefault(field => field.Name is "name") ?? part.Field("topic", FieldNames.Topics()))?.Text : null;
        var label = part.IsItem || part.Around is null ? null : Note(part.Label);
        return (said ?? label) is { } name && ModelText.Clean(name, DraftTexts.TitleLength) is var clean && clean.Any(char.IsLetterOrDigit) ? clean : null;
    }

    // "Cells (high priority)", "Topic 1: Cells"
    static string Note(string label)
    {
        var name = label.IndexOfAny(['(', '（']) is > 0 and var bracket ? label[..bracket] : label;
        return name.IndexOfAny([':', '：']) is > 0 and var colon && FieldNames.Topics().IsMatch(Words.Plain(name[..colon])) ? name[(colon + 1)..] : name;
    }

    static TopicPriority PriorityOf(Part part)
    {
        var field = part.IsObject ? part.Field("priority", FieldNames.Priority()) : null;
        return field?.Number is { } number ? OfNumber(number) : OfWord(field?.Text ?? part.Label);
    }

    // The first comes first.
    static TopicPriority OfNumber(double number) => number <= 1 ? TopicPriority.High : number <= 2 ? TopicPriority.Medium : TopicPriority.Low;

    static TopicPriority OfWord(string words) => Words.HighPriority().IsMatch(words) ? TopicPriority.High
        : Words.LowPriority().IsMatch(words) ? TopicPriority.Low
        : TopicPriority.Medium;

    static DraftStep Filled(string words, string name) => new(ModelText.Clean(string.Format(CultureInfo.InvariantCulture, words, name), Limits.StepTextLength), FilledMinutes, Difficulty.Medium);
}
