using System.Globalization;
using System.Text;
using CsCheck;

namespace MicroWins.Rules.Tests;

public sealed class VisibleMarksTests
{
    [Theory]
    [InlineData("es\u202Esay\u202C", "essay")]
    [InlineData("\u202A\u202B\u202Dessay\u2066\u2067\u2068\u2069", "essay")]
    [InlineData("e\u200Bs\u200Cs\u200Da\u2060y\uFEFF", "essay")]
    [InlineData("es\u00ADsay", "essay")]
    [InlineData("ess\u200Eay\u200F", "essay")]
    [InlineData("\u3164\uFFA0\u115Fessay", "essay")]
    [InlineData("essay\U000E0068\U000E0069\U000E007F", "essay")]
    [InlineData("\U000E0001essay", "essay")]
    [InlineData("🙂\u200D\u200D\u200D", "🙂")]
    [InlineData("до\u200Bклад", "доклад")]
    [InlineData("论\u200B文", "论文")]
    public void What_nobody_sees_goes(string typed, string seen) => Assert.Equal(seen, VisibleMarks.Clean(typed));

    [Theory]
    [InlineData("👨‍👩‍👧‍👦 👩🏽‍⚕️ ❤️‍🔥 🏳️‍🌈 🏴‍☠️ 🙂‍↔️ 🧑‍🤝‍🧑 👁️‍🗨️")]
    [InlineData("🇩🇪 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🏴󠁧󠁢󠁥󠁮󠁧󠁿 1️⃣ #️⃣ ☕︎")]
    [InlineData("مقاله‌ام را می‌نویسم")] // Persian: "I am writing my essay", with its non-joiners
    [InlineData("أكتبُ مقالتي، بِسْمِ")] // Arabic with vowels
    [InlineData("בְּרֵאשִׁ֖ית בָּרָ֣א")] // Hebrew with vowels and cantillation
    [InlineData("הגשה (C++)\u200F מחר")] // Hebrew with a mark of direction
    [InlineData("क्‍ष और क्‌ष, ज्ञानेंद्र")] // Hindi with joiners of both kinds
    [InlineData("ශ්‍රී ලංකා")] // Sinhala
    [InlineData("བསྒྲུབས་པ")] // Tibetan
    [InlineData("ผู้ใหญ่ที่นี่")] // Thai
    [InlineData("Tiê\u0301ng Vie\u0323\u0302t, cafe\u0301, ёлка, й")]
    [InlineData("論文を書く ｆｕｌｌ １２")]
    public void What_writing_needs_stays(string typed) => Assert.Equal(typed, VisibleMarks.Clean(typed));

    [Fact]
    public void Towers_of_accents_lose_their_upper_floors()
    {
        var tower = string.Concat("essay".Select(letter => letter + string.Concat(Enumerable.Range(0x0300, 60).Select(accent => (char)accent))));

        var clean = VisibleMarks.Clean(tower);

        Assert.Equal("essay".Length * (1 + VisibleMarks.MostAccents), clean.Length);
        Assert.Equal("essay", string.Concat(clean.Where(c => c < 0x0300)));
    }

    [Fact]
    public void Whatever_is_typed_no_override_is_left_accents_are_few_and_cleaning_again_changes_nothing() =>
        Gen.OneOf("a", " ", "é", "e", "\u0301", "\u0323", "\u0489", "\u202E", "\u2067", "\u200B", "\u200C", "\u200D", "\u200F", "\uFE0F", "\u20E3", "👩", "🏽", "🏴", "\U000E0067", "\U000E007F", "م", "ی", "क", "्", "ש", "字", "\ud83d", "\ude00", "1")
            .Array[0, 40].Select(string.Concat)
            .Sample(text =>
            {
                var clean = VisibleMarks.Clean(text);
                Assert.DoesNotContain(clean, c => c is '\u202E' or '\u2067' or '\u200B');
                Assert.True(LongestTower(clean) <= VisibleMarks.MostAccents);
                Assert.Equal(clean, VisibleMarks.Clean(clean));
            });

    static int LongestTower(string text)
    {
        var (longest, tower) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            tower = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? tower + 1 : 0;
            longest = Math.Max(longest, tower);
        }
        return longest;
    }
}
