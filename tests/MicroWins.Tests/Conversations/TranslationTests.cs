using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using MicroWins.Coaching;
using MicroWins.Coaching.Embedded;
using MicroWins.Conversations;
using MicroWins.Messaging;
using MicroWins.Rules;

namespace MicroWins.Tests.Conversations;

public sealed class TranslationTests
{
    /// <summary>Characters that a phone shows of a label in a row of two; ideographs are about twice as wide.</summary>
    const int LabelLength = 16, LabelLengthInIdeographs = 6;

    /// <summary>How much longer a label may be that has a row to itself.</summary>
    const int RowOfItsOwn = 2;

    static readonly ResourceManager Resources = new("MicroWins.Conversations.Replies", typeof(Replies).Assembly);

    public static TheoryData<Language> Spoken => new(Languages.All);

    public static TheoryData<Language> Translated => new(Languages.All.Where(language => language is not Language.English));

    [Theory]
    [MemberData(nameof(Translated))]
    public void Every_language_that_the_rules_read_is_spoken(Language language)
    {
        Assert.True(Replies.Speaks(language));
        Assert.NotEqual(Replies.In(Language.English)[Reply.Welcome].ToPlainText(), Replies.In(language)[Reply.Welcome].ToPlainText());
    }

    // No count of ours reaches a million, so nothing else would miss this form.
    [Theory]
    [InlineData(Language.Spanish)]
    [InlineData(Language.French)]
    [InlineData(Language.Portuguese)]
    [InlineData(Language.Italian)]
    public void Millions_have_their_form_where_the_language_has_one(Language language)
    {
        var keys = EntriesOf(language).Select(entry => entry.Key).ToHashSet();

        Assert.All(keys.Where(key => key.EndsWith(".other", StringComparison.Ordinal)), key => Assert.Contains($"{key[..^6]}.many", keys));
    }

    [Theory]
    [MemberData(nameof(Translated))]
    public void A_label_fits_on_a_phone(Language language) => Assert.All(Enum.GetValues<ButtonVerb>().Where(verb => verb is not ButtonVerb.Speak), verb =>
        Assert.InRange(Replies.In(language).Label(verb).Length, 1,
            (language is Language.Chinese ? LabelLengthInIdeographs : LabelLength) * (verb is ButtonVerb.MeanWork or ButtonVerb.MeanLife ? RowOfItsOwn : 1)));

    [Theory]
    [InlineData(Language.Spanish, @"\b(deberías|debes|solo|sólo|solamente|simplemente|fracas\w*|fallaste|fácil\w*)\b")]
    [InlineData(Language.German, @"\b(solltest|sollst|musst|nur|bloß|einfach|versagt|gescheitert|leicht)\b")]
    [InlineData(Language.French, @"\b(devrais|dois|seulement|simplement|juste|échec|échoué|raté|facile\w*)\b")]
    [InlineData(Language.Portuguese, @"\b(deveria|deve|só|somente|apenas|simplesmente|fracass\w*|falhou|fácil|facilmente)\b")]
    [InlineData(Language.Italian, @"\b(dovresti|devi|solo|soltanto|semplicemente|falli\w*|facile|facilmente)\b")]
    [InlineData(Language.Russian, @"\b(должен|должна|обязан\w*|только|просто|лишь|провал\w*|лень|легко)\b")]
    [InlineData(Language.Chinese, "应该|必须|只是|仅仅|失败|偷懒|容易|简单|拖延")]
    public void Nothing_that_is_said_scolds(Language language, string scolding) =>
        // The fixed replies to danger say "you don't have to", and are judged by another measure.
        Assert.All(EntriesOf(language).Where(entry => !entry.Key.StartsWith("Safety", StringComparison.Ordinal) && !entry.Key.StartsWith("Decline", StringComparison.Ordinal)), entry => Assert.False(Regex.IsMatch(entry.Value, scolding, RegexOptions.IgnoreCase), entry.Value));

    [Theory]
    [MemberData(nameof(Spoken))]
    public void The_plain_words_that_the_help_quotes_are_understood(Language language)
    {
        var quoted = Regex.Matches(Replies.In(language)[Reply.Help].ToPlainText(), "[«„“](?<words>[^«»„“”]+)[»“”]").Select(match => match.Groups["words"].Value.Trim());

        Assert.Equal([RouteIntent.Done, RouteIntent.Smaller, RouteIntent.Later, RouteIntent.ShowAll], quoted.Select(words => new EmbeddedRouter().Route(words, language).Intent));
    }

    static IEnumerable<(string Key, string Value)> EntriesOf(Language language) => Resources
        .GetResourceSet(CultureInfo.GetCultureInfo(language.Code()), createIfNotExists: true, tryParents: false)!
        .Cast<DictionaryEntry>()
        .Select(entry => ((string)entry.Key, (string)entry.Value!));
}
