using MicroWins.Tests.Support;

namespace MicroWins.Torture;

/// <summary>What a run is to be.</summary>
/// <param name="Seed">What all dice are thrown from. The moments of a machine are its own, so a seed repeats the dice and not the run.</param>
/// <param name="Kills">How often a process is killed.</param>
/// <param name="Messages">Messages and presses in all.</param>
/// <param name="Chats">People.</param>
/// <param name="Processes">Processes on one store.</param>
/// <param name="Store">"sqlite" or "postgres".</param>
/// <param name="Connection">The store's connection string; null for one that is made.</param>
/// <param name="GoalsFile">Goals of real people; null for the built-in ones.</param>
/// <param name="IsHurried">Short lives.</param>
/// <param name="Patience">What the last life has to answer all.</param>
sealed record TortureArguments(
    int Seed, int Kills, int Messages, int Chats, int Processes, string Store, string? Connection, string? GoalsFile, bool IsHurried, TimeSpan Patience)
{
    /// <summary>True for PostgreSQL, on which several processes work beside each other.</summary>
    public bool IsOnPostgres => Store.Equals("postgres", StringComparison.OrdinalIgnoreCase);

    /// <summary>What is wrong with it; null where nothing is.</summary>
    public string? Problem =>
        !IsOnPostgres && !Store.Equals("sqlite", StringComparison.OrdinalIgnoreCase) ? "--store is sqlite or postgres."
        : Processes > 1 && !IsOnPostgres ? "Several processes share a PostgreSQL database alone: --store postgres."
        : Kills < 1 || Messages < 1 || Chats < 1 || Processes < 1 ? "--kills, --messages, --chats and --processes are 1 or more."
        : IsOnPostgres && Connection is null && PostgresServer.Missing is { } missing ? missing
        : null;
}
