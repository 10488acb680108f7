using MicroWins.Conversations;
using MicroWins.Messaging;
using MicroWins.Privacy;
using MicroWins.Rules;
using MicroWins.Storage;
using MicroWins.Tests.Support;

namespace MicroWins.Tests.Privacy;

/// <summary>/delete: after one question nothing is left of a person, in no table, no column and no file.</summary>
public sealed class DeletingTests
{
    const string Ann = "4711ann", Confirm = "DeleteAll.0.0.0";

    [Fact]
    public async Task Nothing_of_the_person_is_left_in_any_table_or_column()
    {
        await using var bot = new TestBot();
        await bot.LivesFully(Ann);
        await bot.Says("/delete", Ann);
        var before = await bot.RowsOf(Ann);

        var farewell = Assert.Single(await bot.Presses("Delete all", Ann));

        // Otherwise the walk would have nothing to find.
        Assert.All(before, table => Assert.True(table.Value > 0, $"{table.Key} has no row of hers"));
        Assert.Contains("all deleted", farewell.Words(), StringComparison.Ordinal);
        Assert.Empty(await bot.Database.ReadAsync(session => session.WhereIs(Ann)));
        Assert.Empty(await bot.Database.ReadAsync(session => session.WhereIs(FullLife.Word)));
        Assert.Equal(0, await bot.Database.ReadAsync(session => session.Rows()));
    }

    [Fact]
    public async Task Everybody_else_keeps_everything()
    {
        await using var bot = new TestBot();
        await bot.LivesFully("bob");
        var before = await bot.RowsOf("bob");
        await bot.Says(Some.Goal, Ann);
        await bot.Says("/delete", Ann);

        await bot.Presses("Delete all", Ann);

        Assert.Equal(before, await bot.RowsOf("bob"));
        Assert.Equal(3, (await bot.Chat("bob")).Goals.Length);
    }

    [Fact]
    public async Task Every_table_that_knows_a_chat_is_erased()
    {
        await using var bot = new TestBot();

        var tables = await bot.Database.ReadAsync(session => session.Schema().Where(table => table.Value.Contains("chat_id")).Select(table => table.Key).ToList());

        Assert.Equal(tables.Order(), Erasing.Tables.Order());
    }

    [Fact]
    public async Task Nothing_stays_in_the_files_either()
    {
        using var store = new TemporaryStore();
        await using (var bot = new TestBot(store))
        {
            await bot.LivesFully(Ann);
            await bot.Says("/delete", Ann);
            await bot.Presses("Delete all", Ann);
        }

        Assert.All(Directory.GetFiles(Path.GetDirectoryName(store.File)!), file =>
        {
            var bytes = File.ReadAllBytes(file).AsSpan();
            Assert.Equal(-1, bytes.IndexOf("quixotry"u8));
            Assert.Equal(-1, bytes.IndexOf("4711ann"u8));
        });
    }

    [Fact]
    public async Task What_waits_to_be_said_or_asked_goes_as_well()
    {
        await using var bot = new TestBot();
        await bot.LivesFully(Ann);
        await bot.Says("/delete", Ann);
        bot.Sender.Answers = (_, _) => throw new HttpRequestException();
        await Assert.ThrowsAsync<HttpRequestException>(() => bot.Says("/week", Ann));
        await bot.Inbox.StoreAsync([new("test:delete", new ChatId(TestBot.Channel, Ann), new ChatEvent.TextWritten("/delete")), new("test:confirm", new ChatId(TestBot.Channel, Ann), new ChatEvent.ButtonPressed(Confirm, null))]);
        await bot.Conversations.DrainAsync(TestBot.Channel, CancellationToken.None);

        Assert.Equal(1, await bot.Database.ReadAsync(session => session.Rows()));
        bot.Sender.Answers = (_, _) => Task.FromResult<SendOutcome>(new SendOutcome.Sent());
        bot.Sender.Forget();
        Assert.Empty(await bot.Passes(TimeSpan.FromDays(30), "nobody"));
        Assert.Contains("all deleted", Assert.Single(bot.Sender.To(Ann)).Words(), StringComparison.Ordinal);
        Assert.Equal(0, await bot.Database.ReadAsync(session => session.Rows()));
    }

