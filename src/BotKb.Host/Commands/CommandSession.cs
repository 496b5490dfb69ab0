using BotKb.Data;
using BotKb.Host.EmbeddedPostgres;
using Microsoft.Extensions.Options;

namespace BotKb.Host.Commands;

/// <summary>
/// What a command works with: settings, a database that is up to date, and the parts of BotKb. Disposing gives the embedded
/// PostgreSQL back.
/// </summary>
internal sealed class CommandSession : IAsyncDisposable
{
    private readonly PostgresLease? _postgres;
    private readonly ServiceProvider _services;

    private CommandSession(ServiceProvider services, PostgresLease? postgres, StateFolder state, IConfiguration configuration)
    {
        _services = services;
        _postgres = postgres;
        State = state;
        Configuration = configuration;
    }

    /// <summary>The settings.</summary>
    public IConfiguration Configuration { get; }

    public StateFolder State { get; }

    /// <summary>The migrations that opening the database applied.</summary>
    public IReadOnlyList<string> Migrations { get; private set; } = [];

    /// <summary>Opens the database of <c>ConnectionStrings:BotKb</c>, or the embedded one, and brings its tables up to date.</summary>
    /// <exception cref="BotKbException">A setting is wrong, or there is no database.</exception>
    public static Task<CommandSession> OpenAsync(CancellationToken cancellationToken) => OpenAsync(Settings.Read(), cancellationToken);

    /// <inheritdoc cref="OpenAsync(CancellationToken)"/>
    public static async Task<CommandSession> OpenAsync(IConfiguration configuration, CancellationToken cancellationToken)
    {
        var state = StateFolder.Open(configuration.GetSection(StateOptions.Section).Get<StateOptions>() ?? new StateOptions());
        var connectionString = configuration.GetConnectionString("BotKb");
        var postgres = string.IsNullOrWhiteSpace(connectionString) ? await StartPostgresAsync(state, cancellationToken) : null;
        var services = new ServiceCollection().AddLogging(CommandLogging.Configure)
            .AddKnowledge(postgres?.ConnectionString ?? connectionString!)
            .AddBotKb(configuration, state);
        var session = new CommandSession(services.BuildServiceProvider(), postgres, state, configuration);
        try
        {
            session.Get<IStartupValidator>().Validate();
            session.Migrations = await session.Get<MigrateDatabase>().RunAsync(cancellationToken);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>One part of BotKb.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Starts the embedded PostgreSQL again where it has died; does nothing to a server of one's own.</summary>
    /// <exception cref="BotKbException">It does not start; the sentence says why.</exception>
    public async Task RestorePostgresAsync(CancellationToken cancellationToken)
    {
        if (_postgres is not null)
        {
            // This session's own lease keeps the server when this one ends.
            await using var joined = await StartPostgresAsync(State, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_postgres is not null)
        {
            await _postgres.DisposeAsync();
        }
    }

    private static async Task<PostgresLease> StartPostgresAsync(StateFolder state, CancellationToken cancellationToken)
    {
        using var logging = LoggerFactory.Create(CommandLogging.Configure);
        return await new PostgresServer(state, TimeProvider.System, logging.CreateLogger<PostgresServer>()).StartAsync(cancellationToken);
    }
}
