using System.Text.Json;
using MicroWins.Tests.Support;

namespace MicroWins.Tests.Processes;

/// <summary>The program from outside: verbs, pipes and exit codes.</summary>
public sealed class ProgramTests : IDisposable
{
    readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_piped_chat_answers_each_line_and_ends_with_the_input()
    {
        var (exitCode, output, _) = await Chat(["I have to write my history paper, 15 pages", "Done", "/clock +1d"]);

        Assert.Equal(0, exitCode);
        var kinds = Objects(output).Select(message => message.GetProperty("kind").GetString());
        Assert.Equal(["card", "celebration", "checkin", "reply"], kinds);
    }

    [Fact]
    public async Task A_second_chat_finds_everything_again_and_its_buttons_still_work()
    {
        await ChatInProcess.RunAsync(["I have to write my history paper, 15 pages"], _store, "2026-03-02T09:00", "Europe/Berlin");

        var (_, output, _) = await Chat(["Done", "/goals"]);

        Assert.Equal(["celebration", "reply"], Objects(output).Select(message => message.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task Plain_output_of_a_pipe_has_no_colours_and_no_prompt()
    {
        var (exitCode, output, _) = await RealProgram.RunAsync(["I have to write my history paper, 15 pages"], [], "chat", "--db", _store.File);

        Assert.Equal(0, exitCode);
        Assert.DoesNotContain("\u001b", output, StringComparison.Ordinal);
        Assert.Contains("1 Start now", output, StringComparison.Ordinal);
        Assert.DoesNotContain("you ›", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Telegram:BotToken", "nonsense")]
    [InlineData("Llm:TimeoutSeconds", "soon")]
    [InlineData("Storage:Provider", "Paper")]
    [InlineData("CheckIns:DefaultZon", "Europe/Berlin")]
    public async Task A_wrong_key_stops_the_start_with_a_sentence_and_exit_code_2(string key, string value)
    {
        var (exitCode, output, errors) = await RealProgram.RunAsync([], [(key, value)]);

        Assert.Equal(2, exitCode);
        Assert.Empty(output);
        Assert.StartsWith(key, errors, StringComparison.Ordinal);
        Assert.Single(errors.Trim().Split('\n'));
    }

    [Theory]
    [InlineData("--zone", "Mars/Olympus")]
    [InlineData("--clock", "yesterday")]
    [InlineData("--language", "tlh")]
    public async Task A_wrong_argument_stops_the_start_with_a_sentence_and_exit_code_2(string option, string value)
    {
        var (exitCode, _, errors) = await RealProgram.RunAsync([], [], "chat", "--db", _store.File, option, value);

        Assert.Equal(2, exitCode);
        Assert.StartsWith(option, errors, StringComparison.Ordinal);
        Assert.Single(errors.Trim().Split('\n'));
    }

    [Fact]
    public async Task The_doctor_finds_a_bare_machine_well()
    {
        var (exitCode, output, _) = await RealProgram.RunAsync([], [("Storage:ConnectionString", $"Data Source={_store.File}")], "doctor");

        Assert.Equal(0, exitCode);
        Assert.All(output.Trim().Split('\n'), line => Assert.StartsWith("ok ", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_doctor_says_what_to_fix_and_shows_no_secret()
    {
        await using var model = await OpenAiServer.StartAsync();

        using var said = new StringWriter();
        var settings = SomeSettings.Of(
            ("Storage:ConnectionString", "Data Source=/dev/null/no/such.db"), ("Llm:Endpoint", model.Endpoint.Replace("/v1", "", StringComparison.Ordinal)),
            ("Llm:Model", "test"), ("Llm:ApiKey", "sk-secret"));

        Assert.False(await new DoctorVerb(settings, said).RunAsync(CancellationToken.None));
        Assert.Contains("fix  Store: Storage:ConnectionString", said.ToString(), StringComparison.Ordinal);
        Assert.Contains("fix  Model:", said.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", said.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("size", "Read the whole book", "\"verdict\":\"too big\"")]
    [InlineData("screen", "this essay is killing me", "\"tier\":\"none\"")]
    public async Task A_line_is_answered_with_a_line(string verb, string line, string said)
    {
        var (exitCode, output, _) = await RealProgram.RunAsync([line, "", line], [], verb);

        Assert.Equal(0, exitCode);
        var answers = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, answers.Length);
        Assert.Contains(said, answers[0], StringComparison.Ordinal);
        Assert.Contains("\"error\"", answers[1], StringComparison.Ordinal);
        Assert.Equal(answers[0], answers[2]);
    }

    [Fact]
    public async Task A_file_that_is_no_database_stops_the_start_with_a_sentence_and_is_left_alone()
    {
        var letter = Path.Combine(Path.GetDirectoryName(_store.File)!, "letter.txt");
        var text = string.Concat(Enumerable.Repeat("Dear diary, this is no database. ", 100));
        await File.WriteAllTextAsync(letter, text);

        var (exitCode, _, errors) = await RealProgram.RunAsync(["hello"], [], "chat", "--db", letter);

        Assert.Equal(2, exitCode);
        Assert.StartsWith("Storage:ConnectionString (or --db)", errors, StringComparison.Ordinal);
        Assert.Single(errors.Trim().Split('\n'));
        Assert.Equal(text, await File.ReadAllTextAsync(letter));
    }

    [Fact]
    public async Task An_unknown_verb_is_exit_code_2() =>
        Assert.Equal(2, (await RealProgram.RunAsync([], [], "dance")).ExitCode);

    [Theory]
    [InlineData("--help", "chat")]
    [InlineData("--version", "0.1.0")]
    public async Task Help_and_version_are_there(string option, string said)
    {
        var (exitCode, output, _) = await RealProgram.RunAsync([], [], option);

        Assert.Equal(0, exitCode);
        Assert.Contains(said, output, StringComparison.Ordinal);
    }

    Task<(int ExitCode, string Output, string Errors)> Chat(string[] lines) =>
        RealProgram.RunAsync(lines, [], "chat", "--json", "--db", _store.File, "--clock", "2026-03-02T09:00", "--zone", "Europe/Berlin");

    static IEnumerable<JsonElement> Objects(string output) =>
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement);
}