    [Theory]
    [InlineData("en", "Delete", 0)]
    [InlineData("en", "delete all", 0)]
    [InlineData("de", "löschen!", 0)]
    [InlineData("en", "keep", 1)]
    [InlineData("en", "delete my essay", 1)]
    public async Task The_answer_can_be_typed_in_a_word(string language, string answer, int chats)
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal, language: language);
        await bot.Says("/delete");

        await bot.Says(answer);

        Assert.Equal(chats, await bot.Count("select count(*) from chats"));
    }

    [Theory]
    [InlineData("delete my data", "/delete")]
    [InlineData("please delete everything about me!", "/delete")]
    [InlineData("Lösche bitte meine Daten", "/delete")]
    [InlineData("удали мои данные", "/delete")]
    [InlineData("请删除我的数据", "/delete")]
    [InlineData("export my data please", "/export")]
    [InlineData("what do you know about me?", "/privacy")]
    [InlineData("¿Qué datos guardas?", "/privacy")]
    public async Task Plain_words_do_what_the_command_does(string words, string command)
    {
        await using var bot = new TestBot();
        await bot.Says("/language en");
        await bot.Says(Some.Goal);

        var byCommand = await bot.Says(command);
        await bot.Says("/cancel");
        var byWords = await bot.Says(words);

        Assert.Equal(byCommand.Select(said => said.Text.ToPlainText()), byWords.Select(said => said.Text.ToPlainText()));
    }

    [Theory]
    [InlineData("delete my facebook account")]
    [InlineData("export my data analysis and write the privacy chapter")]
    public async Task A_goal_about_data_is_a_goal(string goal)
    {
        await using var bot = new TestBot();

        await bot.Says(goal);

        Assert.Equal(1, await bot.Count("select count(*) from goals"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_farewell_that_cannot_arrive_is_given_up_and_leaves_no_row(bool isRefused)
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Says("/delete");
        bot.Sender.Answers = (_, _) => Task.FromResult<SendOutcome>(isRefused ? new SendOutcome.Refused("no") : new SendOutcome.Unreachable());

        Assert.Empty(await bot.Presses("Delete all"));

        Assert.Equal(0, await bot.Database.ReadAsync(session => session.Rows()));
    }

    [Fact]
    public async Task A_press_that_is_delivered_again_after_a_kill_erases_nothing_twice_and_leaves_no_row()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Says("/delete");
        await bot.Happens(new ChatEvent.ButtonPressed(Confirm, "17"));

        var again = await bot.Happens(new ChatEvent.ButtonPressed(Confirm, "17"));

        // The same words in place of the same message: the person sees nothing of it.
        Assert.Equal((bot.Sender.To("ann")[^2].Words(), "17"), (Assert.Single(again).Words(), again[0].Edits));
        Assert.Equal(0, await bot.Database.ReadAsync(session => session.Rows()));
    }

    public static TheoryData<ChatEvent> Traceless => new(
        new ChatEvent.ButtonPressed(Confirm, null), new ChatEvent.ButtonPressed("Done.1.1.1", "card"), new ChatEvent.ButtonPressed("KeepAll.0.0.0", "card"),
        new ChatEvent.ButtonPressed("MeanLife.0.0.0", "card"), new ChatEvent.ButtonPressed("Speak.2.0.0", "card"), new ChatEvent.ButtonPressed("junk", null),
        new ChatEvent.PersonLeft(), new ChatEvent.PersonCameBack(), new ChatEvent.ReminderDue(1, "CheckIn"), new ChatEvent.ReminderDue(0, "Daily"),
        new ChatEvent.ReminderDue(0, "Inactive"), new ChatEvent.TextWritten("/delete"), new ChatEvent.TextWritten(" Delete ALL "));

    [Theory]
    [MemberData(nameof(Traceless), DisableDiscoveryEnumeration = true)]
    public async Task Of_somebody_of_whom_nothing_is_kept_no_row_stays(ChatEvent happened)
    {
        await using var bot = new TestBot();

        var said = await bot.Happens(happened);

        Assert.Equal(happened is ChatEvent.ButtonPressed or ChatEvent.TextWritten ? 1 : 0, said.Count);
        Assert.Equal(0, await bot.Database.ReadAsync(session => session.Rows()));
    }

    [Fact]
    public async Task Whoever_presses_that_they_mean_their_life_is_answered_even_then()
    {
        await using var bot = new TestBot();

        var said = Assert.Single(await bot.Happens(new ChatEvent.ButtonPressed("MeanLife.0.0.0", null)));

        Assert.Contains("findahelpline", said.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_writes_again_begins_anew()
    {
        await using var bot = new TestBot();
        await bot.LivesFully();
        await bot.Says("/delete");
        await bot.Presses("Delete all");

        await bot.Says(Some.Goal);

        Assert.Equal([1], (await bot.Chat()).Goals.Select(goal => goal.Number));
        Assert.Equal(0, (await bot.Chat()).Kept);
    }

    [Fact]
    public async Task What_is_written_right_after_the_press_is_answered_as_the_words_of_somebody_new()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Says("/delete");
        ChatId ann = new(TestBot.Channel, "ann");

        await bot.Inbox.StoreAsync(
        [
            new("test:a", ann, new ChatEvent.ButtonPressed(Confirm, null), "en"), new("test:b", ann, new ChatEvent.TextWritten("/start"), "en"),
            // Of what is gone, and no business of somebody new.
            new("reminder:test:ann:1", ann, new ChatEvent.ReminderDue(0, "AfterQuiet")),
        ]);
        await bot.Settle();

        Assert.Contains("What is on your mind", bot.Sender.To("ann")[^1].Words(), StringComparison.Ordinal);
        Assert.Empty((await bot.Chat()).Goals);
        Assert.Equal(1, await bot.Count("select count(*) from inbox"));
    }

    [Fact]
    public async Task A_question_of_long_ago_is_asked_again()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Says("/delete");
        await bot.Passes(TimeSpan.FromMinutes(61));

        var asked = Assert.Single(await bot.Presses("Delete all"));

        Assert.Contains("Delete everything?", asked.Words(), StringComparison.Ordinal);
        Assert.Single((await bot.Chat()).Goals);
    }

    [Theory]
    [InlineData("Keep it all")]
    [InlineData("hello")]
    [InlineData("/goals")]
    [InlineData("/cancel")]
    public async Task Whatever_is_done_instead_withdraws_the_question(string instead)
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Says("/delete");
        await bot.Says(instead);

        await bot.Happens(new ChatEvent.ButtonPressed(Confirm, null));

        Assert.Single((await bot.Chat()).Goals);
    }

    [Fact]
    public async Task A_button_that_was_never_asked_for_deletes_nothing()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);

        await bot.Happens(new ChatEvent.ButtonPressed(Confirm, null));

        Assert.Single((await bot.Chat()).Goals);
    }

    [Fact]
    public async Task A_check_in_that_comes_meanwhile_does_not_withdraw_the_question()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Says("/go");
        await bot.Says("/delete");
        Assert.NotEmpty(await bot.Passes(TimeSpan.FromMinutes(20)));

        await bot.Presses("Delete all");

        Assert.Equal(0, await bot.Database.ReadAsync(session => session.Rows()));
    }

    public static TheoryData<Language> Spoken => new(Languages.All);

    [Theory]
    [MemberData(nameof(Spoken))]
    public async Task The_label_can_be_typed_in_every_language(Language language)
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Says($"/language {language.Code()}");
        await bot.Says("/delete");

        await bot.Says(Replies.In(language).Label(ButtonVerb.DeleteAll).ToUpperInvariant());

        Assert.Equal(0, await bot.Database.ReadAsync(session => session.Rows()));
    }
}
