using MicroWins.Coaching;
using MicroWins.Rules;

namespace MicroWins.Tests.Coaching;

/// <summary>A request for each function, and a draft that answers it with something in every place.</summary>
internal static class Asked
{
    static readonly DraftStep _open = new("Open the folder", 1);
    static readonly DraftStep _look = new("Look at one sheet", 2);
    static readonly DraftStep _note = new("Write one sentence about it", 3, Difficulty.Medium);
    static readonly DraftStep _close = new("Solve problem 1 for 5 minutes", 5, Difficulty.Hard);

    /// <summary>The names of all functions.</summary>
    public static TheoryData<string> Functions => new(PromptFolder.Functions);

    /// <summary>A request.</summary>
    /// <param name="function">The function.</param>
    /// <param name="language">The code of the language.</param>
    /// <param name="chat">The chat.</param>
    public static CoachRequest For(string function, string language = "en", string chat = "42") => Bare(function, Languages.FromTag(language), chat);

    /// <summary>A whole draft, as a good model would write it.</summary>
    public static CoachDraft Draft(string function) => function switch
    {
        "BreakDownGoal" => new CoachDraft.GoalBreakdown("History essay", GoalKind.Creative, new(OverwhelmCause.Unclear, "It is foggy."), ["Find a question", "Write badly"], _open, [_look, _note, _close], ["Stretch"]),
        "DesignDailySystem" => new CoachDraft.DailySystem(2, [new(DayPart.Morning, "history essay", _note), new(DayPart.Evening, "learn Spanish", _look)], "A tick on paper.", ["What went well?"]),
        "ReframeFailedGoals" => new CoachDraft.FreshStart([new("learn Spanish", "The dose was too big.", _open, [_look, _note])], ["Promise little.", "Keep it."]),
        "BuildHabitStack" => new CoachDraft.HabitStack([new("read more", "I pour my coffee", _look, "After I pour my coffee, I will look at one sheet.")], "A tick a day.", "Later a little more."),
        "BeatProcrastination" => new CoachDraft.WayOut("Taxes", _open, [_look, _note, _close], ["Put on music"], new("Put the folder on the table", 0.5)),
        "TrackAndCelebrate" => new CoachDraft.Celebration("A tick after each win.", "A row of ticks.", ["Smile"], ["Tea"], ["A walk"], ["What did I keep?"], "Fewer ticks, smaller steps."),
        "ScaleUp" => new CoachDraft.NextLevel(["It begins by itself."], "Try 2 pages for a few days.", "Go back to 1 page.", "In six months perhaps 4 pages a day."),
        "PlanExam" => new CoachDraft.ExamTopics("Biology", [new("Cells", Rules.Exams.TopicPriority.High, [_look, _close], _note)], [_open]),
        "Route" => new CoachDraft.Routing(RouteIntent.Done, ["read more"], "It is dull.", "Due on Friday.", 3, "pages", 10, ""),
        _ => throw new ArgumentOutOfRangeException(nameof(function), function, null),
    };

    static CoachRequest Bare(string function, Language language, string chat) => function switch
    {
        "BreakDownGoal" => new CoachRequest.BreakDownGoal("write a history essay", "too much") { Language = language, ChatId = chat },
        "DesignDailySystem" => new CoachRequest.DesignDailySystem(language is Language.German ? ["Hausarbeit", "Joggen"] : ["history essay", "learn Spanish", "start running"], "work 9 to 5") { Language = language, ChatId = chat },
        "ReframeFailedGoals" => new CoachRequest.ReframeFailedGoals(language is Language.French ? ["apprendre l'espagnol"] : ["learn Spanish", "read more"], "too ambitious") { Language = language, ChatId = chat },
        "BuildHabitStack" => new CoachRequest.BuildHabitStack(["read more", "run"], "coffee at 7, work at 9") { Language = language, ChatId = chat },
        "BeatProcrastination" => new CoachRequest.BeatProcrastination("do my taxes", "boring", "due on Friday") { Language = language, ChatId = chat },
        "TrackAndCelebrate" => new CoachRequest.TrackAndCelebrate(["read one page"], "paper") { Language = language, ChatId = chat },
        "ScaleUp" => new CoachRequest.ScaleUp("read", "1 page a day", "2 pages a day", "12 of 14 days", "3 pages a day", "4 pages a day") { Language = language, ChatId = chat },
        "PlanExam" => new CoachRequest.PlanExam(language is Language.Portuguese ? "Biologia" : "Biology", "cells, genetics", "problems") { Language = language, ChatId = chat },
        "Route" => new CoachRequest.Route("i read 3 pages in 10 minutes, it was dull", "Read one page", "") { Language = language, ChatId = chat },
        _ => throw new ArgumentOutOfRangeException(nameof(function), function, null),
    };
}
