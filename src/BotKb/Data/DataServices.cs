using BotKb.Knowledge;
using BotKb.Knowledge.Indexing;
using BotKb.Knowledge.Reading;
using BotKb.Knowledge.Sync;
using BotKb.Knowledge.Uploads;
using BotKb.Retrieval;
using BotKb.Retrieval.Dense;
using BotKb.Retrieval.Following;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace BotKb.Data;

/// <summary>Registers the database and what works on it alone.</summary>
public static class DataServices
{
    // A server takes a hundred connections unless told otherwise: some are for other hosts, commands and the admin. A statement takes
    // milliseconds, so that many questions share these.
    private const int PoolSize = 30;
    private const int ProviderPoolSize = 100;

    /// <summary>
    /// Adds the database, the catalogs, the sync and the search. A document extractor and the kinds of sources come from elsewhere.
    /// </summary>
    /// <param name="services">Where to add them.</param>
    /// <param name="connectionString">Npgsql's connection string of a database that BotKb's role owns.</param>
    public static IServiceCollection AddKnowledge(this IServiceCollection services, string connectionString) =>
        services.AddSingleton(_ => Open(connectionString)).AddKnowledge();

    /// <summary>The same over a database that is open already and that somebody else closes.</summary>
    public static IServiceCollection AddKnowledge(this IServiceCollection services, NpgsqlDataSource database) =>
        services.AddSingleton(database).AddKnowledge();

    private static IServiceCollection AddKnowledge(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddPooledDbContextFactory<BotKbContext>(
            (provider, options) => options.UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>()).UseSnakeCaseNamingConvention()
                .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking));
        services.AddSingleton<MigrateDatabase>();
        services.AddSingleton<KnowledgeBaseCatalog>();
        services.AddSingleton<SourceCatalog>();
        services.AddSingleton<DocumentCatalog>();
        services.AddSingleton<SyncSource>();
        services.AddSingleton<SyncRuns>();
        services.AddSingleton<ISyncRequests>(provider => provider.GetRequiredService<SyncRuns>());
        services.AddSingleton<NarrowReaders>();
        services.AddOptions<UploadOptions>();
        services.AddSingleton<UploadStore>();
        services.AddSingleton<DocumentReading>();
        services.AddSingleton<RenewStamps>();
        return services.AddSearch().AddVectors();
    }

    private static IServiceCollection AddSearch(this IServiceCollection services)
    {
        services.AddSingleton<OldestTransaction>();
        services.AddSingleton<FillIndex>();
        services.AddSingleton<ReadChanges>();
        services.AddSingleton<ReadPermissions>();
        services.AddSingleton<FollowIndex>();
        services.AddSingleton<ISearchIndex>(provider => provider.GetRequiredService<FollowIndex>());
        services.AddSingleton<QuestionsFirst>();
        services.AddSingleton<IPassageSearch, PassageSearch>();
        services.AddSingleton<ExplainSearch>();
        return services;
    }

    private static IServiceCollection AddVectors(this IServiceCollection services)
    {
        services.TryAddSingleton<IEmbeddingModels, NoEmbeddingModels>();
        services.AddSingleton<DenseIndexes>();
        services.AddSingleton<EmbedQuestion>();
        services.AddSingleton<DenseSearch>();
        services.AddSingleton(provider => new IndexVectors(
            provider.GetRequiredService<NpgsqlDataSource>(),
            provider.GetRequiredService<IEmbeddingModels>(),
            provider.GetRequiredService<DenseIndexes>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<IndexVectors>>()));
        services.AddSingleton(provider => new VectorIndexes(
            provider.GetRequiredService<NpgsqlDataSource>(),
            provider.GetRequiredService<IEmbeddingModels>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    private static NpgsqlDataSource Open(string connectionString)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "botkb" };
            if (settings.MaxPoolSize == ProviderPoolSize)
            {
                settings.MaxPoolSize = PoolSize;
            }

            return NpgsqlDataSource.Create(settings);
        }
        catch (ArgumentException exception)
        {
            throw new BotKbException(FailureKind.TellAdmin, "ConnectionStrings:BotKb is not a connection string of PostgreSQL.", exception);
        }
    }
}
