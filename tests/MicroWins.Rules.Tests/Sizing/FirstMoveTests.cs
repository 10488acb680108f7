using MicroWins.Rules.Sizing;

namespace MicroWins.Rules.Tests.Sizing;

/// <summary>What a person is told to do first where no amount can be cut from the work.</summary>
public class FirstMoveTests
{
    static readonly Sizer Sizer = Sizer.Default;

    [Theory]
    // tidying and cleaning
    [InlineData("Clean the whole house", "Clean the whole house: put away five things")]
    [InlineData("clean kitchen", "Clean kitchen: wipe one surface")]
    [InlineData("Organize the garage", "Organize the garage: take out five things and decide where each one goes")]
    [InlineData("clean out the fridge", "Clean out the fridge: clear one shelf")]
    [InlineData("do the laundry", "Do the laundry: put together one load")]
    [InlineData("Wash all the dishes", "Wash all the dishes: wash five things")]
    [InlineData("Watch the lecture recording from Tuesday", "Watch the lecture recording from Tuesday for 10 minutes")]
    [InlineData("Finish the scarf", "Finish the scarf: write down the next step")]
    [InlineData("Kids' swim lesson", "Kids' swim lesson: check the time and the place")]
    [InlineData("Archive yesterday's newsletters", "Archive yesterday's newsletters: start with the first one")]
    [InlineData("Unsubscribe from the J.Crew newsletter", "Unsubscribe from the J.Crew newsletter")]
    [InlineData("clean every window", "Clean one window")]
    // writing
    [InlineData("write eulogy", "Write the first sentence of the eulogy")]
    [InlineData("thesis chapter 2", "Thesis chapter 2: write one sentence")]
    [InlineData("update my CV", "Update my CV: open the file and improve one line")]
    [InlineData("thank you notes", "Thank you notes: write down the first three names")]
    [InlineData("Finish the slides", "Finish the slides: write the title of the first slide")]
    // reading and learning
    [InlineData("Finish reading at least one book", "Read the first page of a book")]
    [InlineData("Study for the bar exam", "Study for the bar exam: open your notes or the book and read one page")]
    [InlineData("Study Spanish", "Study Spanish for 10 minutes")]
    [InlineData("Learn French", "Learn French: learn three words")]
    [InlineData("learn how to knit", "Learn how to knit: find one lesson for beginners and save it")]
    [InlineData("Complete problem sets 4 and 5", "Complete problem sets 4 and 5: read the first problem and write down what it asks for")]
    [InlineData("Memorize the poem", "Memorize the poem: read the first two lines out loud")]
    [InlineData("Watch the recorded seminar for class", "Watch the recorded seminar for class: watch the first five minutes")]
    // finding out, deciding
    [InlineData("Compare phone plans", "Compare phone plans: write down two options")]
    [InlineData("find a new apartment", "Find a new apartment: write down two places to look or people to ask")]
    [InlineData("Get a job", "Get a job: open a job site and save one ad")]
    // building and mending
    [InlineData("fix leaky faucet", "Fix leaky faucet: take a look and write down what has to be done")]
    [InlineData("Assemble the bookcase", "Assemble the bookcase: lay out the parts")]
    [InlineData("replace toilet", "Replace toilet: lay out the tools")]
    [InlineData("Paint the fence", "Paint the fence: put out what you need for it")]
    [InlineData("mow the lawn", "Mow the lawn: take out the mower")]
    // errands and appointments
    [InlineData("buy stamps", "Buy stamps: choose the shop and put your bag by the door")]
    [InlineData("Grocery store", "Grocery store: write down the first three things to buy")]
    [InlineData("go to post office", "Go to post office: look up the opening hours")]
    [InlineData("Return library books", "Return library books: put what you need for it by the door")]
    [InlineData("dentist 3pm thurs", "Dentist 3pm thurs: check the time and the place")]
    [InlineData("Oil change", "Oil change: find the number or the booking page")]
    [InlineData("meet Sara for lunch", "Meet Sara for lunch: check the time and the place")]
    [InlineData("Attend the staff meeting", "Attend the staff meeting: write down one question you want to ask")]
    // forms and money
    [InlineData("Apply for citizenship", "Apply for citizenship: open the form and fill in your name")]
    [InlineData("renew passport", "Renew passport: look up which papers you need")]
    [InlineData("Do taxes", "Do taxes: find one of the papers you need and put it on the table")]
    [InlineData("Create budget", "Create budget: write down one income and one expense")]
    [InlineData("save $5000", "Save $5000: write down the first amount you can put aside")]
    [InlineData("sell couch", "Sell couch: write the first line of the ad")]
    // code
    [InlineData("Add dark mode", "Add dark mode: open the project and write down the first change")]
    [InlineData("debug login issue", "Debug login issue: write down when the problem shows up")]
    // body, music, pictures
    [InlineData("Do a workout", "Do a workout: put out your shoes and sports clothes")]
    [InlineData("Sleep eight hours", "Sleep eight hours: put the phone out of reach")]
    [InlineData("Record podcast", "Record podcast: make a test recording of ten seconds")]
    [InlineData("Draw a detailed portrait of my sister", "Draw a detailed portrait of my sister: draw the first line")]
    // what only its kind is known of
    [InlineData("cut Jake's hair", "Cut Jake's hair: put out what you need for it")]
    [InlineData("kitchen pullouts", "Kitchen pullouts: write down what you need for it")]
    [InlineData("Close old bank account", "Close old bank account: open the page and read what it asks for")]
    [InlineData("rename 300 scans", "Rename 300 scans: start with the first one")]
    [InlineData("order school supplies", "Order school supplies: open the shop page and put one thing in the basket")]
    [InlineData("teach Ollie to tie shoes", "Teach Ollie to tie shoes: write down the first thing to show")]
    [InlineData("change winter tires", "Change winter tires: find the number or the booking page")]
    [InlineData("file expense report", "File expense report: take out one receipt and write down the amount")]
    [InlineData("watch 2 lectures", "Watch 2 lectures: watch the first five minutes")]
    [InlineData("prep garden for winter", "Prep garden for winter: put on your gloves and do one corner")]
    [InlineData("swim 1 km", "Swim for 10 minutes")]
    // cooking, parties, journeys
    [InlineData("Go to the party", "Go to the party: check the time and the place")]
    [InlineData("Neighborhood block party", "Neighborhood block party: write down the first three guests")]
    [InlineData("Cook dinner", "Cook dinner: put the ingredients on the counter")]
    [InlineData("plan meals for April", "Plan meals for April: write down one meal")]
    [InlineData("plan birthday party", "Plan birthday party: write down the first three guests")]
    [InlineData("mom's bday gift", "Mom's bday gift: write down one thing they would like")]
    [InlineData("pack for Denver", "Pack for Denver: put the first three things on the bed")]
    [InlineData("plan trip to portugal", "Plan trip to portugal: write down the dates")]
    // what nothing more is known of but its kind, and not even that
    [InlineData("split the peonies", "Split the peonies: put out what you need for it")]
    [InlineData("kiln godparents", "Kiln godparents: write down the first small step")]
    public void A_too_big_text_begins_with_a_move_of_its_kind(string text, string first) => Assert.Equal(first, Sizer.Shrink(new(text, Language.English)).First.Text);

