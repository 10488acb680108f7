using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using CsCheck;
using MicroWins.Channels.Telegram;
using MicroWins.Coaching;
using MicroWins.Coaching.Embedded.Knowledge;
using MicroWins.Coaching.Reading;
using MicroWins.Conversations;
using MicroWins.Conversations.Hearing;
using MicroWins.Messaging;
using MicroWins.Rules;
using MicroWins.Tests.Coaching;
using Microsoft.Extensions.Configuration;
using NodaTime;
using Limits = MicroWins.Rules.Limits;

namespace MicroWins.Tests.Fuzz;

/// <summary>Everything that is read from outside, spoiled in many ways: it is read, or refused as the reader promises, and never anything else.</summary>
public sealed class OutsideTests
{
    const string Me = """{"id":42,"is_bot":false,"first_name":"A","language_code":"en"}""";
    const string Here = """{"id":42,"type":"private","first_name":"A"}""";

    static readonly string[] Updates =
    [
        $$"""{"update_id":1,"message":{"message_id":7,"from":{{Me}},"chat":{{Here}},"date":1780000000,"text":"/start x","entities":[{"type":"bot_command","offset":0,"length":6}] } }""",
        $$"""{"update_id":1,"message":{"message_id":7,"from":{{Me}},"chat":{{Here}},"date":1780000000,"caption":"my desk","photo":[{"file_id":"a","file_unique_id":"b","width":1,"height":1}] } }""",
        $$"""{"update_id":1,"callback_query":{"id":"1","from":{{Me}},"message":{"message_id":9,"chat":{{Here}},"date":1780000000,"text":"x"},"chat_instance":"c","data":"Done.1.1.1"} }""",
        $$"""{"update_id":1,"my_chat_member":{"chat":{{Here}},"from":{{Me}},"date":1780000000,"old_chat_member":{"status":"member","user":{{Me}} },"new_chat_member":{"status":"kicked","until_date":0,"user":{{Me}} } } }""",
    ];

    [Fact]
    public void An_update_is_a_clean_event_of_its_sender_or_nothing() => Spoiled.Of(Updates, 6).Sample(json =>
    {
        IncomingEvent? happened;
        try
        {
            // Over the wire there are bytes, in which half a character cannot be.
            using var update = JsonDocument.Parse(Encoding.UTF8.GetBytes(json));
            if (ReadUpdate.IdOf(update.RootElement) is null) return;
            happened = new UpdateReader([]).Read(update.RootElement);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            // Whoever calls the reader skips such an update.
            return;
        }
        if (happened is not { } read) return;
        Assert.Equal(UpdateReader.Channel, read.Chat.Channel);
        Assert.True(long.Parse(read.Chat.Address, System.Globalization.CultureInfo.InvariantCulture) > 0 || read.Chat.Address.StartsWith('-'));
        if (read.Event is ChatEvent.TextWritten { Text: var text })
        {
            Assert.DoesNotContain(text, c => char.IsControl(c) && c is not ('\n' or '\t'));
            Assert.Equal(text, VisibleMarks.Clean(text));
        }
        Assert.Equal(read.Event, MessageJson.Read<ChatEvent>(MessageJson.Write(read.Event)));
    }, iter: 20_000);

    [Fact]
    public void Data_of_a_button_is_a_code_that_writes_itself_or_nothing() =>
        Spoiled.Of(["Done.1.1.1", "PutAway.12.0.0", "TakeLevel.3.40.2", "Speak.2.0.0"]).Sample(data =>
        {
            if (ButtonCode.Read(data) is not { } code) return;
            Assert.InRange(Encoding.UTF8.GetByteCount(code.ToString()), 1, 64);
            Assert.Equal(code, ButtonCode.Read(code.ToString()));
            Assert.True(Enum.IsDefined(code.Verb) && code is { Goal: >= 0, Step: >= 0, Time: >= 0 });
        }, iter: 20_000);

    [Fact]
    public void An_answer_of_a_model_is_a_draft_within_its_bounds_or_unusable()
    {
        var answers = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Coaching", "Answers"), "*.txt").Order(StringComparer.Ordinal).ToList();
        var texts = answers.Select(file => File.ReadAllText(file).ReplaceLineEndings("\n").Split("\n---\n", 2)[1]).ToList();
        Gen.Int[0, texts.Count - 1].SelectMany(at => Spoiled.Of([texts[at], Support.OpenAiReply.GoodJson], 8).Select(answer => (at, answer))).Sample(one =>
        {
            var request = Asked.For(Path.GetFileName(answers[one.at]).Split('.')[0]);
            if (CoachFunction.Read(one.answer, request) is not DraftReading.Usable { Draft: var draft }) return;
            foreach (var step in StepsOf(draft))
            {
                Assert.InRange(step.Text.Length, 1, Limits.StepTextLength);
                Assert.DoesNotContain(step.Text, char.IsControl);
                Assert.True(step.Minutes is null or >= 0 and < double.PositiveInfinity, $"{step.Minutes} minutes");
            }
        }, iter: 3_000);
    }

