namespace MicroWins.Goals;

/// <summary>
/// A value that is read when it is first looked at. Most texts of a plan are never looked at in a turn, and to open each takes
/// longer than to decide. Copies share what was read; two are equal where their values are.
/// </summary>
sealed class Late<T> : IEquatable<Late<T>> where T : notnull
{
    Func<T>? _read;
    T? _value;

    public Late(Func<T> read) => _read = read;

    Late(T value) => _value = value;

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

    public static implicit operator Late<T>(T value) => new(value);

    public bool Equals(Late<T>? other) => ReferenceEquals(this, other) || (other is not null && EqualityComparer<T>.Default.Equals(Value, other.Value));

    public override bool Equals(object? obj) => Equals(obj as Late<T>);

    public override int GetHashCode() => Value.GetHashCode();
}
