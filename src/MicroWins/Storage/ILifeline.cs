namespace MicroWins.Storage;

/// <summary>
/// What a process holds in its database as long as it lives: its number, and the roles that it alone plays. All of it is lost together,
/// with its connection, so that others can take over from a process that died or cannot reach the database.
/// </summary>
public interface ILifeline : IDisposable
{
    /// <summary>The number that signs the claims of this life; no other life ever has it.</summary>
    long Number { get; }

    /// <summary>Cancelled when the life is over: what was held is free for others from then on.</summary>
    CancellationToken Lost { get; }

    /// <summary>Takes a role for this life, if nobody holds it.</summary>
    bool TryHold(int role);

    /// <summary>Notices whether the life goes on.</summary>
    /// <exception cref="System.Data.Common.DbException">It is over.</exception>
    void Beat();
}
