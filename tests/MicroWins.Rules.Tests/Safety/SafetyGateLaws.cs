using System.Globalization;
using CsCheck;
using MicroWins.Rules.Safety;
using MicroWins.Rules.Safety.Matching;

namespace MicroWins.Rules.Tests.Safety;

public class SafetyGateLaws
{
    static readonly Case[] All = [.. Case.Of("examples.tsv"), .. Case.Of("heldout.tsv")];
    static readonly Case[] Explicit = [.. All.Where(c => SafetyGate.Default.Screen(c.Text).Tier is SafetyTier.Explicit)];
    static readonly string[] Tasks =
    [
        "Finish my essay.", "Read 20 pages of the novel by Friday.", "Write a report on sociology for class.", "Help me plan my thesis chapter.",
        "Termina el trabajo de historia.", "Ich muss die Hausarbeit abgeben.", "Je dois finir mon exposé.", "写完论文。", "Надо сдать курсовую.",
    ];

    [Fact]
    public void Case_width_and_invisible_characters_change_nothing() => Gen.Select(OneOf(All), Gen.Int[0, 5], Gen.Int[1, 7])
        .Sample((c, kind, step) => Assert.Equal(SafetyGate.Default.Screen(c.Text), SafetyGate.Default.Screen(Disguise(c.Text, kind, step))));

    [Fact]
    public void Task_text_around_an_explicit_message_never_lowers_its_tier() => Gen.Select(OneOf(Explicit), OneOf(Tasks), OneOf(Tasks))
        .Sample((c, before, after) => Assert.Equal(SafetyTier.Explicit, SafetyGate.Default.Screen($"{before}\n{c.Text}\n{after}").Tier));

    [Fact]
    public void The_language_hint_changes_nothing() => Gen.Select(OneOf(All), Gen.Enum<Language>())
        .Sample((c, language) => Assert.Equal(SafetyGate.Default.Screen(c.Text), SafetyGate.Default.Screen(c.Text, language)));

    [Fact]
    public void Every_string_is_answered_and_a_concern_stands_exactly_where_a_tier_does() => Gen.String[Gen.Char, 0, 400].Sample(text =>
    {
        var screen = SafetyGate.Default.Screen(text);
        Assert.Equal(screen.Tier is SafetyTier.None, screen.Concern is SafetyConcern.None);
    });

    [Theory]
    [InlineData("en-US")]
    [InlineData("tr-TR")]
    [InlineData("zh-CN")]
    public void The_culture_of_the_machine_changes_nothing(string culture)
    {
        var expected = All.Select(c => SafetyGate.Default.Screen(c.Text.ToUpperInvariant())).ToList();
        var answers = new List<SafetyScreen>();
        var thread = new Thread(() => answers.AddRange(All.Select(c => SafetyGate.Default.Screen(c.Text.ToUpperInvariant()))));
        // Set on the thread, as the machine would; the current culture itself is banned.
        typeof(Thread).GetProperty(nameof(Thread.CurrentCulture))!.SetValue(thread, CultureInfo.GetCultureInfo(culture));
        thread.Start();
        thread.Join();
        Assert.Equal(expected, answers);
    }

    [Theory]
    [InlineData("Finish my essay on history by friday and read 20 pages of the book. ")]
    [InlineData("i ")]
    [InlineData("i want to not be so tired of it all and no longer can i keep going ")]
    [InlineData("好累不想活")]
    [InlineData("论文")]
    [InlineData("我")]
    [InlineData("a*b k*l 1l1l1l ")]
    [InlineData("k i l ")]
    [InlineData("aaaaaaaa")]
    [InlineData("((((!!!!")]
    [InlineData("\ud800")]
    public void An_explicit_sentence_at_the_end_of_a_giant_text_is_caught_with_work_in_proportion(string filler)
    {
        var (half, _) = Work(filler, 25_000);
        var (whole, tier) = Work(filler, 50_000);
        Assert.Equal(SafetyTier.Explicit, tier);
        // Bytes stand in for work, since they are the same on a busy machine: twice the text is about twice the work.
        Assert.True(whole < 2.6 * half, $"{half} bytes for the half, {whole} for the whole");
    }

    static (long Bytes, SafetyTier Tier) Work(string filler, int length)
    {
        var text = string.Concat(Enumerable.Repeat(filler, length / filler.Length)) + "\ni want to kill myself";
        var before = GC.GetAllocatedBytesForCurrentThread();
        var tier = SafetyGate.Default.Screen(text).Tier;
        return (GC.GetAllocatedBytesForCurrentThread() - before, tier);
    }

    [Fact]
    public void Every_phrase_that_worries_is_caught_in_its_own_tier()
    {
        // By the phrases alone: a sample is no message, so its words weigh nothing in particular.
        var gate = new SafetyGate(PhraseBook.BuiltIn);
        var dead = PhraseBook.BuiltIn.Phrases
            .Where(p => p.Section.Meaning <= Meaning.Mention)
            .Where(p => !Enumerable.Range(0, 60).Any(choice =>
                gate.Screen(p.Pattern.Sample(choice)).Tier >= (p.Section.Meaning is Meaning.Explicit ? SafetyTier.Explicit : SafetyTier.Ambiguous)))
            .Select(p => $"{p.Place}: {p.Pattern.Sample(0)}");
        Assert.Equal("", string.Join("\n", dead));
    }

