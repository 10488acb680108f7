using MicroWins.Rules.Sizing;

namespace MicroWins.Rules.Tests.Sizing;

/// <summary>Shrunk texts as a person reads them.</summary>
public class ShrinkingTests
{
    static readonly Sizer Sizer = Sizer.Default;

    [Theory]
    [InlineData("Draw 12 tiny boxes", 2, "Draw one tiny box")]
    [InlineData("Read 400 pages", 5, "Read one page")]
    [InlineData("Read 400 pages", 2, "Read the first paragraph")]
    [InlineData("fix resume", 10, "Fix resume: open the file and improve one line")]
    [InlineData("clean: bathroom, kitchen", 10, "Clean bathroom: wipe the sink")]
    [InlineData("Essay: write the intro and the first body section", 10, "Essay: write the first sentence of the intro")]
    [InlineData("write cover letter and tailor resume", 10, "Write the first sentence of the cover letter")]
    [InlineData("Unpack the rest of the moving boxes", 10, "Unpack the rest of the moving boxes: put away five things")]
    [InlineData("read the whole 46 page rulebook", 10, "Read the 46 page rulebook for 10 minutes")]
    [InlineData("Watch the 90 minute lecture", 10, "Watch the 90 minute lecture for 10 minutes")]
    [InlineData("taxes - gather forms and call the accountant", 10, "Taxes, gather forms: find one of the papers you need and put it on the table")]
    [InlineData("build and train a classifier on our images", 10, "Build a classifier on our images: write down what you need for it")]
    [InlineData("пробежать 7 км", 10, "Пробежать 7 км: приготовить форму и кроссовки")]
    [InlineData("7 km laufen", 10, "10 Minuten lang laufen")]
    [InlineData("写一篇2000字的读后感", 10, "写一篇2000字的读后感：写一句话")]
    [InlineData("Write for 10 minutes about it, deleting nothing", 2, "Write for 2 minutes about it, deleting nothing")]
    [InlineData("Написать отчёт", 2, "Написать отчёт: записать первый маленький шаг")]
    [InlineData("clean the garage (5 min)", 10, "Clean the garage: take out five things and decide where each one goes")]
    [InlineData("quick 5 min: clean the garage", 10, "Clean the garage: take out five things and decide where each one goes")]
    [InlineData("write cover letter, shouldn't take 10 min", 10, "Write the first sentence of the cover letter")]
    [InlineData("2-min job: assemble the crib", 10, "Assemble the crib: lay out the parts")]
    [InlineData("убрать всю квартиру, займёт 5 минут", 10, "Убрать всю квартиру: убрать на место пять вещей")]
    [InlineData("ask three professors for recommendation letters", 10, "ask 2 professors for recommendation letters")]
    [InlineData("print and bind thesis", 10, "Print thesis")]
    public void The_first_step_reads_well(string text, double target, string first) =>
        Assert.Equal(first, Sizer.Shrink(new(text), target).First.Text);

    [Theory]
    [InlineData("Finish my thesis")]
    [InlineData("taxes")]
    [InlineData("Buy milk")]
    [InlineData("Aprender inglés")]
    [InlineData("写毕业论文")]
    public void A_guess_is_repeated_at_most_five_times(string text)
    {
        var shrunk = Sizer.Shrink(new(text));
        Assert.All(shrunk.Rest, r => Assert.InRange(r.Times, 1, 5));
        Assert.True(shrunk.OpenEnded);
    }

    [Fact]
    public void Counted_work_is_planned_to_the_last_unit()
    {
        var shrunk = Sizer.Shrink(new("Read 400 pages"));
        Assert.False(shrunk.OpenEnded);
        Assert.Equal(["Read 3 more pages", "Read one more page"], shrunk.Rest.Select(r => r.Goal.Text));
        Assert.Equal(132, shrunk.Rest[0].Times);
    }

