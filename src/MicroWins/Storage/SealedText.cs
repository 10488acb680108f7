namespace MicroWins.Storage;

/// <summary>A text as it is stored. Opened where it is read, so that one that cannot be opened harms nothing but itself.</summary>
public readonly record struct SealedText(string Stored, TextSeal Seal)
{
    /// <exception cref="System.Security.Cryptography.CryptographicException">The row is corrupt, or was sealed with other keys.</exception>
    public string Open() => Seal.Open(Stored);

    /// <inheritdoc cref="Open()"/>
    public T Open<T>(Func<string, T> read) => Seal.Open(Stored, read);
}
