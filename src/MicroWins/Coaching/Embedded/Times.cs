using MicroWins.Coaching.Embedded.Knowledge;

namespace MicroWins.Coaching.Embedded;

/// <summary>The times of day that the knowledge names.</summary>
static class Times
{
    public static DayPart? Part(Sheet sheet) => sheet.Values.GetValueOrDefault("when") switch
    {
        "morning" => DayPart.Morning,
        "afternoon" => DayPart.Afternoon,
        "evening" => DayPart.Evening,
        _ => null,
    };
}
