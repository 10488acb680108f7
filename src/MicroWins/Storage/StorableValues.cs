using System.Data;
using System.Data.Common;
using System.Text;
using Dapper;

namespace MicroWins.Storage;

/// <summary>
/// The values of a statement, with texts as every database can keep them: PostgreSQL refuses U+0000 and halves of a surrogate pair, and
/// one of them in a person's message would hold up all that came with it. A sign for "unreadable" stands in their place.
/// </summary>
sealed class StorableValues : SqlMapper.IDynamicParameters
{
    const char Unreadable = '\uFFFD';

    readonly SqlMapper.IDynamicParameters _values;

    StorableValues(object values) => _values = new DynamicParameters(values);

    public static StorableValues? Of(object? values) => values is null ? null : new(values);

    public static string Storable(string text)
    {
        var whole = text.Replace('\0', Unreadable);
        return whole.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(whole)) : whole;
    }

    public void AddParameters(IDbCommand command, SqlMapper.Identity identity)
    {
        _values.AddParameters(command, identity);
        foreach (DbParameter parameter in command.Parameters)
            if (parameter.Value is string text) parameter.Value = Storable(text);
    }
}