    [Theory]
    [InlineData(Language.German, "Hochzeit planen", "Hochzeit planen: die ersten drei Gäste aufschreiben")]
    [InlineData(Language.German, "Alle unregelmäßigen Verben lernen", "Alle unregelmäßigen Verben lernen: die Notizen öffnen und eine Seite lesen")]
    [InlineData(Language.German, "Laufen gehen", "10 Minuten lang laufen gehen")]
    [InlineData(Language.Spanish, "Escribir todo el ensayo", "Escribir la primera frase del ensayo")]
    [InlineData(Language.Spanish, "Ir al dentista", "Ir al dentista: mirar la hora y el lugar")]
    [InlineData(Language.French, "Lire les chapitres 3 à 5", "Lire la première page du chapitre 3")]
    [InlineData(Language.French, "Faire ma valise", "Faire ma valise : poser les trois premières choses sur le lit")]
    [InlineData(Language.Italian, "Leggere i capitoli 2 e 3", "Leggere la prima pagina del capitolo 2")]
    [InlineData(Language.Italian, "Fare una torta", "Fare una torta: mettere gli ingredienti sul piano di lavoro")]
    [InlineData(Language.Portuguese, "Escrever o trabalho inteiro", "Escrever a primeira frase do trabalho")]
    [InlineData(Language.Portuguese, "Montar o berço", "Montar o berço: separar as peças")]
    [InlineData(Language.German, "Wohnung besichtigen", "Wohnung besichtigen: eine Frage dafür aufschreiben")]
    [InlineData(Language.French, "Faire les exos 14 à 26", "Faire les exos 14 à 26 : lire le premier exercice et noter ce qui est demandé")]
    [InlineData(Language.Spanish, "Hacer una lista de todo lo que hay que llevar", "Hacer una lista de todo lo que hay que llevar: anotar el primer punto")]
    [InlineData(Language.Chinese, "接孩子", "接孩子：确认时间和地点")]
    [InlineData(Language.Russian, "Помыть окна", "Помыть окна: вымыть одно окно")]
    [InlineData(Language.Russian, "Прочитать главы 3-5", "Прочитать главу 3: открыть и прочитать первую страницу")]
    [InlineData(Language.Chinese, "写毕业论文", "写毕业论文的第一句话")]
    [InlineData(Language.Chinese, "跑五公里", "跑五公里：拿出运动服和运动鞋")]
    public void Every_language_says_it_in_its_own_grammar(Language language, string text, string first) => Assert.Equal(first, Sizer.Shrink(new(text, language)).First.Text);

