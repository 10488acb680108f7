using MicroWins.Coaching.Embedded;
using MicroWins.Coaching.Embedded.Knowledge;
using MicroWins.Rules;
using MicroWins.Rules.Safety;
using MicroWins.Rules.Sizing;

namespace MicroWins.Tests.Coaching.Embedded;

public sealed class OwnSentencesTests
{
    static readonly Language[] Spoken = [Language.English, Language.German, Language.Chinese];

    readonly OwnSentences _own = new(Sizer.Default);

    [Fact]
    public void What_is_remembered_is_what_the_rules_say()
    {
        foreach (var (language, text) in Some)
            foreach (var minutes in (double?[])[null, 2, 10])
                for (var time = 0; time < 2; time++)
                {
                    var question = new SizingQuestion(text, language, minutes);
                    var (fresh, known) = (Sizer.Default.Judge(question), _own.Judge(question, Limits.MicroGoalMinutes));
                    Assert.Equal((fresh.Kind, fresh.Shrunk.First, fresh.Shrunk.AtFloor), (known.Kind, known.Shrunk.First, known.Shrunk.AtFloor));
                    Assert.Equal(fresh.Shrunk.Rest, known.Shrunk.Rest);
                    Assert.Equal(UnsafeGoals.Default.Judge(text), _own.Harm(text, language));
                    var (less, knownLess) = (Sizer.Default.Smaller(question), _own.Smaller(question));
                    Assert.Equal((less.First, less.AtFloor), (knownLess.First, knownLess.AtFloor));
                    Assert.Equal(AmountInText.Find(text, language)?.UnitOfMany, _own.Amount(text, language)?.UnitOfMany);
                }
        Assert.Equal(8 * Some.Count, _own.Count);
    }

    [Fact]
    public void The_size_asked_for_and_the_minutes_claimed_are_part_of_the_question()
    {
        var text = Some[0].Text;

        Assert.True(_own.Judge(new("Write down 3 questions for the interview", Language.English, 3), 10).Shrunk.First.Effort.HighMinutes <= 10);
        foreach (var target in (double[])[Limits.StuckStepMinutes, Limits.FirstStepMinutes, Limits.MicroGoalMinutes])
            Assert.True(_own.Judge(new(text, Language.English, 5), target).Shrunk.First.Effort.HighMinutes <= target);
    }

    [Theory]
    [InlineData("Call my sister Ottilie about the funeral", 5.0)]
    [InlineData("I want to starve myself", 5.0)]
    public void Nothing_that_somebody_wrote_is_remembered(string text, double minutes)
    {
        _own.Judge(new(text, Language.English, minutes), Limits.MicroGoalMinutes);
        _own.Smaller(new(text, Language.English, minutes));
        _own.Amount(text, Language.English);

        Assert.Equal(UnsafeGoals.Default.Judge(text), _own.Harm(text, Language.English));
        Assert.Equal(0, _own.Count);
    }

    [Fact]
    public void However_many_numbers_a_model_says_with_a_sentence_few_are_remembered()
    {
        for (var number = 0; number < OwnSentences.Most + 100; number++) _own.Smaller(new(Some[0].Text, Language.English, 1 + number / 1_000.0));

        Assert.Equal(OwnSentences.Most, _own.Count);
        Assert.Equal(Sizer.Default.Smaller(new(Some[0].Text, Language.English, 300)).First, _own.Smaller(new(Some[0].Text, Language.English, 300)).First);
    }

    [Fact]
    public void A_sentence_of_the_programs_own_has_no_slot_in_it() =>
        Assert.All(KnowledgeBase.BuiltIn.All, book => Assert.All(book.Own, text => Assert.DoesNotContain('{', text)));

    static IReadOnlyList<(Language Language, string Text)> Some { get; } =
        [.. Spoken.SelectMany(language => KnowledgeBase.BuiltIn.For(language).Own.Take(40).Select(text => (language, text)))];
}
