using System.Data.Common;
using System.Security.Cryptography;

namespace MicroWins.Storage;

/// <summary>Makes sure that the keys at hand are those of the store, and seals a whole store anew.</summary>
public static class Sealing
{
    const string Proof = "These are the keys of this store.";

    /// <summary>Rows that are sealed anew in one transaction: the store is never held for long.</summary>
    const int Batch = 500;

    /// <summary>Opens a store with its keys. One from before texts were sealed is sealed now, and what lay there in the clear is wiped.</summary>
    /// <exception cref="MissingKeyException">The store was sealed with other keys.</exception>
    public static async Task<TextSeal> BeginAsync(ISqlDialect dialect, DirectoryInfo keys)
    {
        if (ProofIn(dialect) is { } proof) return Checked(proof, keys);
        var seal = TextSeal.WithKeysIn(keys);
        if (HasTexts(dialect)) await SealAllAsync(dialect, seal);
        var mine = seal.Close(Proof);
        // Where two processes began at once, the proof may be the other's.
        var kept = KeepProof(dialect, mine);
        return kept == mine ? seal : Checked(kept, keys);
    }

    static async Task SealAllAsync(ISqlDialect dialect, TextSeal seal)
    {
        await using var database = new Database(dialect, seal);
        // A kill half-way leaves some texts sealed, perhaps all of them, and neither a wipe nor a proof yet.
        await ChangeAllAsync(database, text => seal.HasSealed(text) ? text : seal.Close(text));
        dialect.WipeFreed();
    }

    /// <summary>Makes a new key and seals everything with it; the older keys open nothing here any more.</summary>
    /// <returns>How many texts were sealed anew.</returns>
    public static async Task<int> RotateAsync(Database database, DateTimeOffset now)
    {
        var seal = database.Seal;
        seal.MakeNewKey(now);
        return await ChangeAllAsync(database, stored => seal.Close(seal.Open(stored)));
    }

    static TextSeal Checked(string proof, DirectoryInfo keys)
    {
        try
        {
            // A folder that is empty because it is the wrong one must stay empty.
            TextSeal.WithKeysIn(keys, makesKeys: false).Open(proof);
        }
        catch (CryptographicException)
        {
            throw new MissingKeyException();
        }
        return TextSeal.WithKeysIn(keys);
    }

    // What every start asks is asked without the mapper: to make its first reader takes a twentieth of a start.
    static string? ProofIn(ISqlDialect dialect)
    {
        using var connection = dialect.Open();
        return Ask(connection, "select proof from seals") as string;
    }

    static bool HasTexts(ISqlDialect dialect)
    {
        using var connection = dialect.Open();
        return SealedColumns.All.Any(column => Ask(connection, $"select 1 from {column.Table} where {column.Name} <> '' limit 1") is not null);
    }

    /// <returns>The proof that is in the store now.</returns>
    static string KeepProof(ISqlDialect dialect, string proof)
    {
        using var connection = dialect.Open();
        using var keep = connection.CreateCommand();
        keep.CommandText = "insert into seals (one, proof) values (1, @proof) on conflict (one) do nothing";
        var value = keep.CreateParameter();
        (value.ParameterName, value.Value) = ("proof", proof);
        keep.Parameters.Add(value);
        keep.ExecuteNonQuery();
        return (string)Ask(connection, "select proof from seals")!;
    }

    static object? Ask(DbConnection connection, string question)
    {
        using var ask = connection.CreateCommand();
        ask.CommandText = question;
        return ask.ExecuteScalar();
    }

    static async Task<int> ChangeAllAsync(Database database, Func<string, string> change)
    {
        var changed = 0;
        foreach (var column in SealedColumns.All) changed += await ChangeAsync(database, column, change);
        return changed;
    }

    static async Task<int> ChangeAsync(Database database, SealedColumn column, Func<string, string> change)
    {
        var keys = string.Join(", ", column.Keys);
        var (changed, last) = (0, (IDictionary<string, object>?)null);
        while (true)
        {
            var behind = last is null ? "" : $"and ({keys}) > ({string.Join(", ", column.Keys.Select(key => "@" + key))})";
            var rows = await database.ReadAsync(session => session.Query<dynamic>(
                $"select {keys}, {column.Name} as stored from {column.Table} where {column.Name} <> '' {behind} order by {keys} limit {Batch}", Values(last)));
            if (rows.Count is 0) return changed;
            await database.WriteAsync(session =>
            {
                foreach (IDictionary<string, object> row in rows) Change(session, column, row, change);
            });
            (changed, last) = (changed + rows.Count, (IDictionary<string, object>)rows[^1]);
        }
    }

    static void Change(Session session, SealedColumn column, IDictionary<string, object> row, Func<string, string> change)
    {
        var values = Values(row)!;
        values.Add("changed", change((string)row["stored"]));
        // What was written meanwhile is newer, and sealed already.
        session.Execute(
            $"update {column.Table} set {column.Name} = @changed where {column.Name} = @stored and {string.Join(" and ", column.Keys.Select(key => $"{key} = @{key}"))}", values);
    }

    static Dictionary<string, object>? Values(IDictionary<string, object>? row) => row is null ? null : new(row);
}

/// <summary>The store was sealed with keys that are not in the folder of keys: nothing in it can be read.</summary>
public sealed class MissingKeyException() : Exception("The keys of this store are not there.");
