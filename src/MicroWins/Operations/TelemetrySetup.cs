using System.Reflection;
using System.Runtime.CompilerServices;
using MicroWins.Measures;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace MicroWins.Operations;

/// <summary>Sends what is measured to a collector, where one is named.</summary>
static class TelemetrySetup
{
    public static void AddTelemetry(this IHostApplicationBuilder builder, TelemetryOptions options)
    {
        var exporter = options.ForExporter(new ConfigurationBuilder().AddEnvironmentVariables().Build().AsEnumerable());
        if (exporter.Count > 0) Export(builder, exporter);
    }

    // By itself, and never part of another method: that would bring the exporter in at a start without one.
    [MethodImpl(MethodImplOptions.NoInlining)]
    static void Export(IHostApplicationBuilder builder, Dictionary<string, string?> exporter)
    {
        builder.Configuration.AddInMemoryCollection(exporter);
        var version = Assembly.GetExecutingAssembly().GetName().Version?.ToString(3);
        // The meters and sources of HTTP stay out: they hold addresses, and the address of the Bot API holds the token.
        builder.Services.AddSingleton<Queues>().AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(exporter.GetValueOrDefault("OTEL_SERVICE_NAME") ?? "microwins", serviceVersion: version))
            .WithMetrics(metrics => metrics.AddMeter(Measure.Name, "System.Runtime").AddInstrumentation(services => services.GetRequiredService<Queues>()).AddOtlpExporter())
            .WithTracing(traces => traces.AddSource(Measure.Name).AddOtlpExporter());
    }
}
