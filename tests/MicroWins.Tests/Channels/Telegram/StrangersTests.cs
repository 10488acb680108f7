using System.Text.Json;
using MicroWins.Channels.Telegram;
using Microsoft.Extensions.Time.Testing;

namespace MicroWins.Tests.Channels.Telegram;

public sealed class StrangersTests : IDisposable
{
    readonly CollectedLog _log = new();
    readonly FakeTimeProvider _time = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public void The_operator_learns_how_many_strangers_wrote_and_nothing_else()
    {
        var reader = new UpdateReader([7], new Strangers(_time, _log.For<Strangers>()));

        for (var i = 0; i < 50; i++) Assert.Null(reader.Read(From(42, "my secret essay")));
        Assert.NotNull(reader.Read(From(7, "hello")));
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Null(reader.Read(From(43, "my secret essay")));

        Assert.Equal(2, _log.Lines.Count);
        Assert.Contains(" 1 updates", _log.Lines[0], StringComparison.Ordinal);
        Assert.Contains(" 50 updates", _log.Lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain("secret", _log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("42", _log.Text, StringComparison.Ordinal);
    }

    static JsonElement From(long person, string text) => JsonElement.Parse(
        $$"""{"update_id":81,"message":{"message_id":7,"from":{"id":{{person}},"is_bot":false,"first_name":"A"},"chat":{"id":{{person}},"type":"private"},"date":1780000000,"text":"{{text}}"} }""");
}
