namespace MicroWins.Tests.Support;

/// <summary>A chat that is typed into and read, line by line.</summary>
interface ITypedChat : IAsyncDisposable
{
    /// <summary>Types a line.</summary>
    Task TypeAsync(string line);

    /// <summary>The next line of the output that nobody has read here yet; ends with an exception where the chat ends before it.</summary>
    ValueTask<string> ReadLineAsync(CancellationToken cancel);
}
