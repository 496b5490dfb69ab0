using System.Net.Sockets;
using BotKb.Access;
using BotKb.Channels.Web;
using BotKb.Conversations;
using BotKb.Data;
using BotKb.Host.Commands;
using BotKb.WebConsole;
using BotKb.WebConsole.Accounts;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using Npgsql;

namespace BotKb.Host.Serving;

/// <summary>The host that keeps running: the console, health for whoever watches it, and syncs by the clock.</summary>
internal static class WebHost
{
    /// <summary>Runs until it is stopped.</summary>
    public static async Task<int> RunAsync(CommandSession session, string? urls, CancellationToken cancellationToken)
    {
        await using var app = await StartAsync(session, urls, cancellationToken);
        var first = await FirstAdminAsync(app, cancellationToken);
        await WatchAsync(app, () => SayReady(AddressOf(app), first), cancellationToken);
        await app.WaitForShutdownAsync(cancellationToken);
        return ExitCode.Done;
    }

    /// <summary>Runs beside other work until that ends.</summary>
    /// <param name="session">The database and the parts of BotKb.</param>
    /// <param name="work">Is told where the console is, and how the first admin signs in; null where somebody has already.</param>
    /// <param name="cancellationToken">Ends both.</param>
    public static async Task<int> RunWhileAsync(
        CommandSession session, Func<string, FirstPassword?, CancellationToken, Task<int>> work, CancellationToken cancellationToken)
    {
        await using var app = await StartAsync(session, null, cancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watch = WatchAsync(app, () => { }, stop.Token);
        try
        {
            return await work(AddressOf(app), await FirstAdminAsync(app, cancellationToken), cancellationToken);
        }
        finally
        {
            await stop.CancelAsync();
            await watch;
            await app.StopAsync(CancellationToken.None);
        }
    }

    private static async Task<WebApplication> StartAsync(CommandSession session, string? urls, CancellationToken cancellationToken)
    {
        var addresses = ListenAddress.Choose(urls, session.Configuration);
        var app = Build(session, addresses);
        await ListenAsync(app, addresses, cancellationToken);
        return app;
    }

    private static string AddressOf(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>The host with all its routes, not started.</summary>
    internal static WebApplication Build(CommandSession session, string addresses)
    {
        // Where the program lies, not where it was started: the console's scripts and styles are found from there.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(WebHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseUrls(addresses).UseStaticWebAssets();
        builder.Logging.ClearProviders();
        CommandLogging.Configure(builder.Logging);

        // What it logs with a stack trace when the start fails, the command says in a sentence; the death of a hosted service stays.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);

        // The keys lie beside everything else in the database: whoever reads one reads the other.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);

        // It warns of each form that a page lets nobody cache.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        builder.Services.AddKnowledge(session.Get<NpgsqlDataSource>())
            .AddBotKb(session.Configuration, session.State)
            .AddConversations(session.Configuration)
            .AddWebChannel()
            .AddBotKbConsole(session.Configuration);
        builder.UseConversationSilo();
        builder.Services.AddSingleton(session).AddSingleton<Readiness>().AddSingleton<ReadyWatch>();
        builder.Services.AddHostedService<FollowByClock>().AddHostedService<SyncByClock>().AddHostedService<VectorsByClock>().AddHostedService<SweepByClock>();
        var app = builder.Build();
        app.MapBotKbConsole();
        app.MapChatApi();
        app.MapGet("/health/ready", ReadyAsync).AllowAnonymous();
        return app;
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

    private static Task<FirstPassword?> FirstAdminAsync(WebApplication app, CancellationToken cancellationToken) =>
        app.Services.GetRequiredService<FirstAdmin>().EnsureAsync(
            app.Services.GetRequiredService<IOptions<ConsoleOptions>>().Value.AdminEmail,
            app.Services.GetRequiredService<AccountPasswords>().Hash,
            cancellationToken);

    private static async Task WatchAsync(WebApplication app, Action ready, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, app.Lifetime.ApplicationStopping);
        try
        {
            await app.Services.GetRequiredService<ReadyWatch>().RunAsync(ready, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private static void SayReady(string address, FirstPassword? first)
    {
        Console.WriteLine($"ready {address}");
        if (first is not null)
        {
            Console.WriteLine($"sign in as {first.Email} with the one-time password {first.Password}");
        }
    }

    private static async Task<IResult> ReadyAsync(Readiness readiness, CancellationToken cancellationToken) =>
        await readiness.IsReadyAsync(cancellationToken)
            ? Results.Text("ready")
            : Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable);
}
