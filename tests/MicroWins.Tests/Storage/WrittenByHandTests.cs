using System.Collections.Immutable;
using System.Text.Json;
using MicroWins.CheckIns;
using MicroWins.Goals;
using MicroWins.Messaging;
using MicroWins.Storage;
using MicroWins.Tests.Support;
using NodaTime;

namespace MicroWins.Tests.Storage;

/// <summary>What is written into the store without a serializer reads as what the serializer wrote before.</summary>
public sealed class WrittenByHandTests
{
    static readonly Agreement Everything = new()
    {
        Zone = "Europe/Berlin",
        DayStart = new(5, 30),
        Times = [new(8, 0), new(20, 15, 30)],
        LookBackSlot = 1,
        Asks = false,
        NotBefore = new(2026, 3, 2),
        TimesChosen = true,
        TimesAsked = true,
        SaidLately = ["„Hallo“ & 你好", "b"],
        ZoneAsked = true,
        QuietFrom = new(23, 0),
        QuietTo = new(6, 0),
        NoQuiet = true,
        Loudness = Loudness.Loud,
        Pauses = [new(new(2026, 1, 1), new LocalDate(2026, 1, 5)), new(new(2026, 2, 1), null)],
        LastSign = new(2026, 2, 28),
        SaidStopping = true,
        ReviewedOn = new(2026, 2, 22),
        DayRituals = ["a song"],
        WeekRituals = ["a cake"],
        Questions = ["What helped?"],
    };

    // As the program wrote them before.
    const string Stored = """{"zone":"Europe/Berlin","dayStart":"05:30:00","times":["08:00:00","20:15:30"],"lookBackSlot":1,"asks":false,"notBefore":"2026-03-02","timesChosen":true,"timesAsked":true,"saidLately":["„Hallo“ & 你好","b"],"zoneAsked":true,"quietFrom":"23:00:00","quietTo":"06:00:00","noQuiet":true,"loudness":"loud","pauses":[{"from":"2026-01-01","to":"2026-01-05"},{"from":"2026-02-01"}],"lastSign":"2026-02-28","saidStopping":true,"reviewedOn":"2026-02-22","dayRituals":["a song"],"weekRituals":["a cake"],"questions":["What helped?"]}""";

    [Fact]
    public void An_agreement_is_written_as_it_was_before_and_nothing_of_it_is_lost()
    {
        Assert.Equal(Stored, StoredJson.Write(Everything));
        Assert.Equal(Stored, StoredJson.Write(StoredJson.Read<Agreement>(Stored)));
    }

    [Fact]
    public void Every_part_of_an_agreement_is_in_what_the_tests_write()
    {
        // A part that is added later must be written and read too: it is missing here until it is in Everything, and in the text above.
        var usual = new Agreement();
        foreach (var part in typeof(Agreement).GetProperties().Where(part => part.SetMethod is not null))
        {
            Assert.NotEqual(part.GetValue(usual), part.GetValue(Everything));
            Assert.Contains($"\"{JsonNamingPolicy.CamelCase.ConvertName(part.Name)}\":", Stored, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_an_older_program_did_not_know_of_an_agreement_is_as_usual()
    {
        var read = StoredJson.Read<Agreement>("""{"zone":null,"dayStart":"04:00:00","times":["09:00:00"],"pauseList":[{"first":"2026-01-01"}]}""");

        Assert.Equal(StoredJson.Write(new Agreement { DayStart = new(4, 0), Times = [new(9, 0)] }), StoredJson.Write(read));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"times\":7}")]
    [InlineData("{\"times\":[\"9 o'clock\"]}")]
    [InlineData("{\"asks\":\"yes\"}")]
    [InlineData("{\"loudness\":\"deafening\"}")]
    [InlineData("{\"pauses\":[{}]}")]
    public void An_agreement_that_nobody_wrote_is_refused(string json) => Assert.Throws<JsonException>(() => StoredJson.Read<Agreement>(json));

    [Fact]
    public void A_message_is_written_as_it_was_before_and_nothing_of_it_is_lost()
    {
        var message = new OutgoingMessage(
            MessageKind.CheckIn, new([new("Hi <you> & ", TextStyle.Plain), new("now", TextStyle.Bold)]), [[new("Done", "d:1")], [new("Später 🙂", "l"), new("Skip", "s")]], "77", SomeFile.Picture())
        {
            After = TimeSpan.FromSeconds(1.5),
            IsFleeting = true,
            IsUnasked = true,
        };
        var stored = $$"""{"kind":"checkIn","text":{"runs":[{"text":"Hi <you> & ","style":"plain"},{"text":"now","style":"bold"}]},"buttons":[[{"label":"Done","data":"d:1"}],[{"label":"Später \uD83D\uDE42","data":"l"},{"label":"Skip","data":"s"}]],"edits":"77","attachment":{"kind":"picture","fileName":"{{message.Attachment!.FileName}}","mediaType":"image/png","content":"{{Convert.ToBase64String(message.Attachment.Content.AsSpan())}}"},"after":"00:00:01.5000000","isFleeting":true,"isUnasked":true}""";

        Assert.Equal(stored, MessageJson.Write(message));
        Assert.Equal(stored, MessageJson.Write(MessageJson.Read<OutgoingMessage>(stored)));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"kind\":\"shout\",\"text\":{\"runs\":[]},\"buttons\":[]}")]
    [InlineData("{\"kind\":\"reply\",\"text\":{\"runs\":[]},\"buttons\":{}}")]
    [InlineData("{\"kind\":\"reply\",\"text\":{\"runs\":[{\"text\":4,\"style\":\"plain\"}]},\"buttons\":[]}")]
    public void A_message_that_nobody_wrote_is_refused(string json) => Assert.Throws<JsonException>(() => MessageJson.Read<OutgoingMessage>(json));

    [Fact]
    public void Texts_and_numbers_are_written_as_a_serializer_writes_them()
    {
        ImmutableArray<string> texts = ["a \"b\"", "ü 你好 <x>", ""];

        Assert.Equal(JsonSerializer.Serialize(texts), TextsJson.Write(texts));
        Assert.Equal(texts.ToArray(), TextsJson.Read(TextsJson.Write(texts)).ToArray());
        Assert.Equal(["x"], TextsJson.Read("""["x"]""").ToArray());
        Assert.Equal("[1,2,9000000000]", StoredJson.Write<IReadOnlyList<long>>([1, 2, 9_000_000_000]));
        Assert.Equal("[]", StoredJson.Write(new List<long>()));
    }
}
