namespace MicroWins.Coaching.Reading;

/// <summary>
/// Reads what a model wrote: JSON as asked for, JSON in its own manner, or lists in markdown and prose. Fills gaps, cleans every text,
/// holds every length. What it gives is still a draft: the rules judge the steps.
/// </summary>
internal static class DraftReader
{
    /// <summary>Steps behind the first one that a plan needs to be of use; fewer is an answer that missed the question.</summary>
    public const int FewestSteps = 3;

    /// <summary>UTF-16 units of an answer that are looked at: four times the longest plan of an exam.</summary>
    const int LongestAnswer = 64_000;

    const string EndOfThought = "</think>";

    /// <summary>Reads an answer.</summary>
    /// <param name="answer">The model's text.</param>
    /// <param name="request">What was asked; fills gaps.</param>
    public static DraftReading Read(string answer, CoachRequest request)
    {
        answer = WithoutThoughts(ModelText.Cut(answer.ReplaceLineEndings("\n"), LongestAnswer));
        if (string.IsNullOrWhiteSpace(answer)) return new DraftReading.Unusable("The answer was empty.");
        return request switch
        {
            CoachRequest.BreakDownGoal ask => BreakdownReader.Read(answer, ask),
            CoachRequest.DesignDailySystem ask => First(answer, part => DailySystemReader.Read(part, ask)),
            CoachRequest.ReframeFailedGoals ask => First(answer, part => FreshStartReader.Read(part, ask)),
            CoachRequest.BuildHabitStack ask => First(answer, part => HabitStackReader.Read(part, ask)),
            CoachRequest.BeatProcrastination ask => First(answer, part => WayOutReader.Read(part, answer, ask)),
            CoachRequest.TrackAndCelebrate ask => First(answer, part => CelebrationReader.Read(part, ask)),
            CoachRequest.ScaleUp ask => First(answer, part => NextLevelReader.Read(part, ask)),
            CoachRequest.PlanExam ask => First(answer, part => ExamTopicsReader.Read(part, ask)),
            CoachRequest.Route ask => First(answer, part => RoutingReader.Read(part, ask)),
            _ => throw new NotSupportedException($"No answer to {request.GetType().Name} can be read."),
        };
    }

    // Some models think aloud before they answer, often in lists of their own.
    static string WithoutThoughts(string answer)
    {
        var end = answer.LastIndexOf(EndOfThought, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? answer : answer[(end + EndOfThought.Length)..];
    }

    // What the first object of the answer lacked is what a repair has to be told; the outline comes last, and lacks everything where there was JSON.
    static DraftReading First(string answer, Func<Part, DraftReading> read)
    {
        DraftReading? first = null;
        foreach (var part in JsonInText.FindAnswers(answer).Select(json => Part.Of(json)).Append(Part.Of(Outline.Read(answer))))
        {
            var reading = read(part);
            if (reading is DraftReading.Usable) return reading;
            first ??= reading;
        }
        return first!;
    }
}

/// <summary>What came of reading an answer.</summary>
internal abstract record DraftReading
{
    DraftReading() { }

    /// <summary>A draft with everything that its record promises.</summary>
    public sealed record Usable(CoachDraft Draft) : DraftReading;

    /// <summary>Nothing that could be used.</summary>
    /// <param name="Missing">What is missing, in a sentence for the model; holds no word of the answer.</param>
    public sealed record Unusable(string Missing) : DraftReading;
}
