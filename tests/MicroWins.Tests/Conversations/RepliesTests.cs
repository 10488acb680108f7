using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using MicroWins.Conversations;
using MicroWins.Messaging;
using MicroWins.Rules;

namespace MicroWins.Tests.Conversations;

public sealed partial class RepliesTests
{
    static readonly ResourceManager Resources = new("MicroWins.Conversations.Replies", typeof(Replies).Assembly);

    public static TheoryData<Language> Spoken => new(Languages.All.Where(Replies.Speaks));

    [Theory]
    [MemberData(nameof(Spoken))]
    public void Every_reply_button_and_command_is_there_in_every_language(Language language)
    {
        var entries = EntriesOf(language);
        var counted = EntriesOf(Language.English).Keys.Where(key => key.EndsWith(".other", StringComparison.Ordinal)).Select(key => key[..^6]).ToHashSet();

        var missing = Enum.GetNames<Reply>().Where(reply => !counted.Contains(reply))
            .Concat(counted.SelectMany(reply => Forms(language).Select(form => $"{reply}.{form}")))
            .Concat(Enum.GetValues<ButtonVerb>().Where(verb => verb is not ButtonVerb.Speak).Select(verb => $"Button.{verb}"))
            .Concat(ConversationFlow.Commands.Select(command => $"Command.{command}"))
            .Where(key => !entries.ContainsKey(key));

        Assert.Empty(missing);
    }

    [Theory]
    [MemberData(nameof(Spoken))]
    public void A_translation_has_the_placeholders_of_the_original(Language language)
    {
        var english = EntriesOf(Language.English);

        Assert.All(EntriesOf(language), entry =>
        {
            var original = english.GetValueOrDefault(entry.Key) ?? english[Regex.Replace(entry.Key, @"\.(few|many)$", ".other")];
            // A singular may say its number in words.
            var expected = Placeholders(original).Where(mark => mark != "{0}" || !entry.Key.EndsWith(".one", StringComparison.Ordinal));
            Assert.Equal(expected, Placeholders(entry.Value).Where(mark => mark != "{0}" || !entry.Key.EndsWith(".one", StringComparison.Ordinal)));
        });
    }

    [Theory]
    [MemberData(nameof(Spoken))]
    public void No_entry_is_left_over_and_emphasis_is_closed(Language language)
    {
        var replies = Enum.GetNames<Reply>().ToHashSet();

        Assert.All(EntriesOf(language), entry =>
        {
            Assert.True(replies.Contains(entry.Key.Split('.')[0]) || entry.Key.Split('.')[0] is "Button" or "Command" or "Why", entry.Key);
            Assert.Equal(0, Regex.Count(entry.Value, @"\*\*") % 2);
            Assert.Equal(0, Regex.Count(entry.Value, "__") % 2);
        });
    }

    [Fact]
    public void Nothing_that_is_said_scolds()
    {
        Assert.All(EntriesOf(Language.English), entry => Assert.DoesNotMatch(Scolding(), entry.Value));
    }

    [Fact]
    public void A_value_can_neither_be_bold_nor_stand_for_another_value()
    {
        var text = Replies.In(Language.English)[Reply.Step, "**x** {0} __y__"];

        Assert.Equal(new TextRun("**x** {0} __y__", TextStyle.Bold), Assert.Single(text.Runs));
    }

    [Theory]
    [InlineData(Language.English, 1, "one")]
    [InlineData(Language.English, 0, "other")]
    [InlineData(Language.French, 0, "one")]
    [InlineData(Language.Portuguese, 0, "one")]
    [InlineData(Language.Spanish, 1_000_000, "many")]
    [InlineData(Language.Russian, 1, "one")]
    [InlineData(Language.Russian, 11, "many")]
    [InlineData(Language.Russian, 21, "one")]
    [InlineData(Language.Russian, 22, "few")]
    [InlineData(Language.Russian, 12, "many")]
    [InlineData(Language.Russian, 112, "many")]
    [InlineData(Language.Chinese, 1, "other")]
    public void Plural_forms_are_those_of_the_language(Language language, int number, string form) =>
        Assert.Equal(form, PluralForms.Of(language, number));

    static IEnumerable<string> Forms(Language language) =>
        Enumerable.Range(0, 200).Select(number => PluralForms.Of(language, number)).Distinct();

    static Dictionary<string, string> EntriesOf(Language language) => Resources
        .GetResourceSet(language is Language.English ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language.Code()), createIfNotExists: true, tryParents: false)!
        .Cast<DictionaryEntry>()
        .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    static IEnumerable<string> Placeholders(string text) => Regex.Matches(text, @"\{\d\}").Select(match => match.Value).Distinct().Order();

    [GeneratedRegex(@"\b(should|failed|failure|only one|just do it|lazy|must|easy|simply|obviously)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Scolding();
}
