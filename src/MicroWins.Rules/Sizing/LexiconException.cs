namespace MicroWins.Rules.Sizing;

/// <summary>A lexicon file that cannot be read; the message names the file and the line.</summary>
public sealed class LexiconException : Exception
{
    /// <summary>Says what is wrong where.</summary>
    /// <param name="file">The file.</param>
    /// <param name="line">The line, from 1; 0 where the file as a whole is meant.</param>
    /// <param name="what">What is wrong with it.</param>
    public LexiconException(string file, int line, string what) : base(line > 0 ? $"{file}, line {line}: {what}" : $"{file}: {what}")
    {
    }
}
