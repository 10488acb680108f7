using MicroWins.Channels.Terminal;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace MicroWins.Tests.Support;

/// <summary>The terminal's view for programs, on a clock that stands in Berlin at nine on 28 March 2026, the day before the clocks go forward.</summary>
static class SomeView
{
    public static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    public static JsonView Json(TextWriter output, TerminalClock? clock = null) => new(output, clock ?? Clock(), Berlin);

    public static TerminalClock Clock() => new(new FakeTimeProvider(), Instant.FromUtc(2026, 3, 28, 8, 0));
}
