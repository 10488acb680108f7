using System.Data;
using System.Data.Common;

namespace MicroWins.Storage;

/// <summary>A statement with its parameters, which are filled in anew each time: from the properties of an object, or by name from a dictionary.</summary>
sealed class PreparedStatement : IDisposable
{
    readonly DbCommand _command;
    Type? _type;
    (DbParameter Parameter, Func<object, object?> Read)[] _values = [];

    public PreparedStatement(DbCommand command, string sql)
    {
        _command = command;
        _command.CommandText = sql;
    }

    /// <summary>The command, ready to run.</summary>
    public DbCommand With(DbTransaction? transaction, object? values)
    {
        _command.Transaction = transaction;
        if (values is null) return _command;
        if (values is IReadOnlyDictionary<string, object> named) return WithNamed(named);
        if (values.GetType() != _type) Expect(values.GetType());
        foreach (var (parameter, read) in _values) parameter.Value = read(values) ?? DBNull.Value;
        return _command;
    }

    public void Dispose() => _command.Dispose();

    DbCommand WithNamed(IReadOnlyDictionary<string, object> values)
    {
        (_type, _values) = (null, []);
        _command.Parameters.Clear();
        foreach (var (name, value) in values.Where(value => IsNamed(value.Key))) Add(name, value.GetType()).Value = value;
        return _command;
    }

    void Expect(Type type)
    {
        _command.Parameters.Clear();
        _values = [.. PropertyReaders.Of(type).Where(property => IsNamed(property.Name)).Select(property => (Add(property.Name, property.Type), property.Read))];
        _type = type;
    }

    DbParameter Add(string name, Type type)
    {
        var parameter = _command.CreateParameter();
        // With its sign, or SQLite tries one sign after the other each time.
        parameter.ParameterName = "@" + name;
        // PostgreSQL cannot tell what a null is of.
        if (TypeOf(Nullable.GetUnderlyingType(type) ?? type) is { } known) parameter.DbType = known;
        _command.Parameters.Add(parameter);
        return parameter;
    }

    static DbType? TypeOf(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Int32 => DbType.Int32,
        TypeCode.Int64 => DbType.Int64,
        TypeCode.Double => DbType.Double,
        TypeCode.String => DbType.String,
        _ => null,
    };

    bool IsNamed(string name)
    {
        var sql = _command.CommandText;
        for (var at = sql.IndexOf('@'); at >= 0; at = sql.IndexOf('@', at + 1))
        {
            var behind = at + 1 + name.Length;
            if (string.CompareOrdinal(sql, at + 1, name, 0, name.Length) is 0 && (behind >= sql.Length || !(char.IsAsciiLetterOrDigit(sql[behind]) || sql[behind] is '_'))) return true;
        }
        return false;
    }
}
