using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;

namespace MicroWins.Storage;

/// <summary>
/// Encrypts what people and models write before it is stored, and reads it back: AES-256-GCM with the keys of a folder, through
/// ASP.NET Core's data protection, which makes a new key every 90 days and keeps the old ones for what they have sealed.
/// </summary>
public sealed class TextSeal
{
    // Both are part of what keys are derived from: with another word here, nothing that is stored can be read.
    const string Application = "MicroWins";
    const string Purpose = "MicroWins.Storage.Texts";

    /// <summary>What every sealed text begins with: data protection's own first bytes.</summary>
    const string Mark = "CfDJ8";

    /// <summary>How long a key seals new texts before the next one takes over; data protection's own habit.</summary>
    static readonly TimeSpan KeyLife = TimeSpan.FromDays(90);

    /// <summary>Messages that are on their way out at the most, and a moment's more.</summary>
    const int MostKept = 512;

    readonly LatelySealed _lately = new(MostKept);
    readonly Func<IServiceProvider> _keys;
    IDataProtector _protector;

    TextSeal(Func<IServiceProvider> keys)
    {
        _keys = keys;
        _protector = NewProtector();
    }

    /// <summary>Seals with the keys in a folder, which is made if it is not there, for its owner alone.</summary>
    /// <param name="folder">Apart from the data, or whoever copies the one has the other.</param>
    /// <param name="makesKeys">False where keys must be there already, because something is sealed with them.</param>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be made or read.</exception>
    public static TextSeal WithKeysIn(DirectoryInfo folder, bool makesKeys = true)
    {
        if (!folder.Exists) CreateForOwner(folder.FullName);
        return new(() => Keys(protection =>
        {
            protection.PersistKeysToFileSystem(folder);
            if (!makesKeys) protection.DisableAutomaticKeyGeneration();
        }));
    }

    /// <summary>Seals with a key that nobody else has and that is gone with the process: for tests.</summary>
    public static TextSeal Fleeting()
    {
        var keys = Keys(protection => protection.UseEphemeralDataProtectionProvider());
        return new(() => keys);
    }

    /// <returns>What may be stored; a blank text stays blank, since it tells nothing.</returns>
    /// <exception cref="CryptographicException">No key can be had.</exception>
    public string Close(string text) => text.Length is 0 ? "" : _protector.Protect(Whole(text));

    /// <summary>Seals what a value is written as, and keeps the value for whoever reads it next.</summary>
    /// <inheritdoc cref="Close(string)"/>
    public string Close<T>(T value, Func<T, string> write) where T : notnull
    {
        var stored = Close(write(value));
        _lately.Keep(stored, value);
        return stored;
    }

    /// <summary>The value of a sealed text: the one that was sealed, where that was a moment ago.</summary>
    /// <exception cref="CryptographicException">The text was not sealed with these keys, or was changed.</exception>
    public T Open<T>(string stored, Func<string, T> read) => _lately.Take<T>(stored, out var kept) ? kept : read(Open(stored));

    /// <summary>Keeps nothing of what was sealed: somebody wants to be forgotten.</summary>
    public void ForgetValues() => _lately.Clear();

    /// <exception cref="CryptographicException">The text was not sealed with these keys, or was changed.</exception>
    public string Open(string stored)
    {
        if (stored.Length is 0) return "";
        try
        {
            return _protector.Unprotect(stored);
        }
        catch (CryptographicException)
        {
            // Another process may have made a key since this one read the folder.
            _protector = NewProtector();
            return _protector.Unprotect(stored);
        }
    }

    /// <summary>True where a text is one that these keys have sealed.</summary>
    public bool HasSealed(string stored)
    {
        try
        {
            return stored.StartsWith(Mark, StringComparison.Ordinal) && _protector.Unprotect(stored).Length > 0;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>Makes a new key and seals with it from now on; the old ones still open what they have sealed.</summary>
    public void MakeNewKey(DateTimeOffset now)
    {
        _keys().GetRequiredService<IKeyManager>().CreateNewKey(now, now + KeyLife);
        _protector = NewProtector();
    }

    /// <summary>Half of a surrogate pair has no bytes of its own; the sign for "unreadable" stands in its place.</summary>
    static string Whole(string text) =>
        text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;

    IDataProtector NewProtector() => _keys().GetRequiredService<IDataProtectionProvider>().CreateProtector(Purpose);

    static ServiceProvider Keys(Action<IDataProtectionBuilder> where)
    {
        var services = new ServiceCollection();
        var protection = services.AddDataProtection()
            .SetApplicationName(Application)
            .UseCryptographicAlgorithms(new AuthenticatedEncryptorConfiguration { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        where(protection);
        return services.BuildServiceProvider();
    }

    static void CreateForOwner(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
