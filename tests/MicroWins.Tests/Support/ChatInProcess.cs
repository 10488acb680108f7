using System.Collections.Concurrent;
using System.Threading.Channels;
using MicroWins.Channels.Terminal;
using MicroWins.Messaging;
using MicroWins.Storage;
using MicroWins.Tests.Support.BotApi;
using MicroWins.Workers;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace MicroWins.Tests.Support;

/// <summary>
/// The chat of the terminal with all its parts, in the process of the tests, for what is said in it: a process of its own compiles
/// everything anew. That the program puts the same parts together is seen where it is started.
/// </summary>
sealed class ChatInProcess : ITypedChat
{
    readonly TypedLines _typed = new();
    readonly SaidLines _said = new();
    readonly Task _chatting;

    ChatInProcess(Func<TypedLines, SaidLines, Task> chat) => _chatting = EndAsync(chat(_typed, _said));

    /// <summary>Begins a chat.</summary>
    /// <param name="store">Where it is kept.</param>
    /// <param name="clock">Where its clock stands, as 2026-03-02T09:00.</param>
    /// <param name="zone">Where the person is.</param>
    /// <param name="language">What they are spoken to in; null to find out.</param>
    /// <param name="settings">As the environment has them.</param>
    public static ChatInProcess Start(TemporaryStore store, string clock, string zone, string? language = null, params (string Key, string Value)[] settings)
    {
        var read = SomeSettings.Of([.. store.Settings, .. settings]);
        return new ChatInProcess((typed, said) => ChatAsync(read, clock, DateTimeZoneProviders.Tzdb[zone], language, typed, said));
    }

    /// <summary>Holds a chat of these lines to its end.</summary>
    /// <returns>What was said, a message a line.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(
        IEnumerable<string> lines, TemporaryStore store, string clock, string zone, params (string Key, string Value)[] settings)
    {
        await using var chat = Start(store, clock, zone, language: null, settings);
        foreach (var line in lines) chat._typed.Add(line);
        chat._typed.End();
        var said = await chat._said.AllAsync();
        await chat._chatting;
        return said;
    }

    public Task TypeAsync(string line)
    {
        _typed.Add(line);
        return Task.CompletedTask;
    }

    public ValueTask<string> ReadLineAsync(CancellationToken cancel) => _said.ReadAsync(cancel);

    public async ValueTask DisposeAsync()
    {
        _typed.End();
        await _chatting;
    }

    /// <summary>The chat verb, but for its console.</summary>
    static async Task ChatAsync(Settings settings, string clock, DateTimeZone zone, string? language, TextReader input, TextWriter output)
    {
        var time = new TerminalClock(new RealTime(), TerminalClock.ReadMoment(clock, zone));
        using var view = new JsonView(output, time, zone);
        await using var database = await Composition.OpenStoreAsync(settings.Storage);
        var sender = new TerminalSender(view, new SavedFiles(Path.GetDirectoryName(((SqliteDialect)database.Dialect).File)!));
        await using var parts = new ServiceCollection().AddMicroWins(settings, database, time, zone)
            .AddSingleton<IMessageSender>(sender).AddSingleton<IPresence>(sender).BuildServiceProvider();
        using var chat = new TerminalChat(
            input, view, sender, parts.GetRequiredService<Inbox>(), ChatVerb.MachineryOf(parts), time, zone, isInteractive: false, language);
        await chat.RunAsync(CancellationToken.None);
    }

    async Task EndAsync(Task chat)
    {
        try
        {
            await chat;
        }
        finally
        {
            _said.End();
        }
    }

    /// <summary>A pipe that is written to by the test.</summary>
    sealed class TypedLines : TextReader
    {
        readonly BlockingCollection<string> _lines = [];

        public void Add(string line) => _lines.Add(line);

        public void End() => _lines.CompleteAdding();

        public override string? ReadLine() => _lines.TryTake(out var line, Timeout.Infinite) ? line : null;
    }

    /// <summary>A pipe that is read by the test. The chat writes whole lines.</summary>
    sealed class SaidLines : StringWriter
    {
        readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

        public ValueTask<string> ReadAsync(CancellationToken cancel) => _lines.Reader.ReadAsync(cancel);

        public async Task<IReadOnlyList<string>> AllAsync() => await _lines.Reader.ReadAllAsync().ToListAsync();

        public override void Write(string? value) => _lines.Writer.TryWrite(value!.TrimEnd('\n'));

        public void End() => _lines.Writer.TryComplete();
    }
}
