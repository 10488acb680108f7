using System.Text;

namespace MicroWins;

/// <summary>A verb that answers each line of its input with one line: at the full speed of a pipe, and at once for somebody who waits for the answer.</summary>
static class LinesVerb
{
    /// <summary>UTF-16 units that are read at a time; what they hold is answered before more is read.</summary>
    const int ChunkSize = 64 * 1024;

    /// <param name="answer">Gives the answer to a line, without its end; never throws for any line.</param>
    public static void Run(Stream input, Stream output, Func<string, string> answer, CancellationToken cancel)
    {
        using var reader = new StreamReader(input, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true, ChunkSize);
        using var writer = new StreamWriter(output, new UTF8Encoding(false), ChunkSize) { AutoFlush = false, NewLine = "\n" };
        var chunk = new char[ChunkSize];
        var begun = new StringBuilder();
        while (!cancel.IsCancellationRequested && reader.Read(chunk) is > 0 and var length)
        {
            var rest = chunk.AsSpan(0, length);
            while (rest.IndexOf('\n') is >= 0 and var end)
            {
                writer.WriteLine(answer(Line(begun, rest[..end])));
                rest = rest[(end + 1)..];
            }
            begun.Append(rest);
            writer.Flush();
        }
        if (begun.Length > 0) writer.WriteLine(answer(Line(begun, [])));
    }

    static string Line(StringBuilder begun, ReadOnlySpan<char> end)
    {
        var line = begun.Append(end).ToString();
        begun.Clear();
        return line.EndsWith('\r') ? line[..^1] : line;
    }
}
