using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace MicroWins.Tests.Support.Simulation;

/// <summary>One message of a chat, of either side.</summary>
/// <param name="At">The moment by the chat's clock, on the wall where the person is.</param>
/// <param name="IsPerson">True for what the person typed.</param>
/// <param name="Kind">The kind of the bot's message ("checkin").</param>
/// <param name="Text">The words.</param>
/// <param name="Buttons">The labels of the buttons, row by row.</param>
/// <param name="HasFile">Whether a picture or a document goes with it.</param>
sealed record Said(ZonedDateTime At, bool IsPerson, string Kind, string Text, IReadOnlyList<IReadOnlyList<string>> Buttons, bool HasFile)
{
    /// <summary>The person's day, with the usual start at four in the morning.</summary>
    public LocalDate Day => At.LocalDateTime.PlusHours(-4).Date;

    public string LocalMinute => LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Format(At.LocalDateTime);

    public IEnumerable<string> Labels => Buttons.SelectMany(row => row);

    /// <summary>True for the question of a day; the word that the asking stops is none.</summary>
    public bool IsQuestion => Kind is "checkin" && Labels.Any(label => label is "Done" or "Did it");

    public bool IsReview => !IsPerson && Text.StartsWith("Your week:", StringComparison.Ordinal);

    public static Said ByPerson(ZonedDateTime at, string text) => new(at, IsPerson: true, "", text, [], HasFile: false);

    public static Said Read(JsonElement json, DateTimeZone zone) => new(
        OffsetDateTimePattern.ExtendedIso.Parse(json.GetProperty("at").GetString()!).Value.InZone(zone),
        IsPerson: false,
        json.GetProperty("kind").GetString()!,
        json.GetProperty("text").GetString()!,
        [.. json.GetProperty("buttons").EnumerateArray().Select(row => (IReadOnlyList<string>)[.. row.EnumerateArray().Select(label => label.GetString()!)])],
        json.TryGetProperty("file", out _));
}
