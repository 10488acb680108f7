using System.Diagnostics.CodeAnalysis;

namespace MicroWins.Storage;

/// <summary>
/// What this process has sealed a moment ago and will read a moment later, as it was before: an answer waits in the store for its way
/// out, and to open and parse it there takes longer than to send it. Found by what is stored, letter for letter, so that a row that was
/// changed, or never came to be, is never taken for another. A value is given out once.
/// </summary>
/// <param name="most">Values at the most; the oldest goes for a new one.</param>
sealed class LatelySealed(int most)
{
    readonly Lock _one = new();
    readonly Dictionary<string, object> _values = [];
    readonly Queue<string> _order = [];

    public void Keep(string stored, object value)
    {
        lock (_one)
        {
            if (_order.Count >= most) _values.Remove(_order.Dequeue());
            _order.Enqueue(stored);
            _values[stored] = value;
        }
    }

    public bool Take<T>(string stored, [MaybeNullWhen(false)] out T value)
    {
        lock (_one)
        {
            var isKept = _values.Remove(stored, out var kept);
            value = kept is T known ? known : default;
            return isKept && value is not null;
        }
    }

    public void Clear()
    {
        lock (_one)
        {
            _values.Clear();
            _order.Clear();
        }
    }
}
