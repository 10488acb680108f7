using System.Text.Json;
using MicroWins.Channels.Terminal;
using MicroWins.Messaging;
using MicroWins.Tests.Support;
using Spectre.Console.Testing;

namespace MicroWins.Tests.Channels.Terminal;

public sealed class SavedFilesTests : IDisposable
{
    readonly DirectoryInfo _folder = RunFolder.New("saved");
    readonly SavedFiles _files;

    public SavedFilesTests() => _files = new SavedFiles(_folder.FullName);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_picture_and_a_document_are_saved_under_their_names()
    {
        Assert.Equal(SomeFile.Png, File.ReadAllBytes(InFolder("pictures", "week-2026-11-23.png", _files.Save(SomeFile.Picture()))));
        Assert.Equal(SomeFile.Document().Content, File.ReadAllBytes(InFolder("files", "steps.ics", _files.Save(SomeFile.Document()))));
    }

    [Fact]
    public void No_other_file_is_written_over()
    {
        var first = _files.Save(SomeFile.Picture());
        File.WriteAllText(first, "mine");

        var second = _files.Save(SomeFile.Picture());
        var third = _files.Save(Attachment.Picture("week-2026-11-23.png", [7]));

        Assert.Equal("mine", File.ReadAllText(first));
        Assert.Equal(["week-2026-11-23-2.png", "week-2026-11-23-3.png"], new[] { second, third }.Select(Path.GetFileName));
    }

    [Fact]
    public void A_folder_of_that_name_is_left_alone()
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "pictures", "week-2026-11-23.png"));

        Assert.Equal("week-2026-11-23-2.png", Path.GetFileName(_files.Save(SomeFile.Picture())));
    }

    [Fact]
    public void The_same_picture_once_more_is_the_one_that_is_there() => Assert.Equal(_files.Save(SomeFile.Picture()), _files.Save(SomeFile.Picture()));

    [Fact]
    public async Task The_chat_names_the_file_under_the_words()
    {
        var console = new TestConsole().Width(40);

        await new TerminalSender(new ConsoleView(console, isInteractive: true), _files).SendAsync(TerminalSender.Chat, Week, CancellationToken.None);

        Assert.Contains($"Your week\n  Saved as {Path.Combine(_folder.FullName, "pictures", "week-2026-11-23.png")}\n  1 Back", WithoutPadding(console.Output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_programs_the_path_is_in_the_object()
    {
        Assert.Equal(Path.Combine(_folder.FullName, "pictures", "week-2026-11-23.png"), (await JsonOf(_files, Week)).GetProperty("file").GetString());
        Assert.False((await JsonOf(_files, Week with { Attachment = null })).TryGetProperty("file", out _));
    }

    [Fact]
    public async Task Where_nothing_can_be_saved_the_words_are_still_said()
    {
        var file = Path.Combine(_folder.FullName, "no-folder");
        await File.WriteAllTextAsync(file, "");
        var nowhere = new SavedFiles(file);
        var console = new TestConsole();

        await new TerminalSender(new ConsoleView(console, isInteractive: true), nowhere).SendAsync(TerminalSender.Chat, Week, CancellationToken.None);
        var json = await JsonOf(nowhere, Week);

        Assert.Contains("Your week", console.Output, StringComparison.Ordinal);
        Assert.Contains("week-2026-11-23.png could not be saved.", console.Output, StringComparison.Ordinal);
        Assert.Equal(("Your week", JsonValueKind.Null), (json.GetProperty("text").GetString(), json.GetProperty("file").ValueKind));
    }

    static OutgoingMessage Week => new(MessageKind.Reply, FormattedText.Plain("Your week"), [[new Button("Back", "Back.0.0.0")]], Attachment: SomeFile.Picture());

    static async Task<JsonElement> JsonOf(SavedFiles files, OutgoingMessage message)
    {
        var output = new StringWriter();
        using var view = SomeView.Json(output);
        await new TerminalSender(view, files).SendAsync(TerminalSender.Chat, message, CancellationToken.None);
        return JsonElement.Parse(output.ToString());
    }

    string InFolder(string folder, string name, string path)
    {
        Assert.Equal(Path.Combine(_folder.FullName, folder, name), path);
        return path;
    }

    static string WithoutPadding(string output) => string.Join('\n', output.Split('\n').Select(line => line.TrimEnd())).Replace("\n  Your week", "\nYour week", StringComparison.Ordinal);
}
