using System.Text.RegularExpressions;
using MicroWins.Conversations;
using MicroWins.Messaging;
using MicroWins.Privacy;
using MicroWins.Rules;
using MicroWins.Rules.Sizing;
using MicroWins.Tests.Support;
using NodaTime;

namespace MicroWins.Tests.Privacy;

/// <summary>/privacy says what the configuration says.</summary>
public sealed class PrivacyNoticeTests
{
    /// <summary>What a phone shows without much scrolling.</summary>
    const int LongestNotice = 1300;

    public static TheoryData<Language> Spoken => new(Languages.All);

    [Theory]
    [MemberData(nameof(Spoken))]
    public void Every_number_comes_from_the_options(Language language)
    {
        var rules = Rules(new PrivacyOptions { MessageDays = 21, InactiveMonths = 7, WarningDays = 45, Contact = "Kim" }, "llm.example.org");

        var numbers = Regex.Matches(Notice(rules, language), @"\d+").Select(match => match.Value);

        Assert.Equal(["21", "7", "45"], numbers);
    }

    [Theory]
    [MemberData(nameof(Spoken))]
    public void It_is_short_and_names_the_ways_out(Language language)
    {
        var notice = Notice(Rules(new PrivacyOptions { Contact = "Kim, kim@example.org" }, "llm.example.org") with { IsSealed = true }, language);

        Assert.InRange(notice.Length, 200, LongestNotice);
        Assert.Contains("/export", notice, StringComparison.Ordinal);
        Assert.Contains("/delete", notice, StringComparison.Ordinal);
        Assert.Contains("Telegram", notice, StringComparison.Ordinal);
        Assert.Contains("llm.example.org", notice, StringComparison.Ordinal);
        Assert.Contains("kim@example.org", notice, StringComparison.Ordinal);
        Assert.Contains(Replies.In(language)[Reply.PrivacySealed].ToPlainText(), notice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 1, "after 3 days", "After 1 month without", "within 1 day,")]
    [InlineData(2, 30, "after 3 days", "After 2 months without", "within 30 days,")]
    public void Numbers_are_inflected(int months, int days, params string[] expected)
    {
        var notice = Notice(Rules(new PrivacyOptions { MessageDays = 3, InactiveMonths = months, WarningDays = days }), Language.English);

        Assert.All(expected, words => Assert.Contains(words, notice, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, "через 1 день", "1 месяц нет")]
    [InlineData(2, "через 2 дня", "2 месяца нет")]
    [InlineData(5, "через 5 дней", "5 месяцев нет")]
    [InlineData(21, "через 21 день", "21 месяц нет")]
    public void Numbers_are_inflected_in_russian(int number, params string[] expected)
    {
        var notice = Notice(Rules(new PrivacyOptions { MessageDays = number, InactiveMonths = number }), Language.Russian);

        Assert.All(expected, words => Assert.Contains(words, notice, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_kept_for_ever_is_said_to_be()
    {
        var notice = Notice(Rules(new PrivacyOptions { MessageDays = 0, InactiveMonths = 0 }), Language.English);

        Assert.Contains("Messages stay until", notice, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\d", notice);
        Assert.DoesNotContain("write to you once", notice, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_model_none_is_named_and_nothing_unknown_is_claimed()
    {
        var notice = Notice(Rules(new PrivacyOptions()), Language.English);

        Assert.Contains("no language model", notice, StringComparison.Ordinal);
        Assert.DoesNotContain("encrypted", notice, StringComparison.Ordinal);
    }

    [Fact]
    public void In_the_terminal_nothing_leaves_the_machine_and_telegram_has_no_part()
    {
        var notice = Notice(Rules(new PrivacyOptions()), Language.English, "terminal");

        Assert.Contains("leaves this machine", notice, StringComparison.Ordinal);
        Assert.DoesNotContain("Telegram", notice, StringComparison.Ordinal);
        Assert.DoesNotContain("leaves this machine", Notice(Rules(new PrivacyOptions(), "llm.example.org"), Language.English, "terminal"), StringComparison.Ordinal);
    }

    static Rulebook Rules(PrivacyOptions privacy, string? modelHost = null) => new(Sizer.Default, modelHost, null) { Privacy = privacy };

    static string Notice(Rulebook rules, Language language, string channel = "telegram") => string.Join('\n', Assert.IsType<Decision.Finish>(ConversationFlow.Advance(
        new Chat { Id = new(channel, "x"), Language = language, IsKnown = true }, new ChatEvent.TextWritten("/privacy"), rules, Instant.FromUtc(2026, 3, 2, 9, 0)))
        .Replies.Select(reply => reply.Words()));
}
