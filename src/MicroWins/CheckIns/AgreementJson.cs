using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace MicroWins.CheckIns;

/// <summary>Writes an agreement and reads it, whatever older programs left out. By hand, because every chat is read at its first message: what a
/// serializer makes for the times, days and numbers in it is code that is compiled at each start.</summary>
sealed class AgreementJson : JsonConverter<Agreement>
{
    static readonly string[] Loudnesses = ["off", "quiet", "normal", "loud"];

    public override Agreement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var agreement = new Agreement();
        if (reader.TokenType is not JsonTokenType.StartObject) throw new JsonException("An agreement is an object.");
        using var json = JsonDocument.ParseValue(ref reader);
        try
        {
            foreach (var property in json.RootElement.EnumerateObject())
                if (!IsAsFromTheStart(property)) agreement = With(agreement, property.Name, property.Value);
        }
        catch (Exception failure) when (failure is InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw new JsonException("A part of an agreement is not what it was written as.", failure);
        }
        return agreement;
    }

    // Each change of the record is a copy of it.
    static bool IsAsFromTheStart(JsonProperty property) => property.Value.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.False => !property.NameEquals("asks"u8),
        JsonValueKind.Array => property.Value.GetArrayLength() is 0,
        _ => false,
    };

    static Agreement With(Agreement agreement, string name, JsonElement value) => name switch
    {
        "zone" => agreement with { Zone = value.GetString() },
        "dayStart" => agreement with { DayStart = Time(value) },
        "times" => agreement with { Times = Each(value, Time) },
        "lookBackSlot" => agreement with { LookBackSlot = value.GetInt32() },
        "asks" => agreement with { Asks = value.GetBoolean() },
        "notBefore" => agreement with { NotBefore = Day(value) },
        "timesChosen" => agreement with { TimesChosen = value.GetBoolean() },
        "timesAsked" => agreement with { TimesAsked = value.GetBoolean() },
        "saidLately" => agreement with { SaidLately = Each(value, Text) },
        "zoneAsked" => agreement with { ZoneAsked = value.GetBoolean() },
        "quietFrom" => agreement with { QuietFrom = Time(value) },
        "quietTo" => agreement with { QuietTo = Time(value) },
        "noQuiet" => agreement with { NoQuiet = value.GetBoolean() },
        "loudness" => agreement with { Loudness = Loud(value) },
        "pauses" => agreement with { Pauses = Each(value, Pause) },
        "lastSign" => agreement with { LastSign = Day(value) },
        "saidStopping" => agreement with { SaidStopping = value.GetBoolean() },
        "reviewedOn" => agreement with { ReviewedOn = Day(value) },
        "dayRituals" => agreement with { DayRituals = Each(value, Text) },
        "weekRituals" => agreement with { WeekRituals = Each(value, Text) },
        "questions" => agreement with { Questions = Each(value, Text) },
        _ => agreement,
    };

    public override void Write(Utf8JsonWriter writer, Agreement value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (value.Zone is { } zone) writer.WriteString("zone", zone);
        Write(writer, "dayStart", value.DayStart);
        writer.WriteStartArray("times");
        foreach (var time in value.Times) writer.WriteStringValue(Times.Format(time));
        writer.WriteEndArray();
        if (value.LookBackSlot is { } slot) writer.WriteNumber("lookBackSlot", slot);
        writer.WriteBoolean("asks", value.Asks);
        Write(writer, "notBefore", value.NotBefore);
        writer.WriteBoolean("timesChosen", value.TimesChosen);
        writer.WriteBoolean("timesAsked", value.TimesAsked);
        Write(writer, "saidLately", value.SaidLately);
        writer.WriteBoolean("zoneAsked", value.ZoneAsked);
        Write(writer, "quietFrom", value.QuietFrom);
        Write(writer, "quietTo", value.QuietTo);
        writer.WriteBoolean("noQuiet", value.NoQuiet);
        writer.WriteString("loudness", Loudnesses[(int)value.Loudness]);
        WritePauses(writer, value.Pauses);
        Write(writer, "lastSign", value.LastSign);
        writer.WriteBoolean("saidStopping", value.SaidStopping);
        Write(writer, "reviewedOn", value.ReviewedOn);
        Write(writer, "dayRituals", value.DayRituals);
        Write(writer, "weekRituals", value.WeekRituals);
        Write(writer, "questions", value.Questions);
        writer.WriteEndObject();
    }

    static LocalTimePattern Times => LocalTimePattern.ExtendedIso;

    static LocalDatePattern Days => LocalDatePattern.Iso;

    static LocalTime Time(JsonElement json) => Times.Parse(json.GetString()!).GetValueOrThrow();

    static LocalDate Day(JsonElement json) => Days.Parse(json.GetString()!).GetValueOrThrow();

    static string Text(JsonElement json) => json.GetString() ?? "";

    static Loudness Loud(JsonElement json) => Array.IndexOf(Loudnesses, json.GetString()) is >= 0 and var at ? (Loudness)at : throw new FormatException("A loudness is one of four words.");

    static PauseSpan Pause(JsonElement json) =>
        new(Day(json.GetProperty("from")), json.TryGetProperty("to", out var to) && to.ValueKind is not JsonValueKind.Null ? Day(to) : null);

    static ImmutableArray<T> Each<T>(JsonElement json, Func<JsonElement, T> read)
    {
        var all = ImmutableArray.CreateBuilder<T>(json.GetArrayLength());
        foreach (var element in json.EnumerateArray()) all.Add(read(element));
        return all.MoveToImmutable();
    }

    static void Write(Utf8JsonWriter writer, string name, LocalTime? time)
    {
        if (time is { } some) writer.WriteString(name, Times.Format(some));
    }

    static void Write(Utf8JsonWriter writer, string name, LocalDate? day)
    {
        if (day is { } some) writer.WriteString(name, Days.Format(some));
    }

    static void Write(Utf8JsonWriter writer, string name, ImmutableArray<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    static void WritePauses(Utf8JsonWriter writer, ImmutableArray<PauseSpan> pauses)
    {
        writer.WriteStartArray("pauses");
        foreach (var pause in pauses)
        {
            writer.WriteStartObject();
            Write(writer, "from", pause.From);
            Write(writer, "to", pause.To);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}
