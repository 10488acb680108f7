using Microsoft.Extensions.Logging;

namespace MicroWins.Tests.Channels.Telegram;

/// <summary>A log that is a list of lines.</summary>
public sealed class CollectedLog : ILoggerProvider
{
    readonly Lock gate = new();
    readonly List<string> lines = [];

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (gate) return [.. lines];
        }
    }

    public string Text => string.Join('\n', Lines);

    public ILogger<T> For<T>() => new Writer<T>(this);

    public ILogger CreateLogger(string categoryName) => new Writer<CollectedLog>(this);

    public void Dispose() { }

    sealed class Writer<T>(CollectedLog log) : ILogger<T>
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (log.gate) log.lines.Add($"{logLevel}: {formatter(state, exception)} {exception}");
        }
    }
}
