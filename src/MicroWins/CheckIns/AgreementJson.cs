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
        if (reader.TokenType is not JsonTokenType.StartObject) throw new JsonException("An agreement is an object.");
        using var json = JsonDocument.ParseValue(ref reader);
        try
        {
            return Read(new Parts(json.RootElement));
        }
        catch (Exception failure) when (failure is InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw new JsonException("A part of an agreement is not what it was written as.", failure);
        }
    }

    static readonly Agreement Usual = new();

    // At once, as each turn reads one: a record that is copied for each of its parts is twenty records.
    static Agreement Read(Parts parts) => new()
    {
        Zone = parts.Of("zone"u8, one => one.GetString(), Usual.Zone),
        DayStart = parts.Of("dayStart"u8, Time, Usual.DayStart),
        Times = parts.Of("times"u8, all => Each(all, Time), Usual.Times),
        LookBackSlot = parts.Of("lookBackSlot"u8, one => one.GetInt32(), Usual.LookBackSlot),
        Asks = parts.Of("asks"u8, one => one.GetBoolean(), Usual.Asks),
        NotBefore = parts.Of("notBefore"u8, one => Day(one), Usual.NotBefore),
        TimesChosen = parts.Of("timesChosen"u8, one => one.GetBoolean(), Usual.TimesChosen),
        TimesAsked = parts.Of("timesAsked"u8, one => one.GetBoolean(), Usual.TimesAsked),
        SaidLately = parts.Of("saidLately"u8, Texts, Usual.SaidLately),
        ZoneAsked = parts.Of("zoneAsked"u8, one => one.GetBoolean(), Usual.ZoneAsked),
        QuietFrom = parts.Of("quietFrom"u8, one => Time(one), Usual.QuietFrom),
        QuietTo = parts.Of("quietTo"u8, one => Time(one), Usual.QuietTo),
        NoQuiet = parts.Of("noQuiet"u8, one => one.GetBoolean(), Usual.NoQuiet),
        Loudness = parts.Of("loudness"u8, Loud, Usual.Loudness),
        Pauses = parts.Of("pauses"u8, all => Each(all, Pause), Usual.Pauses),
        LastSign = parts.Of("lastSign"u8, one => Day(one), Usual.LastSign),
        SaidStopping = parts.Of("saidStopping"u8, one => one.GetBoolean(), Usual.SaidStopping),
        ReviewedOn = parts.Of("reviewedOn"u8, one => Day(one), Usual.ReviewedOn),
        DayRituals = parts.Of("dayRituals"u8, Texts, Usual.DayRituals),
        WeekRituals = parts.Of("weekRituals"u8, Texts, Usual.WeekRituals),
        Questions = parts.Of("questions"u8, Texts, Usual.Questions),
    };

    /// <summary>The parts of an agreement, which mostly stand in the order in which they are asked for.</summary>
    struct Parts(JsonElement json)
    {
        JsonElement.ObjectEnumerator _parts = json.EnumerateObject();
        bool _isStarted, _isAtEnd;

        public T Of<T>(ReadOnlySpan<byte> name, Func<JsonElement, T> read, T usual)
        {
            if (!_isStarted) (_isStarted, _isAtEnd) = (true, !_parts.MoveNext());
            if (!_isAtEnd && _parts.Current is var next && next.NameEquals(name))
            {
                _isAtEnd = !_parts.MoveNext();
                return Read(next.Value, read, usual);
            }
            return json.TryGetProperty(name, out var value) ? Read(value, read, usual) : usual;
        }

        static T Read<T>(JsonElement value, Func<JsonElement, T> read, T usual) => value.ValueKind is JsonValueKind.Null ? usual : read(value);
    }

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

    static ImmutableArray<string> Texts(JsonElement json) => Each(json, one => one.GetString() ?? "");

    static Loudness Loud(JsonElement json) => Array.IndexOf(Loudnesses, json.GetString()) is >= 0 and var at ? (Loudness)at : throw new FormatException("A loudness is one of four words.");

    static PauseSpan Pause(JsonElement json) =>
        new(Day(json.GetProperty("from")), json.TryGetProperty("to", out var to) && to.ValueKind is not JsonValueKind.Null ? Day(to) : null);

    static ImmutableArray<T> Each<T>(JsonElement json, Func<JsonElement, T> read)
    {
        if (json.GetArrayLength() is 0) return [];
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
