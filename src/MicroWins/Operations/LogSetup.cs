using Microsoft.Extensions.Logging;

namespace MicroWins.Operations;

/// <summary>Sets up the bot's log: numbers and kinds with their time in UTC.</summary>
static class LogSetup
{
    const string TimeFormat = "yyyy-MM-ddTHH:mm:ssZ ";

    public static ILoggingBuilder WriteTo(this ILoggingBuilder logging, LogOptions options)
    {
        if (options.Json) logging.AddJsonConsole(console => (console.TimestampFormat, console.UseUtcTimestamp) = (TimeFormat.Trim(), true));
        else logging.AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat, console.UseUtcTimestamp) = (true, TimeFormat, true));
        return logging
            .SetMinimumLevel(LogLevel.Information)
            // These log addresses, and the address of the Bot API holds the token.
            .AddFilter("System.Net.Http", LogLevel.None)
            // These log what strangers asked for, and whole exceptions.
            .AddFilter("Microsoft.AspNetCore", LogLevel.None)
            // Whoever asks is told; the log would be told every half minute.
            .AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);
    }
}
