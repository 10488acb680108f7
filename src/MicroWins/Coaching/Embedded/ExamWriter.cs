using MicroWins.Coaching.Embedded.Knowledge;
using MicroWins.Coaching.Embedded.Reading;
using MicroWins.Rules;
using MicroWins.Rules.Exams;

namespace MicroWins.Coaching.Embedded;

/// <summary>Lists what an exam asks for: the person's topics, else those of the subject, each with reading, cards, practice and telling.</summary>
sealed class ExamWriter(GoalReader reader, Phrasebook from, Phrasebook to)
{
    const int SubjectLength = 60;
    const int MostStepsOfTopic = 4;
    const int MostConfidence = 4;

    /// <summary>Letters that the forms of one Russian noun have in common at the most, and two subjects do not.</summary>
    const int StemLength = 5;

    static readonly string[] Formats = ["mc", "essay", "problems", "oral"];

    public CoachDraft.ExamTopics Write(PersonText exam, PersonText material, PersonText format)
    {
        var subject = Sentences.Capital(Sentences.CutAtWord(Nominative(SubjectOf(exam), SubjectSheet(exam, material)), SubjectLength));
        var tags = Formats.Where(name => from.List(name).IsIn(format) || (IsFormat(material) && from.List(name).IsIn(material))).ToHashSet();
        if (tags.Count == 0 && SubjectSheet(exam, material)?.Id is "calculus" or "maths" or "statistics" or "physics") tags.Add("problems");
        var topics = Topics(exam, material, subject);
        var slots = new Dictionary<string, string> { ["subject"] = subject, ["easiest"] = topics[^1].Name };
        var confidence = new Speech(to, slots, tags).Steps("confidence", MostConfidence);
        return new(subject, [.. topics.Select((topic, i) => Topic(topic, i, topics, tags))], confidence);
    }

    IReadOnlyList<TopicList.Topic> Topics(PersonText exam, PersonText material, string subject)
    {
        if (!IsFormat(material) && TopicList.Read(material, from) is { Count: > 0 } said) return said;
        if (TopicList.Read(PersonText.Read(Listed(exam)), from) is { Count: > 0 } listed) return listed;
        if (NumberedTopics.Read(exam, from).Names is { Count: > 0 } numbered) return [.. numbered.Select(name => new TopicList.Topic(name, null))];
        var sheet = SubjectSheet(exam, material) is { } known ? to.Sheets["subject"].FirstOrDefault(other => other.Id == known.Id) : null;
        if (sheet is not null) return [.. sheet.Names("topics").Select(name => new TopicList.Topic(name, null))];
        return [.. to.Lines["generictopics"][0].Text.Split([',', '，'], StringSplitOptions.TrimEntries)
            .Select(name => new TopicList.Topic($"{Sentences.CutAtWord(subject, 30)}: {Sentences.Small(name)}", null))];
    }

    /// <summary>"Multiple choice and essays" says how it is asked, and names no topic.</summary>
    bool IsFormat(PersonText material)
    {
        for (var i = 0; i < material.Words.Count;)
        {
            var length = Formats.Append("and").Append("article").Max(name => from.List(name).LengthAt(material, i));
            if (length is 0) return false;
            i += length;
        }
        return material.Words.Count > 0;
    }

    /// <summary>What stands in brackets or behind a colon of the message: "bio exam friday: cells, genetics".</summary>
    static string Listed(PersonText exam)
    {
        var open = exam.Clean.IndexOfAny([':', '：', '(', '（']);
        if (open < 0) return "";
        var behind = exam.Clean[(open + 1)..];
        return exam.Clean[open] is ':' or '：' ? behind : behind.Split([')', '）'])[0];
    }

    Sheet? SubjectSheet(PersonText exam, PersonText material) =>
        from.Sheets["subject"].FirstOrDefault(sheet => sheet.Words.IsIn(exam)) ?? from.Sheets["subject"].FirstOrDefault(sheet => sheet.Words.IsIn(material));

    /// <summary>The subject as the person calls it: "biology" of "my biology exam on friday".</summary>
    string SubjectOf(PersonText exam)
    {
        foreach (var recipe in from.Recipes.Where(recipe => recipe.Id is "exam" or "math" or "vocab").OrderByDescending(recipe => recipe.Score(exam)))
            if (recipe.Score(exam) >= 2 && NounPhrases.Find(exam, recipe, from) is { } found && Named(found.Subject ?? found.Name) is { } subject) return subject;
        if (from.Sheets["subject"].Select(sheet => sheet.Words.Longest(exam)).FirstOrDefault(place => place is not null) is { } known) return exam.Slice(known.First, known.End);
        var text = PersonText.Read(Listed(exam).Length > 0 ? exam.Clean.Split([':', '：', '(', '（'])[0] : exam.Clean);
        var label = WithoutExam(GoalLabel.Of(text, from));
        return label.Length > 0 ? label : reader.Read(exam, PersonText.Read(""), to.Language).Name;
    }

    /// <summary>"12 topics and the exam is" ends before "and".</summary>
    string WithoutExam(string label)
    {
        var words = PersonText.Read(label);
        var and = Enumerable.Range(0, words.Words.Count).FirstOrDefault(i => i > 0 && from.List("and").IsAt(words, i) && Enumerable.Range(i, words.Words.Count - i).Any(k => from.List("exam").IsAt(words, k)), -1);
        return and < 0 ? label : words.Slice(0, and);
    }

    /// <summary>"По биологии" names "биология": of the forms that are known of a subject the first is its name.</summary>
    string Nominative(string subject, Sheet? known)
    {
        if (from.Language is not Language.Russian || known is null) return subject;
        var said = WordCutter.Fold(subject);
        if (known.Words.InOrder.All(form => form.Text != said)) return subject;
        var stem = said[..Math.Min(StemLength, said.Length - 1)];
        return known.Words.InOrder.First(form => form.Text.StartsWith(stem, StringComparison.Ordinal)).Text;
    }

    /// <summary>A phrase that names more than "the exam".</summary>
    string? Named(string phrase)
    {
        var words = PersonText.Read(phrase);
        return Enumerable.Range(0, words.Words.Count).Any(i => !from.List("exam").IsAt(words, i) && !from.List("article").IsAt(words, i)) ? phrase : null;
    }

    DraftTopic Topic(TopicList.Topic topic, int index, IReadOnlyList<TopicList.Topic> topics, IReadOnlySet<string> tags)
    {
        var speech = new Speech(to, new Dictionary<string, string> { ["topic"] = topic.Name }, tags);
        // A name that the rules take for work of its own leaves the one step that is said of any topic.
        var recall = speech.Step(speech.First(to.Lines["recall"]));
        return new(topic.Name, Priority(topic, index, topics), speech.Steps("topic", MostStepsOfTopic) is { Count: > 0 } steps ? steps : [recall], recall);
    }

    /// <summary>What the person said weighs; else the first third, on which the rest is built, comes first.</summary>
    static TopicPriority Priority(TopicList.Topic topic, int index, IReadOnlyList<TopicList.Topic> topics)
    {
        if (topic.Weight is { } weight) return weight;
        return topics.All(other => other.Weight is not TopicPriority.High) && index * 3 < topics.Count ? TopicPriority.High : TopicPriority.Medium;
    }
}
