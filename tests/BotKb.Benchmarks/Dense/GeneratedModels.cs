using BotKb.Data;
using BotKb.Host;
using BotKb.Host.Commands;
using BotKb.Retrieval.Dense;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace BotKb.Benchmarks.Dense;

/// <summary>The generated model as the configured one.</summary>
internal sealed class GeneratedModels(GeneratedModel model) : IEmbeddingModels
{
    public IEmbeddingModel? Configured => model;

    public IEmbeddingModel? Reopen(string settings) => model;

    /// <summary>A host's parts over the database of a session, with this model set.</summary>
    public ServiceProvider Open(CommandSession session) =>
        new ServiceCollection().AddLogging(CommandLogging.Configure)
            .AddKnowledge(session.Get<NpgsqlDataSource>())
            .AddBotKb(session.Configuration, session.State)
            .AddSingleton<IEmbeddingModels>(this)
            .BuildServiceProvider();
}
