using BotKb.Access;
using BotKb.Data;
using BotKb.PostgresTests.Fixture;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BotKb.PostgresTests.Access;

/// <summary>A database with accounts, whose passwords are stored as they are.</summary>
internal sealed class TestAccounts : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly TestDatabase _database;

    private TestAccounts(ServiceProvider services, TestDatabase database)
    {
        _services = services;
        _database = database;
    }

    public AccountCatalog Catalog => _services.GetRequiredService<AccountCatalog>();

    public SignInLedger Ledger => _services.GetRequiredService<SignInLedger>();

    public FakeTimeProvider Time => (FakeTimeProvider)_services.GetRequiredService<TimeProvider>();

    public static async Task<TestAccounts> CreateAsync(PostgresFixture postgres, CancellationToken cancellationToken)
    {
        var database = await postgres.CreateDatabaseAsync(cancellationToken);
        var services = new ServiceCollection().AddLogging()
            .AddSingleton<TimeProvider>(new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(60)))
            .AddKnowledge(database.ConnectionString)
            .AddAccess(new ConfigurationBuilder().Build())
            .BuildServiceProvider();
        await services.GetRequiredService<MigrateDatabase>().RunAsync(cancellationToken);
        return new TestAccounts(services, database);
    }

    /// <summary>Starts a host.</summary>
    public Task<FirstPassword?> StartAsync(CancellationToken cancellationToken) =>
        _services.GetRequiredService<FirstAdmin>().EnsureAsync("admin@botkb.local", password => password, cancellationToken);

    /// <summary>The row of an account.</summary>
    public async Task<Account> RowAsync(string email, CancellationToken cancellationToken)
    {
        await using var context = await _services.GetRequiredService<IDbContextFactory<BotKbContext>>().CreateDbContextAsync(cancellationToken);
        return await context.Accounts.SingleAsync(row => row.Email == email, cancellationToken);
    }

    /// <summary>An account with a password of its own.</summary>
    public async Task<long> AddAsync(string email, string role, CancellationToken cancellationToken)
    {
        (await Catalog.CreateAsync(email, "Somebody", role, "one-time", cancellationToken)).ShouldBe(AccountOutcome.Done);
        var id = (await RowAsync(email, cancellationToken)).Id;
        await Catalog.SetPasswordAsync(id, "own", cancellationToken);
        return id;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }
}