    [Theory]
    [InlineData("Read two pages, pencil in hand")]
    [InlineData("Essaie une question d'annales, cours ouvert.")]
    [InlineData("Write to one teacher, three lines: \"I am torn between these two.\"")]
    [InlineData("On day 3, take one breath and mark the day. One counts.")]
    [InlineData("Dial the number of your bank, read out your sentence, and stay on for 10 minutes at most.")]
    [InlineData("Geh deine drei Karten laut durch.")]
    [InlineData("Buy milk: look up where to take it and when they open.")]
    public void What_is_only_said_about_a_step_is_no_further_work(string text)
    {
        Assert.Empty(Sizer.Shrink(new(text)).Rest);
        Assert.Equal(text, Sizer.Shrink(new(text)).First.Text);
    }

    [Theory]
    [InlineData("Reread the book: study all the chapters")]
    [InlineData("Read two pages, then clean the house")]
    [InlineData("House: paint the guest room")]
    [InlineData("Write two lines. Finish the essay.")]
    [InlineData("Keller: den ganzen Boden putzen")]
    public void What_is_big_behind_a_mark_stays_big(string text) => Assert.Equal(Verdict.TooBig, Sizer.Size(new(text)).Verdict);

    [Theory]
    [InlineData("Open the document")]
    [InlineData("Öffne das Dokument")]
    [InlineData("Apri il documento")]
    [InlineData("Открой документ")]
    public void Opening_something_is_as_small_as_it_gets(string text)
    {
        var smaller = Sizer.Smaller(new(text));
        Assert.True(smaller.AtFloor);
        Assert.Equal(text, smaller.First.Text);
    }

    [Theory]
    [InlineData("Read two pages", 2, "Read one page", "Read one more page")]
    [InlineData("Read 3 more pages", 5, "Read 2 more pages")]
    [InlineData("Leer 3 páginas más", 5, "Leer 2 páginas más")]
    [InlineData("Read one page", 2, "Read one page")]
    [InlineData("Noch 20 Seiten lesen", 10, "Noch 3 Seiten lesen", "Noch 2 Seiten lesen")]
    [InlineData("do the dishes and the laundry", 10, "Keep at it for 10 minutes: Do the dishes", "Do the laundry: put together one load", "Keep at it for 10 minutes: Do the laundry")]
    [InlineData("push the release and monitor it", 10, "Push the release for 10 minutes", "Monitor it: write down the first small step", "Keep at it for 10 minutes: Monitor it")]
    [InlineData("Widerspruch schreiben", 10, "10 Minuten lang Widerspruch schreiben")]
    [InlineData("Drei Kapitel zusammenfassen", 10, "10 Minuten lang drei Kapitel zusammenfassen")]
    [InlineData("Preparare la presentazione di lunedì", 10, "Preparare la presentazione di lunedì per 10 minuti")]
    [InlineData("write report, 10 pages", 10, "Write report for 10 minutes")]
    [InlineData("Passare l'aspirapolvere in tutta la casa", 10, "Passare l'aspirapolvere in tutta la casa per 10 minuti")]
    public void What_is_left_reads_well(string text, double target, params string[] rest) => Assert.Equal(rest, Sizer.Shrink(new(text), target).Rest.Select(r => r.Goal.Text));

    [Fact]
    public void A_planned_step_is_counted_as_the_language_counts()
    {
        var goal = Sizer.Shrink(new("читать 2 страницы")).First;
        Assert.Equal(["читать 2 страницы (3 раза)", "читать 2 страницы (5 раз)"], new[] { 3, 5 }.Select(times => Sizer.InWords(new(goal, times), Language.Russian)));
    }

