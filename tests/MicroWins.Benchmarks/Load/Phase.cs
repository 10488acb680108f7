namespace MicroWins.Benchmarks.Load;

/// <summary>A stretch of traffic. Chat i speaks by script i modulo their number; update u is the line u / chats of chat u modulo chats.</summary>
/// <param name="FirstChat">The id of the first chat.</param>
/// <param name="Chats">How many people talk.</param>
/// <param name="Updates">How many updates there are.</param>
/// <param name="Rate">Updates that come in a second; 0 = all of them wait at the start.</param>
/// <param name="Patience">Seconds after which the phase is cut.</param>
/// <param name="Scripts">What is said.</param>
/// <param name="NumberedGoals">True where each chat says one goal with its number in place of a script.</param>
public sealed record Phase(long FirstChat, int Chats, int Updates, double Rate, double Patience, Script[] Scripts, bool NumberedGoals = false);

/// <summary>What became of a phase.</summary>
/// <param name="Answered">Updates with a reply.</param>
/// <param name="Expected">Replies that had to come.</param>
/// <param name="Received">Replies that came, those too many included.</param>
/// <param name="Missing">Replies that had to come and did not.</param>
/// <param name="Surplus">Replies that nobody had asked for.</param>
/// <param name="Seconds">From the first update that was handed out to the last reply.</param>
/// <param name="P50">Milliseconds from the hand-out of an update (with a rate: from when it was there) to its first reply, at the median.</param>
/// <param name="P99">The same at the 99th percentile.</param>
/// <param name="OwnP50">The same without the time that the model took, at the median; 0 where no model was asked.</param>
/// <param name="OwnP99">The same at the 99th percentile.</param>
/// <param name="ModelCalls">Requests to the model.</param>
/// <param name="MostModelCalls">Requests that the model had at the same time, at the most.</param>
/// <param name="ServerSeconds">Processor seconds of the test server.</param>
/// <param name="LastReply">The moment of the last reply, on the machine's monotonic clock that all processes share.</param>
public sealed record PhaseReport(
    int Answered, int Expected, int Received, int Missing, int Surplus, double Seconds, double P50, double P99,
    double OwnP50, double OwnP99, int ModelCalls, int MostModelCalls, double ServerSeconds, long LastReply)
{
    /// <summary>True where every update got exactly its replies.</summary>
    public bool IsExact => Missing is 0 && Surplus is 0;
}
