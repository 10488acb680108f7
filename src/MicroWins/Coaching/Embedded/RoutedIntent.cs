namespace MicroWins.Coaching.Embedded;

/// <summary>A message, routed.</summary>
/// <param name="Intent">What it asks for.</param>
/// <param name="Amount">How much was done, where said ("5" pages).</param>
/// <param name="Unit">Of what, in the person's word.</param>
/// <param name="Minutes">A time said: what it took where something is done, when to ask again where it is for later.</param>
sealed record RoutedIntent(RouteIntent Intent, double? Amount = null, string? Unit = null, double? Minutes = null)
{
    /// <summary>The goals that were named, each in the person's words.</summary>
    public IReadOnlyList<string> Goals { get; init; } = [];

    /// <summary>Why it is hard, where it was said; else empty.</summary>
    public string Why { get; init; } = "";

    /// <summary>Deadline and progress, where they were said; else empty.</summary>
    public string Situation { get; init; } = "";
}
