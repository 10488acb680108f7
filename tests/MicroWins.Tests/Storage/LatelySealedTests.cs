using System.Security.Cryptography;
using MicroWins.Messaging;
using MicroWins.Privacy;
using MicroWins.Storage;
using MicroWins.Tests.Support;

namespace MicroWins.Tests.Storage;

public sealed class LatelySealedTests
{
    readonly TextSeal _seal = TextSeal.Fleeting();

    [Fact]
    public void A_value_sealed_a_moment_ago_is_not_opened_again_and_is_given_out_once()
    {
        var said = new List<string> { "walk" };
        var stored = _seal.Close(said, Write);
        Assert.Same(said, _seal.Open(stored, Read));
        var opened = _seal.Open(stored, Read);
        Assert.NotSame(said, opened);
        Assert.Equal(said, opened);
    }

    [Fact]
    public void A_stored_text_that_was_changed_is_not_taken_for_what_was_sealed()
    {
        var stored = _seal.Close(new List<string> { "walk" }, Write);
        var changed = stored[..^2] + (stored[^2] is 'A' ? 'B' : 'A') + stored[^1];
        Assert.ThrowsAny<CryptographicException>(() => _seal.Open(changed, Read));
    }

    [Fact]
    public void Of_very_many_values_the_oldest_are_opened_like_any_other()
    {
        var all = Enumerable.Range(0, 600).Select(i => new List<string> { $"{i}" }).Select(said => (said, stored: _seal.Close(said, Write))).ToList();
        Assert.Equal(["0"], _seal.Open(all[0].stored, Read));
        Assert.NotSame(all[1].said, _seal.Open(all[1].stored, Read));
        Assert.Same(all[^1].said, _seal.Open(all[^1].stored, Read));
    }

    [Fact]
    public async Task Of_somebody_who_is_erased_no_word_stays_in_memory()
    {
        using var store = new TemporaryStore();
        await using var database = new Database(store.Dialect, _seal);
        var read = 0;
        await database.WriteAsync(session =>
        {
            var stored = session.Seal(new List<string> { "my secret" }, Write);
            Erasing.Erase(session, new ChatId("test", "ann"));
            session.Sealed(stored).Open(text => { read++; return Read(text); });
        });
        Assert.Equal(1, read);
    }

    static string Write(List<string> said) => string.Join('\n', said);

    static List<string> Read(string text) => [.. text.Split('\n')];
}
