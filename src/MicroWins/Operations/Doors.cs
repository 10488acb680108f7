using System.Runtime.CompilerServices;
using MicroWins.Channels.Telegram;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MicroWins.Operations;

/// <summary>The way in over HTTP, where one is wanted: the webhook and the health of the bot.</summary>
static class Doors
{
    /// <summary>A builder for the bot's host: one that listens, or one that does not.</summary>
    // Empty, so that nothing of the machine but our settings decides where it listens.
    public static IHostApplicationBuilder Builder(HttpOptions options) => options.Listens ? WithDoors(options) : Host.CreateEmptyApplicationBuilder(null);

    // By itself, and never part of another method: that would bring the web server in at a start without one.
    [MethodImpl(MethodImplOptions.NoInlining)]
    static IHostApplicationBuilder WithDoors(HttpOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = WebhookReceiver.MostBytes;
            kestrel.Listen(options.ListensOn, options.Port);
        });
        builder.Services.AddRouting().AddHealth();
        return builder;
    }

    /// <summary>Builds the host and opens its doors.</summary>
    /// <param name="builder">From <see cref="Builder"/> where it listens, with all services.</param>
    /// <param name="webhook">The path of the webhook; null for none.</param>
    /// <param name="receive">Takes an update.</param>
    public static IHost Build(IHostApplicationBuilder builder, string? webhook, Func<IServiceProvider, HttpContext, Task> receive)
    {
        var app = ((WebApplicationBuilder)builder).Build();
        app.UseRouting();
        app.MapHealth();
        if (webhook is not null) app.MapPost(webhook, (RequestDelegate)(http => receive(app.Services, http)));
        return app;
    }
}
