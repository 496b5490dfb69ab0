using BotKb.Access;
using BotKb.Data;
using BotKb.Knowledge;
using BotKb.Knowledge.Sync;
using BotKb.PostgresTests.Fixture;
using BotKb.Retrieval;
using BotKb.Retrieval.Dense;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace BotKb.PostgresTests.Knowledge;

/// <summary>A database with one knowledge base that is fed by a <see cref="FakeSource"/>.</summary>
internal sealed class TestKnowledge : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly TestDatabase? _database;

    private TestKnowledge(ServiceProvider services, TestDatabase? database, FakeSource source)
    {
        Source = source;
        _services = services;
        _database = database;
    }

    public FakeSource Source { get; }

    public long Kb { get; private set; }

    public long SourceId { get; private set; }

    public FakeTimeProvider Time => (FakeTimeProvider)Get<TimeProvider>();

    public NpgsqlDataSource Database => Get<NpgsqlDataSource>();

    public static async Task<TestKnowledge> CreateAsync(
        PostgresFixture postgres, CancellationToken cancellationToken, IEmbeddingModels? embeddings = null)
    {
        var database = await postgres.CreateDatabaseAsync(cancellationToken);
        return await OpenAsync(database.ConnectionString, database, cancellationToken, embeddings);
    }

    /// <summary>The same database as seen by another host; it disposes nothing but itself.</summary>
    public static async Task<TestKnowledge> OpenAsync(
        string connectionString, TestDatabase? database, CancellationToken cancellationToken, IEmbeddingModels? embeddings = null)
    {
        var source = new FakeSource();
        var services = new ServiceCollection().AddLogging()
            .AddSingleton<TimeProvider>(new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(60)))
            .AddSingleton<IDocumentExtractor, PlainTextExtractor>().AddKnowledge(connectionString);
        services.AddSingleton<IKnowledgeSourceKind>(source);
        if (embeddings is not null)
        {
            services.AddSingleton(embeddings);
        }

        var knowledge = new TestKnowledge(services.BuildServiceProvider(), database, source);
        await knowledge.Get<MigrateDatabase>().RunAsync(cancellationToken);
        var kb = await knowledge.Get<KnowledgeBaseCatalog>().TryFindAsync("test", cancellationToken)
            ?? await knowledge.Get<KnowledgeBaseCatalog>().CreateAsync("test", cancellationToken);
        knowledge.Kb = kb.Id;
        knowledge.SourceId = await knowledge.Get<SourceCatalog>().AddAsync(kb.Id, FakeSource.Name, "memory", "{}", cancellationToken);
        return knowledge;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<SyncOutcome> SyncAsync(CancellationToken cancellationToken) =>
        Get<SyncSource>().RunAsync(SourceId, null, cancellationToken);

    /// <summary>The paths of the documents that a question finds, best first.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(string question, CancellationToken cancellationToken, Reader? reader = null)
    {
        var found = await Get<IPassageSearch>().SearchAsync(question, [Kb], reader ?? Reader.Anonymous, 10, cancellationToken);
        return [.. found.Passages.Select(passage => passage.Path).Distinct()];
    }

    public async Task<IReadOnlyList<DocumentState>> StatesAsync(CancellationToken cancellationToken) =>
        await Get<SourceCatalog>().DocumentsAsync(SourceId, true, cancellationToken);

    /// <summary>One text per row of a query.</summary>
    public async Task<IReadOnlyList<string>> QueryAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = Database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(reader.GetValue(0).ToString()!);
        }

        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }
}
