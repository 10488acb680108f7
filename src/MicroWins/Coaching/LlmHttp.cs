using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace MicroWins.Coaching;

/// <summary>The HTTP client for the model: tries again where that helps, gives up in time, and leaves a sick server alone for a while.</summary>
internal static class LlmHttp
{
    public const string Client = "Llm";

    /// <summary>Tries behind the first one; a person waits for all of them.</summary>
    const int Retries = 2;

    /// <summary>The longest wait between tries. A server that asks for more is not asked again: the planner answers sooner.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <summary>Part of the whole time that one try may take, so that a silent server is noticed here, and counted, before the person's time is up.</summary>
    const double ShareOfOneTry = 0.9;

    /// <summary>Failed tries within a minute that open the circuit. Polly's usual 100 calls would never come together with one bot's traffic.</summary>
    public const int FailuresToOpen = 4;

    /// <summary>How long the circuit stays open: the model is not asked, and nobody waits for it.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>Bytes of an answer that are read; a plan has some 5 KB.</summary>
    const long MostBytes = 512 * 1024;

    public static void Add(IServiceCollection services, LlmOptions options)
    {
        var http = services.AddHttpClient(Client, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // A redirect could carry the words of a person to another server.
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(2) })
            .RemoveAllLoggers();
        http.AddResilienceHandler(Client, (pipeline, context) =>
        {
            pipeline.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();
            Configure(pipeline, TimeSpan.FromSeconds(options.TimeoutSeconds) * ShareOfOneTry);
        });
        // Innermost, so that each try is judged with its body.
        http.AddHttpMessageHandler(() => new WholeAnswer(MostBytes));
    }

    static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, TimeSpan oneTry)
    {
        var time = pipeline.TimeProvider!;
        pipeline
            .AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = Retries,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromSeconds(0.5),
                MaxDelay = LongestWait,
                UseJitter = true,
                ShouldHandle = args => new(IsWorthAnotherTry(args.Outcome, time)),
            })
            .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
            {
                FailureRatio = 0.5,
                MinimumThroughput = FailuresToOpen,
                SamplingDuration = TimeSpan.FromMinutes(1),
                BreakDuration = Pause,
            })
            .AddTimeout(new HttpTimeoutStrategyOptions { Timeout = oneTry });
    }

    static bool IsWorthAnotherTry(Outcome<HttpResponseMessage> outcome, TimeProvider time) => outcome switch
    {
        // The time is used up by then.
        { Exception: TimeoutRejectedException or BrokenCircuitException } => false,
        // A body that is too long would be too long again.
        { Exception: HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } } => false,
        { Result.Headers.RetryAfter: { } wait } when Wait(wait, time) > LongestWait => false,
        _ => HttpClientResiliencePredicates.IsTransient(outcome),
    };

    static TimeSpan Wait(RetryConditionHeaderValue wait, TimeProvider time) =>
        wait.Delta ?? (wait.Date is { } date ? date - time.GetUtcNow() : TimeSpan.Zero);
}
