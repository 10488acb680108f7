using System.Reflection;
using System.Text;

namespace MicroWins.Rules;

/// <summary>Reads the word files that are built into the program. A start reads half a million characters of them, so none is copied more than once.</summary>
static class EmbeddedText
{
    /// <summary>The whole text of a file, written as UTF-8 without a mark at its start; null where the program has no such file.</summary>
    /// <param name="assembly">The assembly that it is built into.</param>
    /// <param name="name">The name that it has there.</param>
    public static string? Of(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name);
        if (stream is null) return null;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Encoding.UTF8.GetString(bytes);
    }
}
