namespace MicroWins.Coaching.Reading;

/// <summary>Reads an intent by its name, and by other names that models give to it.</summary>
internal static class RouteWord
{
    static readonly Dictionary<string, RouteIntent> _others = new()
    {
        ["goal"] = RouteIntent.NewGoal, ["goals"] = RouteIntent.NewGoal, ["breakdown"] = RouteIntent.NewGoal, ["breakdowngoal"] = RouteIntent.NewGoal, ["plan"] = RouteIntent.NewGoal,
        ["system"] = RouteIntent.DailySystem, ["designdailysystem"] = RouteIntent.DailySystem, ["dayplan"] = RouteIntent.DailySystem,
        ["again"] = RouteIntent.StartAgain, ["restart"] = RouteIntent.StartAgain, ["reframefailedgoals"] = RouteIntent.StartAgain, ["failedgoals"] = RouteIntent.StartAgain,
        ["stack"] = RouteIntent.HabitStack, ["habits"] = RouteIntent.HabitStack, ["habit"] = RouteIntent.HabitStack, ["buildhabitstack"] = RouteIntent.HabitStack,
        ["beatprocrastination"] = RouteIntent.Procrastination, ["procrastinate"] = RouteIntent.Procrastination, ["avoidance"] = RouteIntent.Procrastination,
        ["celebration"] = RouteIntent.Celebrate, ["track"] = RouteIntent.Celebrate, ["tracking"] = RouteIntent.Celebrate, ["trackandcelebrate"] = RouteIntent.Celebrate,
        ["scale"] = RouteIntent.ScaleUp, ["levelup"] = RouteIntent.ScaleUp, ["planexam"] = RouteIntent.Exam, ["examprep"] = RouteIntent.Exam,
        ["finished"] = RouteIntent.Done, ["complete"] = RouteIntent.Done, ["completed"] = RouteIntent.Done, ["blocked"] = RouteIntent.Stuck, ["toobig"] = RouteIntent.Smaller, ["shrink"] = RouteIntent.Smaller,
        ["snooze"] = RouteIntent.Later, ["postpone"] = RouteIntent.Later, ["nottoday"] = RouteIntent.Skip, ["begin"] = RouteIntent.Start, ["startnow"] = RouteIntent.Start,
        ["keepgoing"] = RouteIntent.More, ["onemore"] = RouteIntent.More, ["next"] = RouteIntent.More, ["stop"] = RouteIntent.Enough, ["seeall"] = RouteIntent.ShowAll, ["list"] = RouteIntent.ShowAll,
        ["nothing"] = RouteIntent.ThatsNothing, ["ask"] = RouteIntent.Question, ["help"] = RouteIntent.Question, ["chat"] = RouteIntent.SmallTalk, ["chitchat"] = RouteIntent.SmallTalk, ["greeting"] = RouteIntent.SmallTalk, ["thanks"] = RouteIntent.SmallTalk,
        ["other"] = RouteIntent.Unsure, ["unknown"] = RouteIntent.Unsure, ["none"] = RouteIntent.Unsure, ["unclear"] = RouteIntent.Unsure,
    };

    /// <summary>The intent; null for a word that is none. A number is none either, though an enum would take it.</summary>
    public static RouteIntent? Read(string word)
    {
        var plain = Words.Plain(word);
        if (plain.Length > 0 && Enum.TryParse<RouteIntent>(plain, ignoreCase: true, out var intent) && Enum.IsDefined(intent)) return intent;
        return _others.TryGetValue(plain, out var other) ? other : null;
    }
}
