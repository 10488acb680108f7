using System.Globalization;
using CsCheck;
using MicroWins.Channels.Telegram;
using MicroWins.Messaging;
using MicroWins.Tests.Support.BotApi;

namespace MicroWins.Tests.Channels.Telegram;

public sealed class TextPartsTests
{
    static readonly string[] Hostile =
    [
        "<b>", "</b>", "<i", "<", ">", "&", "&lt;", "&#60;", "&amp", "\"", "</code><script>", "<a href=\"tg://user?id=1\">", "]]>", "*_`[",
        "👨‍👩‍👧", "🇩🇪", "e\u0301\u0323", "\ud83d", "\ude00", "\0", "\u0007", "\u202e", "\u200b", "\uffff", "\u2028", "\r\n", "\n", "\n\n", " ", "word", "слово", "字",
    ];

    static readonly Gen<TextRun> Run =
        from pieces in Gen.OneOf(Gen.Int[0, Hostile.Length - 1].Select(i => Hostile[i]), Gen.String).Array[0, 30]
        from style in Gen.Enum<TextStyle>()
        select new TextRun(string.Concat(pieces), style);

    static readonly Gen<FormattedText> Text = Run.Array[1, 6].Select(runs => new FormattedText([.. runs]));

    [Fact]
    public void Joined_the_parts_are_the_text() => Gen.Select(Text, Gen.Int[1, 80]).Sample((text, longest) =>
    {
        var clean = VisibleText.Clean(text);
        return string.Concat(MessageParts.Split(clean, longest + 1).Select(part => part.ToPlainText())) == clean.ToPlainText();
    });

    [Fact]
    public void No_part_is_too_long_or_empty() => Gen.Select(Text, Gen.Int[2, 80]).Sample((text, longest) =>
        MessageParts.Split(VisibleText.Clean(text), longest).All(part => part.ToPlainText().Length is > 0 and var length && length <= longest));

    [Fact]
    public void No_part_cuts_a_surrogate_pair() => Gen.Select(Text, Gen.Int[2, 80]).Sample((text, longest) =>
        MessageParts.Split(VisibleText.Clean(text), longest).All(part => IsWhole(part.ToPlainText())));

    [Fact]
    public void No_cut_lies_inside_a_character_that_fits_a_message() => Text.Sample(text =>
    {
        var clean = VisibleText.Clean(text).ToPlainText();
        var starts = StringInfo.ParseCombiningCharacters(clean).ToHashSet();
        var widest = starts.Count == 0 ? 1 : starts.Append(clean.Length).Order().Pairwise((a, b) => b - a).DefaultIfEmpty(1).Max();
        return Cuts(clean, Math.Max(widest, 2)).All(starts.Contains);
    });

    [Fact]
    public void Whatever_the_text_Telegram_reads_back_the_words_and_the_styles() => Text.Sample(text =>
    {
        var clean = VisibleText.Clean(text);
        var (read, entities, error) = HtmlEntities.Read(TelegramHtml.Write(clean));
        var styled = clean.Runs.Where(run => run.Text.Length > 0 && run.Style != TextStyle.Plain).Select(run => run.Text);
        return error is null && read == clean.ToPlainText() && styled.SequenceEqual(entities.Select(e => read.Substring(e.Offset, e.Length)));
    });

    [Fact]
    public void Cleaning_twice_changes_nothing_and_leaves_no_control_character() => Text.Sample(text =>
    {
        var once = VisibleText.Clean(text);
        return once.Equals(VisibleText.Clean(once)) && once.ToPlainText().All(c => !char.IsControl(c) || c is '\n' or '\t');
    });

    [Theory]
    [InlineData("aaaa aaaa\n\nbbbb bbbb", 14, "aaaa aaaa\n\n|bbbb bbbb")]
    [InlineData("aaaa aaaa\nbbbb bbbb", 14, "aaaa aaaa\n|bbbb bbbb")]
    [InlineData("aaaa aaaa bbbb bbbb", 12, "aaaa aaaa |bbbb bbbb")]
    [InlineData("aaaaaaaaaaaaaaaaaaa", 12, "aaaaaaaaaaaa|aaaaaaa")]
    [InlineData("a\n\nbbbbbbb bbbbbbb", 12, "a\n\nbbbbbbb |bbbbbbb")]
    [InlineData("aaaaaaaaaa👨‍👩‍👧bb", 12, "aaaaaaaaaa|👨‍👩‍👧bb")]
    public void A_cut_prefers_paragraphs_to_lines_to_words_to_characters_but_makes_no_stubs(string text, int longest, string parts) =>
        Assert.Equal(parts, string.Join('|', MessageParts.Split(FormattedText.Plain(text), longest).Select(part => part.ToPlainText())));

    [Fact]
    public void A_bold_stretch_that_is_cut_is_bold_on_both_sides()
    {
        var parts = MessageParts.Split(new([new("aaaa "), new("bbbb bbbb", TextStyle.Bold)]), 11).Select(TelegramHtml.Write);

        Assert.Equal(["aaaa <b>bbbb </b>", "<b>bbbb</b>"], parts);
    }

    [Fact]
    public void A_stack_of_accents_longer_than_a_message_is_still_cut()
    {
        var text = "a" + new string('\u0301', 10_000);

        Assert.Equal([4096, 4096, 1809], MessageParts.Split(FormattedText.Plain(text)).Select(part => part.ToPlainText().Length));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("\0\u0007")]
    [InlineData("\u200b\u2060")]
    public void A_text_that_shows_nothing_becomes_one_that_shows_something(string text) =>
        Assert.Equal("…", Assert.Single(MessageParts.Of(FormattedText.Plain(text))).ToPlainText());

    [Fact]
    public void Parts_that_would_show_nothing_are_not_sent()
    {
        var parts = MessageParts.Of(FormattedText.Plain("start" + new string('\n', 9000) + "end"));

        Assert.Equal(["start", "end"], parts.Select(part => part.ToPlainText().Trim()));
    }

    static bool IsWhole(string text) => !text.Where((c, i) =>
        char.IsHighSurrogate(c) ? i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])
        : char.IsLowSurrogate(c) && (i == 0 || !char.IsHighSurrogate(text[i - 1]))).Any();

    static IEnumerable<int> Cuts(string text, int longest)
    {
        var at = 0;
        foreach (var part in MessageParts.Split(FormattedText.Plain(text), longest))
        {
            if (at > 0) yield return at;
            at += part.ToPlainText().Length;
        }
    }
}

/// <summary>Neighbours in a sequence.</summary>
static class Neighbours
{
    public static IEnumerable<T> Pairwise<T>(this IEnumerable<int> numbers, Func<int, int, T> make) => numbers.Zip(numbers.Skip(1), make);
}
