namespace MicroWins.Goals;

/// <summary>
/// A value that is read when it is first looked at. Most steps of a plan are never looked at in a turn, and to open the text of each takes
/// longer than to decide. Copies share what was read; two are equal where their values are.
/// </summary>
sealed class Late<T>(Func<T> read) : IEquatable<Late<T>> where T : notnull
{
    Func<T>? _read = read;
    T? _value;

    public T Value
    {
        get
        {
            // Read twice by two threads it is the same value.
            if (_read is not { } read) return _value!;
            _value = read();
            _read = null;
            return _value;
        }
    }

    public static implicit operator Late<T>(T value) => new(() => value);

    public bool Equals(Late<T>? other) => ReferenceEquals(this, other) || (other is not null && EqualityComparer<T>.Default.Equals(Value, other.Value));

    public override bool Equals(object? obj) => Equals(obj as Late<T>);

    public override int GetHashCode() => Value.GetHashCode();
}