    [Theory]
    [InlineData("Sit down and write a letter to your future self", "Write the first sentence of a letter to your future self")]
    [InlineData("Print, sign and mail the tax forms", "Print tax forms")]
    [InlineData("Solve exercises 12-24", "Solve exercise 12")]
    [InlineData("300 situps", "10 situps")]
    [InlineData("Read everything about it", "Read everything about it for 10 minutes")]
    [InlineData("study for an hour at most", "study for 10 minutes at most")]
    public void No_piece_is_cut_out_that_makes_no_sense_alone(string text, string first) => Assert.Equal(first, Sizer.Shrink(new(text, Language.English)).First.Text);

    [Theory]
    [InlineData("Write for 10 minutes", 2, "Write for 2 minutes", "Write for 8 minutes")]
    [InlineData("Practise piano for 25 minutes", 10, "Practise piano for 10 minutes", "Practise piano for 10 minutes", "Practise piano for 5 minutes")]
    public void A_time_is_cut_into_what_adds_up_to_it(string text, double target, string first, params string[] rest)
    {
        var shrunk = Sizer.Shrink(new(text), target);
        Assert.Equal([first, .. rest], [shrunk.First.Text, .. shrunk.Rest.SelectMany(r => Enumerable.Repeat(r.Goal.Text, r.Times))]);
    }

    [Fact]
    public void What_follows_a_move_is_the_work_itself() =>
        Assert.Equal("Clean the kitchen for 10 minutes", Sizer.Shrink(new("Clean the kitchen")).Rest[0].Goal.Text);

    [Fact]
    public void A_move_still_too_big_goes_to_the_smallest_one()
    {
        var smaller = Sizer.Smaller(new("Clean the kitchen: wipe one surface"));
        Assert.Equal("Take out one cloth", smaller.First.Text);
        Assert.True(smaller.AtFloor);
    }

    [Fact]
    public void The_plain_stretch_of_time_is_rare()
    {
        var shrunk = Cases.All.Where(c => c is { Language: Language.English, Label: "too_big" }).Select(c => Sizer.Shrink(c.Question).First.Text).ToList();
        Assert.InRange(shrunk.Count(text => text.Contains("on this:", StringComparison.Ordinal)), 0, shrunk.Count / 100);
    }

    [Theory]
    [InlineData("move walk 1 2 3 times=4", null)]
    [InlineData("when fly verb=walk", "fly")]
    [InlineData("when go verb=fly", "\"fly\" is not in Concepts.txt")]
    public void A_rule_that_names_what_is_not_known_is_refused(string line, string? reason)
    {
        string[] lines = ["verb walk Exercise open 5 60", "move go 1 2", line];
        if (reason is null) Concepts.Read("m.txt", lines);
        else Assert.Contains(reason, Assert.Throws<LexiconException>(() => Concepts.Read("m.txt", lines)).Message, StringComparison.Ordinal);
    }
}
