using System.Reflection;

namespace MicroWins.Rules;

/// <summary>Reads the word files that are built into the program.</summary>
/// <remarks>Line by line: the text of a whole file would lie among the large objects, and a few of those at a start make the runtime tidy all of its memory.</remarks>
static class EmbeddedText
{
    /// <summary>Opens a file; null where the program has none of that name.</summary>
    /// <param name="assembly">The assembly that it is built into.</param>
    /// <param name="name">The name that it has there.</param>
    public static StreamReader? Open(Assembly assembly, string name) => assembly.GetManifestResourceStream(name) is { } stream ? new(stream) : null;
}