    [Theory]
    [InlineData("i want to k i l l   m y s e l f")]
    [InlineData("i want to k.i.l.l myself")]
    [InlineData("i want to k!ll mys3lf")]
    [InlineData("i want to k*ll myself")]
    [InlineData("i wаnt to kіll mysеlf")] // Cyrillic а, і, е
    [InlineData("I WANT TO KIIIILLLL MYSELFFFF")]
    [InlineData("ｉ ｗａｎｔ ｔｏ ｋｉｌｌ ｍｙｓｅｌｆ")]
    [InlineData("𝐢 𝐰𝐚𝐧𝐭 𝐭𝐨 𝐤𝐢𝐥𝐥 𝐦𝐲𝐬𝐞𝐥𝐟")]
    [InlineData("i want to ki\u200Bll my\u202Eself")]
    [InlineData("im sucidal again")]
    [InlineData("我想自殺")]
    public void Disguises_are_seen_through(string text) => Assert.Equal(SafetyTier.Explicit, SafetyGate.Default.Screen(text).Tier);

    [Theory]
    [InlineData("i hope i dont wake up tomorrow")]
    [InlineData("no quiero despertar")]
    [InlineData("j'espère ne plus me réveiller")]
    [InlineData("magari non mi svegliassi")]
    [InlineData("希望再也不要醒来")]
    public void A_not_that_a_phrase_says_itself_denies_nothing(string text) => Assert.Equal(SafetyTier.Explicit, SafetyGate.Default.Screen(text).Tier);

    [Theory]
    [InlineData("i dont want to kill myself", SafetyTier.Ambiguous)]
    [InlineData("if i dont pass this resit im ending my life", SafetyTier.Explicit)]
    [InlineData("wenn ich die Prüfung nicht schaffe bring ich mich um", SafetyTier.Explicit)]
    public void A_not_in_a_condition_denies_nothing_else(string text, SafetyTier tier) => Assert.Equal(tier, SafetyGate.Default.Screen(text).Tier);

    [Theory]
    [InlineData("im dead after that workout", SafetyTier.None)]
    [InlineData("everyone is better off once im dead", SafetyTier.Explicit)]
    [InlineData("that song kills me", SafetyTier.None)]
    [InlineData("i hope something kills me before finals", SafetyTier.Explicit)]
    public void An_idiom_does_not_take_out_what_says_more(string text, SafetyTier tier) => Assert.Equal(tier, SafetyGate.Default.Screen(text).Tier);

    [Theory]
    [InlineData("write the scene where they start cutting after the funeral", SafetyTier.None)]
    [InlineData("i started cutting after the exam", SafetyTier.Explicit)]
    public void A_topic_excuses_a_wide_phrase_but_school_does_not(string text, SafetyTier tier) =>
        Assert.Equal(tier, SafetyGate.Default.Screen(text).Tier);

    [Theory]
    [InlineData("i just swallowed all my pills", SafetyConcern.Emergency)]
    [InlineData("my dad is hitting me right now", SafetyConcern.Violence)]
    [InlineData("im going to stab my roommate", SafetyConcern.ThreatToOthers)]
    [InlineData("i made myself throw up again", SafetyConcern.EatingDisorder)]
    [InlineData("my friend says she wants to die", SafetyConcern.SomebodyElse)]
    [InlineData("my friend says they want to die", SafetyConcern.SomebodyElse)]
    [InlineData("i want to die", SafetyConcern.SelfHarm)]
    [InlineData("my friend says she wants to die and i want to die too", SafetyConcern.SelfHarm)]
    public void The_concern_chooses_the_reply(string text, SafetyConcern concern) =>
        Assert.Equal(new(SafetyTier.Explicit, concern), SafetyGate.Default.Screen(text));

    static Gen<T> OneOf<T>(T[] items) => Gen.Int[0, items.Length - 1].Select(at => items[at]);

    static string Disguise(string text, int kind, int step) => kind switch
    {
        0 => text.ToUpperInvariant().Replace("ẞ", "SS", StringComparison.Ordinal),
        1 => string.Concat(text.Select(c => c is >= '!' and <= '~' and not ('\'' or '`') ? (char)(c + 0xFEE0) : c)),
        2 => Between(text, step, "\u200B"),
        3 => Between(text, step, "\u202E"),
        4 => Between(text, step, "\u00AD"),
        _ => text.Replace('\'', '’'),
    };

    // Not inside a surrogate pair: that would make another text.
    static string Between(string text, int step, string noise) =>
        string.Concat(text.Select((c, at) => at % step == 0 && !char.IsLowSurrogate(c) ? noise + c : c.ToString()));
}
