using MicroWins.Rules;
using NodaTime;

namespace MicroWins.Conversations;

/// <summary>A stretch of time on small steps: blocks of ten minutes at most, each of which ends with a tap, so that no promise is a long one.</summary>
/// <param name="Minutes">How long it is to be in all, <see cref="Shortest"/> to <see cref="Longest"/>.</param>
/// <param name="Done">Minutes of it that are behind; a block that ran over counts as what it was to be.</param>
/// <param name="Goal">The goal that the block under way is about, or the last one.</param>
/// <param name="Since">When the block or the break under way began, or the last block ended.</param>
public sealed record FocusSession(int Minutes, int Done, int Goal, Instant Since)
{
    /// <summary>A minute is a block already; an hour is six, and past that a person is better served by a meal.</summary>
    public const int Shortest = 1, Longest = 60;

    /// <summary>The 5-minute rule: few enough to say yes to, enough to be in the middle of it.</summary>
    public const int Usual = 5;

    const int LongestBlock = (int)Limits.MicroGoalMinutes;

    public int Left => Minutes - Done;

    /// <summary>Whether what is left is not worth a block of its own: a single minute would be all beginning.</summary>
    public bool IsThrough => Left < Math.Min(2, Minutes);

    /// <summary>Minutes of the block that is under way or comes next; the last one has two at least.</summary>
    public int Block => Left is LongestBlock + 1 ? LongestBlock - 1 : Math.Min(LongestBlock, Left);

    /// <summary>The blocks that are left, each run to its end: 25 is 10, 10 and 5.</summary>
    public IEnumerable<int> Blocks()
    {
        for (var rest = this; rest.Left > 0; rest = rest with { Done = rest.Done + rest.Block }) yield return rest.Block;
    }

    /// <summary>The session after its block ended, on time, earlier or later.</summary>
    public FocusSession AfterBlock(Instant now) =>
        this with { Done = Done + Math.Clamp((int)Math.Round((now - Since).TotalMinutes), 1, Block), Since = now };
}
