using MicroWins.Rules;
namespace MicroWins.Coaching.Embedded;
public enum Intent { Done, Smaller, Stuck, Later, Skip, Start, More, Enough, ShowAll, Question, SmallTalk, NewGoal, ThatsNothing, Unsure }
public sealed record RoutedIntent(Intent Intent);
public static class EmbeddedRouter
{
    public static RoutedIntent Route(string text, Language language) => new(text.ToLowerInvariant().Trim('.', '!', ' ') switch
    {
        "done" => Intent.Done, "too big" or "smaller" => Intent.Smaller, "later" => Intent.Later, "skip" => Intent.Skip, "start" => Intent.Start,
        "more" => Intent.More, "hi" or "hello" => Intent.SmallTalk, "enough" => Intent.Enough, "show all" => Intent.ShowAll, "that's nothing" => Intent.ThatsNothing,
        _ => text.Split(' ').Length > 3 ? Intent.NewGoal : Intent.Unsure,
    });
}
