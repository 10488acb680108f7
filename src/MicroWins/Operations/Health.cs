using System.Text.Json;
using MicroWins.Channels.Telegram;
using MicroWins.Storage;
using MicroWins.Workers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MicroWins.Operations;

/// <summary>
/// How the bot is, for whoever runs it: /health/live says whether to start it anew, /health/ready whether it does its work. The
/// answers name parts and hold nothing of anybody.
/// </summary>
static class Health
{
    public const string Live = "/health/live";
    public const string Ready = "/health/ready";

    /// <summary>A long poll takes 45 seconds at the most, and a look at the webhook comes every minute: twice that is too long.</summary>
    static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(2);

    /// <summary>How long the store may take to answer.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks()
        .AddCheck<LoopsCheck>("loops", tags: [Live, Ready])
        .AddCheck<StoreCheck>("store", tags: [Ready], timeout: Patience)
        .AddCheck<TelegramCheck>("telegram", tags: [Ready]);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        foreach (var path in (string[])[Live, Ready])
            routes.MapHealthChecks(path, new HealthCheckOptions { Predicate = check => check.Tags.Contains(path), ResponseWriter = WriteAsync });
    }

    static Task WriteAsync(HttpContext http, HealthReport report)
    {
        http.Response.ContentType = "application/json";
        var parts = report.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Status is HealthStatus.Healthy ? "ok" : entry.Value.Description ?? "not ok");
        return http.Response.WriteAsync(JsonSerializer.Serialize(new { status = report.Status is HealthStatus.Healthy ? "ok" : "not ok", parts }));
    }

    /// <summary>Whether the loops run: when one gives up, the program is about to stop.</summary>
    sealed class LoopsCheck(LoopsService loops) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(loops is { Failure: null, ExecuteTask.IsCompleted: false } ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("stopped"));
    }

    /// <summary>Whether the store can be read.</summary>
    sealed class StoreCheck(Database database) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                await database.ReadAsync(session => session.One<int>("select count(*) from chats where chat_id = ''")).WaitAsync(cancellationToken);
                return HealthCheckResult.Healthy();
            }
            catch (Exception failure)
            {
                return HealthCheckResult.Unhealthy(failure is OperationCanceledException ? "slow" : failure.GetType().Name);
            }
        }
    }

    /// <summary>Whether Telegram answered lately: it knows the token, and updates come in.</summary>
    sealed class TelegramCheck(TelegramContact contact, Database database) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(contact.Ago switch
            {
                // Of several processes one receives; that of a file is alone, and about to.
                _ when database.Dialect.IsShared && !contact.IsWanted => HealthCheckResult.Healthy(),
                null => HealthCheckResult.Unhealthy("no answer yet"),
                { } ago when ago > LongestSilence => HealthCheckResult.Unhealthy("silent"),
                _ => HealthCheckResult.Healthy(),
            });
    }
}
