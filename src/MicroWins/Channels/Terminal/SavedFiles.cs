using MicroWins.Messaging;

namespace MicroWins.Channels.Terminal;

/// <summary>Keeps what a terminal cannot show: pictures in one folder, documents in another. Nothing that is there is ever written over.</summary>
/// <param name="folder">Where the two folders are; they are made with their first file.</param>
public sealed class SavedFiles(string folder)
{
    /// <summary>Names tried before giving up: more files of one name in a folder are a mistake.</summary>
    const int MostNames = 1000;

    /// <summary>Saves a file under its name, or with a number behind it where another file has that name.</summary>
    /// <returns>Its full path. The same file once more is the one that is there already: a message may be sent twice.</returns>
    /// <exception cref="IOException">It could not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder is not to be written to.</exception>
    public string Save(Attachment attachment)
    {
        var place = Directory.CreateDirectory(Path.Combine(folder, attachment.Kind is AttachmentKind.Picture ? "pictures" : "files"));
        foreach (var path in Names(attachment.FileName).Select(name => Path.Combine(place.FullName, name)))
            if (TryWrite(path, attachment.Content.AsSpan()) || IsSame(path, attachment.Content.AsSpan())) return path;
        throw new IOException("There are too many files of this name.");
    }

    static IEnumerable<string> Names(string name) => Enumerable.Range(1, MostNames).Select(number =>
        number is 1 ? name : $"{Path.GetFileNameWithoutExtension(name)}-{number}{Path.GetExtension(name)}");

    static bool TryWrite(string path, ReadOnlySpan<byte> content)
    {
        using var file = OpenNew(path);
        file?.Write(content);
        return file is not null;
    }

    static FileStream? OpenNew(string path)
    {
        try
        {
            // Asking first and writing then would leave a moment for another file to come; this asks and takes in one.
            return new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        }
        catch (IOException) when (Path.Exists(path))
        {
            return null;
        }
    }

    static bool IsSame(string path, ReadOnlySpan<byte> content) => File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(content);
}