    [Theory]
    [InlineData("new driver's license photo", Verdict.TooBig)]
    [InlineData("photo of the meter", Verdict.Perfect)]
    [InlineData("keys on hook", Verdict.Perfect)]
    [InlineData("replace toilet flapper", Verdict.TooBig)]
    [InlineData("replace the bulb", Verdict.Good)]
    [InlineData("get stamps", Verdict.TooBig)]
    [InlineData("HOA dues dispute", Verdict.TooBig)]
    [InlineData("label every jar", Verdict.TooBig)]
    [InlineData("label one jar", Verdict.Perfect)]
    [InlineData("sort receipts", Verdict.TooBig)]
    [InlineData("整理发票", Verdict.TooBig)]
    [InlineData("move piano", Verdict.TooBig)]
    [InlineData("move the chair", Verdict.Good)]
    [InlineData("add pagination", Verdict.TooBig)]
    [InlineData("add Tim to the channel", Verdict.Good)]
    [InlineData("change my name on everything", Verdict.TooBig)]
    [InlineData("remboursement du vol annulé", Verdict.TooBig)]
    [InlineData("fold everything in the dryer", Verdict.TooBig)]
    [InlineData("dry-clean the drapes", Verdict.TooBig)]
    [InlineData("sharpen saw", Verdict.TooBig)]
    [InlineData("email Kim the dates", Verdict.Good)]
    [InlineData("milk on list", Verdict.Good)]
    [InlineData("set timer", Verdict.Perfect)]
    [InlineData("10k steps", Verdict.TooBig)]
    [InlineData("25 focused minutes on the essay", Verdict.TooBig)]
    [InlineData("read pp. 112-160", Verdict.TooBig)]
    [InlineData("Write one sentence per slide for 20 slides", Verdict.TooBig)]
    [InlineData("Veja a hora mais vazia da academia e anote.", Verdict.Good)]
    public void Small_needs_evidence(string text, Verdict verdict) => Assert.Equal(verdict, Sizer.Size(new(text)).Verdict);

    [Fact]
    public void What_no_thing_is_found_in_gets_smaller_all_the_same() =>
        Assert.NotEmpty(Sizer.Smaller(new("Newsletter von Zalando abbestellen: Write three points you could make in your letter, five words each.", Language.Russian, 69.8)).First.Text);

    [Fact]
    public void A_text_that_ends_in_marks_is_shrunk_like_any_other() =>
        Assert.NotEmpty(Sizer.Shrink(new(@">;&+~k9(L;Hqov7x|NDBX`cL6SaDA+^uQ->%%6eoIbQR+(SzdV\SW${Od^HK&/D?/j6ZNA+v@okYz^</g5OQipSEg2|c,,tB_HTL;BL8Qa3L}eH,U;ATu);&7j:_1pq[,yMr^O\40.;Z0:#P0@S3", Language.Spanish), 7.75).First.Text);

    [Theory]
    [InlineData("Write the essay introduction", "Write the first sentence of the essay introduction", "Open the document")]
    [InlineData("Learn 40 words", "Learn 5 words", "Learn 2 words", "Learn one word", "Open your notes")]
    [InlineData("Put five pieces of rubbish into a bag", "Put 2 pieces of rubbish into a bag", "Put one piece of rubbish into a bag", "Pick up one thing")]
    [InlineData("Do 10 squats", "Do 5 squats", "Do one squat", "Put your shoes by the door")]
    [InlineData("Do 3 push-ups", "Do one push-up")]
    [InlineData("Text two friends", "Text one friend")]
    [InlineData("Drink two glasses of water", "Drink one glass of water")]
    [InlineData("Learn 2 kanji", "Learn one kanji")]
    [InlineData("Faire 10 pompes", "Faire 5 pompes", "Faire 1 pompe", "Poser les baskets près de la porte")]
    [InlineData("做10个俯卧撑", "做5个俯卧撑", "做1个俯卧撑", "把运动鞋放在门口")]
    [InlineData("fix squeaky stairs: take a look and write down what has to be done", "Take out pen and paper")]
    [InlineData("读50页", "读3页", "读1页", "读第一段", "读第一句话", "翻开书")]
    public void Every_rung_of_the_ladder_reads_well(string text, params string[] rungs)
    {
        foreach (var rung in rungs) Assert.Equal(rung, text = Sizer.Smaller(new(text)).First.Text);
    }
}
