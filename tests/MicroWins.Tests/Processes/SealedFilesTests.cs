using System.Text;
using MicroWins.Tests.Support;

namespace MicroWins.Tests.Processes;

/// <summary>The files that the real program leaves behind, looked through for what was typed.</summary>
public sealed class SealedFilesTests : IDisposable
{
    readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task No_word_that_was_typed_or_answered_stands_in_the_files_not_even_while_the_program_runs()
    {
        await using var program = RealProgram.Start([], "chat", "--json", "--db", _store.File);
        await program.TypeAsync("I must write my zebrafish dissertation because my supervisor Quimbleworth shouts");
        await program.TypeAsync("read 5 quatrains of Hildebrandt every day after breakfast");
        await program.TypeAsync("Done");
        await program.TypeAsync("/edit Name one zebrafish");
        await program.TypeAsync("/clock");
        // Each line of the chat is answered before the next is read.
        while (!(await program.ReadLineAsync(CancellationToken.None)).Contains("clock", StringComparison.OrdinalIgnoreCase)) { }

        var files = Directory.GetFiles(Path.GetDirectoryName(_store.File)!).Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)).ToList();
        Assert.Contains(files, file => file.EndsWith("-wal", StringComparison.Ordinal));
        // Long words alone: one of five letters stands in a megabyte of sealed text by chance, one run in thirty.
        Assert.All(files, file => Assert.DoesNotMatch("(?i)zebrafish|quimbleworth|supervisor|quatrains|hildebrandt|breakfast|dissertation", Encoding.Latin1.GetString(Read(file))));
    }

    [Fact]
    public async Task Without_its_keys_the_program_stops_with_a_sentence_that_names_the_setting()
    {
        await ChatAsync("write my thesis");
        var elsewhere = RunFolder.New("keys");

        var (exitCode, output, errors) = await RealProgram.RunAsync(["Done"], [("Storage:KeyPath", elsewhere.FullName)], "chat", "--db", _store.File);

        Assert.Equal(2, exitCode);
        Assert.Empty(output);
        Assert.StartsWith("Storage:KeyPath", errors, StringComparison.Ordinal);
        Assert.Empty(elsewhere.GetFiles());
    }

    [Fact]
    public async Task The_verb_for_new_keys_says_what_it_did_and_the_chat_goes_on()
    {
        await ChatAsync("write my thesis");

        var (exitCode, output, _) = await RealProgram.RunAsync([], _store.Settings, "rotate-keys");
        var answers = await ChatAsync("Done");

        Assert.Equal(0, exitCode);
        Assert.Contains("sealed with a new key", output, StringComparison.Ordinal);
        Assert.Contains("\"celebration\"", Assert.Single(answers), StringComparison.Ordinal);
    }

    Task<IReadOnlyList<string>> ChatAsync(string line) => ChatInProcess.RunAsync([line], _store, "2026-03-02T09:00", "Europe/Berlin");

    static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
