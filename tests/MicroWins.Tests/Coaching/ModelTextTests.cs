using System.Text.RegularExpressions;
using CsCheck;
using MicroWins.Coaching.Reading;

namespace MicroWins.Tests.Coaching;

/// <summary>A model's words are data: nothing in them can be tapped, formatted or hidden.</summary>
public partial class ModelTextTests
{
    [Theory]
    [InlineData("**Open** the _document_", "Open the document")]
    [InlineData("## Step: `open` it", "Step: open it")]
    [InlineData("~~no~~ ***yes***", "no yes")]
    [InlineData("Multiply 2 * 3 * 4 and keep snake_case_names", "Multiply 2 * 3 * 4 and keep snake_case_names")]
    [InlineData("Look at <b>one</b> <a href=\"http://evil.example\">page</a><script>x()</script>", "Look at one pagex()")]
    [InlineData("&lt;b&gt;bold&lt;/b&gt; &amp; brave", "bold & brave")]
    [InlineData("x < 5 and y > 3", "x < 5 and y > 3")]
    [InlineData("[Click here](https://evil.example/a?b=c) now", "Click here now")]
    [InlineData("![image](http://x/y.png) Look", "image Look")]
    [InlineData("Go to https://evil.example/x and www.evil.example or t.me/joinme now", "Go to and or now")]
    [InlineData("Open overleaf.com and breathe.", "Open overleaf and breathe.")]
    [InlineData("Try ASP.NET and Node.js, e.g. in main.py", "Try ASP.NET and Node.js, e.g. in main.py")]
    [InlineData("tg://resolve?domain=x javascript:alert(1) mailto:a@b.example ok", "ok")]
    [InlineData("Ask @someone about #tag and /delete or and/or 1/2", "Ask someone about tag and delete or and/or 1/2")]
    [InlineData("Read problem #3", "Read problem #3")]
    [InlineData("a\u0000b\u200Bc\u202Ed\u2066e\uFEFFf\u00ADg", "a bcdefg")]
    [InlineData("one\n\n  two\tthree\u2028four", "one two three four")]
    [InlineData("Celebrate 🎉 with family 👨‍👩‍👧", "Celebrate 🎉 with family 👨‍👩‍👧")]
    [InlineData("Écris une phrase – même laide", "Écris une phrase – même laide")]
    public void A_text_keeps_its_words_and_loses_everything_else(string written, string shown) => Assert.Equal(shown, ModelText.Clean(written, 200));

    [Fact]
    public void Too_long_is_cut_at_a_word_with_an_ellipsis()
    {
        var cut = ModelText.Clean(string.Join(' ', Enumerable.Repeat("word", 100)), 60);

        Assert.True(cut.Length <= 60);
        Assert.EndsWith("word…", cut, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cut_never_halves_a_pair() => Gen.Int[4, 40].Sample(most =>
    {
        var cut = ModelText.Clean(string.Concat(Enumerable.Repeat("🌊", 30)), most);
        return cut.Length <= most && IsWhole(cut);
    });

    [Fact]
    public void Whatever_was_written_nothing_that_can_be_tapped_is_left() =>
        Gen.OneOf("http://a.example/b", "www.x.com", "<b>", "</i>", "[a](b)", "](", "**", "__", "@me", "/start", "t.me/x", "&lt;", "\u202E", "\0", "a", " ", "(", "\uD83D", "🎉", "*", "`", "#x", "ru", ".com", "://")
            .Array[0, 12].Select(parts => string.Concat(parts)).Sample(written =>
            {
                var shown = ModelText.Clean(written, 60);
                return shown.Length <= 60 && IsWhole(shown) && !shown.Any(char.IsControl) && !shown.Contains('\u202E')
                    && !Tappable().IsMatch(shown);
            });

    [GeneratedRegex(@"\bhttp://\S|\bwww\.\w|</?[bi]>|@me|(?:^| )/start|\bt\.me/|\w\.com\b")]
    private static partial Regex Tappable();

    static bool IsWhole(string text) => !text.EnumerateRunes().Any(rune => rune.Value == 0xFFFD);
}
