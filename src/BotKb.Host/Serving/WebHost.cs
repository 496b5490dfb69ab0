using System.Net.Sockets;
using BotKb.Host.Commands;
using BotKb.Knowledge;
using BotKb.Knowledge.Sync;
using BotKb.Retrieval;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace BotKb.Host.Serving;

/// <summary>The host that keeps running: health for whoever watches it, and syncs by the clock.</summary>
internal static class WebHost
{
    /// <summary>Runs until it is stopped.</summary>
    public static async Task<int> RunAsync(CommandSession session, string? urls, CancellationToken cancellationToken)
    {
        var options = session.Get<IOptions<ServeOptions>>().Value;
        var builder = WebApplication.CreateSlimBuilder();
        var addresses = urls ?? options.Urls;
        builder.WebHost.UseUrls(addresses);
        builder.Logging.ClearProviders();
        CommandLogging.Configure(builder.Logging);

        // What it logs with a stack trace when the start fails, the command says in a sentence; the death of a hosted service stays.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder.Services.AddSingleton(session.Get<SyncSource>()).AddSingleton(session.Get<SourceCatalog>())
            .AddSingleton(session.Get<TimeProvider>()).AddSingleton(session.Get<IPassageSearch>())
            .AddSingleton(session.Get<IOptions<ServeOptions>>());
        builder.Services.AddSingleton(session).AddSingleton<Readiness>().AddSingleton<ReadyWatch>();
        builder.Services.AddHostedService<SyncByClock>();
        await using var app = builder.Build();
        app.MapGet("/health/ready", ReadyAsync);
        await ListenAsync(app, addresses, cancellationToken);
        await WatchAsync(app, cancellationToken);
        await app.WaitForShutdownAsync(cancellationToken);
        return ExitCode.Done;
    }

    private static async Task ListenAsync(WebApplication app, string addresses, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or SocketException or ArgumentException)
        {
            throw new BotKbException(
                FailureKind.TellAdmin,
                $"BotKb cannot listen at {addresses} ({exception.Message.TrimEnd('.')}); "
                + "set Serve:Urls or --urls to a free address of this machine.",
                exception);
        }
    }

    private static async Task WatchAsync(WebApplication app, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, app.Lifetime.ApplicationStopping);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        try
        {
            await app.Services.GetRequiredService<ReadyWatch>().RunAsync(() => Console.WriteLine($"ready {address}"), stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private static async Task<IResult> ReadyAsync(Readiness readiness, CancellationToken cancellationToken) =>
        await readiness.IsReadyAsync(cancellationToken)
            ? Results.Text("ready")
            : Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable);
}