    static IEnumerable<DraftStep> StepsOf(CoachDraft draft) => draft switch
    {
        CoachDraft.GoalBreakdown d => [d.FirstStep, .. d.Steps],
        CoachDraft.DailySystem d => d.Slots.Select(slot => slot.Step),
        CoachDraft.FreshStart d => d.Goals.SelectMany(goal => goal.Path.Prepend(goal.FirstStep)),
        CoachDraft.HabitStack d => d.Habits.Select(habit => habit.Step),
        CoachDraft.WayOut d => [d.Now, .. d.Steps, d.Emergency],
        _ => [],
    };

    [Fact]
    public void A_setting_is_right_or_told_by_its_key()
    {
        string[] keys =
        [
            "Telegram:BotToken", "Telegram:ApiBaseUrl", "Telegram:AllowedUsers", "Telegram:AllowedUsers:0", "Telegram:MessagesPerSecond", "Llm:Endpoint", "Llm:Model", "Llm:TimeoutSeconds", "Llm:DailyTokensPerUser",
            "Storage:Provider", "Storage:ConnectionString", "Storage:KeyPath", "CheckIns:DefaultZone", "Limits:MessagesPerMinute", "Limits:WaitingPerPerson", "Limits:Nothing",
        ];
        string[] values = ["123456:AAabcdefghijklmnopqrstuvwxyz0123456789", "https://api.telegram.org", "42", "http://localhost:11434/v1", "20", "Sqlite", "Data Source=x.db", "Europe/Berlin", "Postgres", "Host=x;Username=y", "0.5", "true"];
        Gen.Select(Gen.Int[0, keys.Length - 1], Spoiled.Of(values, 2)).Array[0, 6].Sample(chosen =>
        {
            var pairs = chosen.GroupBy(one => keys[one.Item1]).ToDictionary(one => one.Key, one => (string?)one.First().Item2);
            try
            {
                Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(pairs).Build());
            }
            catch (WrongSettingsException told)
            {
                Assert.Contains(pairs.Keys, key => told.Message.Contains($"{key.Split(':')[0]}:", StringComparison.Ordinal));
            }
        }, iter: 3_000);
    }

    [Fact]
    public void What_is_heard_is_a_time_a_day_a_wish_or_nothing()
    {
        string[] said =
        [
            "ask me at 7 pm and 9:30", "in 20 minutes", "in an hour and a half", "remind me tomorrow evening", "i did it yesterday", "i'm ill until friday", "pause for 2 weeks", "from 3 march to 9 march", "i'm in tokyo now",
            "frag mich um 8 und um 20 uhr", "in 3 stunden", "demain matin", "через полчаса", "二十分钟后", "don't ask me any more", "i'm back", "30 min a day", "on the 31st of february", "22:00-07:00",
        ];
        var today = new LocalDate(2026, 3, 2);
        Gen.Select(Spoiled.Of(said), Gen.Int[0, 8]).Sample((text, which) =>
        {
            var language = (Language)which;
            _ = (AgreementWords.WithoutYesterday(text, language), AgreementWords.IsDayBeforeYesterday(text), AgreementWords.IsResume(text), AgreementWords.IsDoNotAsk(text));
            _ = (AgreementWords.IsIll(text, today), AgreementWords.IsPause(text, today), AgreementWords.TimesToAsk(text), AgreementWords.Arrival(text), SpokenDays.Pause(text, today));
            _ = (SpokenIn.Day(text, today, language), SpokenIn.MinutesADay(text, language), SpokenTime.Times(text), SpokenTime.IsTomorrow(text), SpokenTime.IsTonight(text));
            Assert.True(SpokenTime.Span(text) is not { } span || span > Duration.Zero && span <= Duration.FromDays(366), $"{SpokenTime.Span(text)}");
        }, iter: 5_000);
    }

    [Theory]
    [InlineData("Knowledge/en.txt")]
    [InlineData("Methods/de.txt")]
    public void A_mistake_in_what_the_planner_knows_is_told_by_its_file(string name)
    {
        using var file = new StreamReader(typeof(KnowledgeBase).Assembly.GetManifestResourceStream(name)!);
        var lines = file.ReadToEnd().Split('\n').Where(line => line.Trim().Length > 0 && line[0] is not '#').ToImmutableArray();
        Gen.Int[0, lines.Length - 1].SelectMany(at => Spoiled.Of([lines[at]]).Select(line => (at, line))).Sample(one =>
        {
            var section = lines.Take(one.at + 1).Last(line => line[0] is '[');
            try
            {
                KnowledgeParser.Add("xx.txt", new Phrasebook { Language = Language.English }, $"{section}\n{one.line}");
            }
            catch (FormatException told)
            {
                Assert.Contains("xx.txt", told.Message, StringComparison.Ordinal);
            }
        }, iter: 3_000);
    }
}
