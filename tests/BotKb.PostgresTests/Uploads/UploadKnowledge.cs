using System.Text;
using BotKb.Access;
using BotKb.Data;
using BotKb.Knowledge;
using BotKb.Knowledge.Sync;
using BotKb.Knowledge.Uploads;
using BotKb.PostgresTests.Fixture;
using BotKb.PostgresTests.Knowledge;
using BotKb.Sources.Upload;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace BotKb.PostgresTests.Uploads;

/// <summary>A database with one knowledge base that files are uploaded to; at most 3 MB each.</summary>
internal sealed class UploadKnowledge : IAsyncDisposable
{
    private readonly TestDatabase _database;

    private UploadKnowledge(TestDatabase database, ServiceProvider services)
    {
        _database = database;
        Services = services;
    }

    public ServiceProvider Services { get; }

    public long Kb { get; private set; }

    public UploadSettings Everyone => UploadSettings.For(Kb, ReaderSet.All);

    public UploadStore Store => Services.GetRequiredService<UploadStore>();

    public FakeTimeProvider Time => (FakeTimeProvider)Services.GetRequiredService<TimeProvider>();

    public static async Task<UploadKnowledge> CreateAsync(PostgresFixture postgres, CancellationToken cancellationToken)
    {
        var database = await postgres.CreateDatabaseAsync(cancellationToken);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create<string, string?>("Upload:MaxFileMegabytes", "3")]).Build();
        var services = new ServiceCollection().AddLogging()
            .AddSingleton<TimeProvider>(new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(60)))
            .AddSingleton<IDocumentExtractor, PlainTextExtractor>().AddKnowledge(database.ConnectionString).AddUploads(configuration)
            .BuildServiceProvider();
        var knowledge = new UploadKnowledge(database, services);
        await services.GetRequiredService<MigrateDatabase>().RunAsync(cancellationToken);
        knowledge.Kb = (await services.GetRequiredService<KnowledgeBaseCatalog>().CreateAsync("test", cancellationToken)).Id;
        return knowledge;
    }

    public Task<string> UploadAsync(string name, string content, CancellationToken cancellationToken, ReaderSet? readers = null) =>
        UploadAsync(name, Encoding.UTF8.GetBytes(content), cancellationToken, readers);

    public async Task<string> UploadAsync(string name, byte[] content, CancellationToken cancellationToken, ReaderSet? readers = null)
    {
        await using var upload = await Store.BeginAsync(
            UploadSettings.For(Kb, readers ?? ReaderSet.All), name, "anna@example.com", cancellationToken);
        await upload.WriteAsync(content, cancellationToken);
        await upload.CompleteAsync(cancellationToken);
        return upload.Name;
    }

    public async Task SyncAsync(CancellationToken cancellationToken)
    {
        foreach (var source in await Services.GetRequiredService<SourceCatalog>().ListAsync(Kb, cancellationToken))
        {
            await Services.GetRequiredService<SyncSource>().RunAsync(source.Id, null, cancellationToken);
        }
    }

    public async Task<byte[]> BytesAsync(string name, CancellationToken cancellationToken)
    {
        await using var content = (await Store.OpenAsync(Everyone, name, cancellationToken)).ShouldNotBeNull();
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }

    public async Task<string> TextAsync(string name, CancellationToken cancellationToken) =>
        Encoding.UTF8.GetString(await BytesAsync(name, cancellationToken));

    public async Task<long> CountAsync(string table, CancellationToken cancellationToken)
    {
#pragma warning disable CA2100 // Tests name the tables.
        await using var command = Services.GetRequiredService<NpgsqlDataSource>().CreateCommand($"select count(*) from {table}");
#pragma warning restore CA2100
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
#pragma warning disable CA2100 // Tests name the statement.
        await using var command = Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        await _database.DisposeAsync();
    }
}
