using System.Globalization;
using BotKb.Knowledge;
using BotKb.Knowledge.Indexing;
using BotKb.Knowledge.Sync;
using BotKb.Retrieval.Dense;
using Npgsql;

namespace BotKb.Quality;

/// <summary>Knowledge bases in the same database as all others, filled by the same sync, and deleted at the end.</summary>
public sealed class ThrowAwayKnowledge(
    KnowledgeBaseCatalog catalog, SourceCatalog sources, NpgsqlDataSource database, IDocumentExtractor extractor, TimeProvider time,
    IndexVectors vectors)
    : IThrowAwayKnowledge, IKnowledgeSourceKind
{
    private readonly List<IKnowledgeSource> _loaded = [];
    private readonly List<long> _rows = [];

    /// <inheritdoc/>
    public string Kind => "evaluation";

    /// <inheritdoc/>
    public IKnowledgeSource Open(string settings) => _loaded[int.Parse(settings, CultureInfo.InvariantCulture)];

    /// <inheritdoc/>
    public async Task<long> LoadAsync(IKnowledgeSource source, CancellationToken cancellationToken)
    {
        _loaded.Add(source);
        var knowledgeBase = await catalog.CreateAsync($"evaluation {Guid.CreateVersion7()}", cancellationToken);
        _rows.Add(knowledgeBase.Id);
        var settings = (_loaded.Count - 1).ToString(CultureInfo.InvariantCulture);
        var row = await sources.AddAsync(knowledgeBase.Id, Kind, settings, settings, cancellationToken);
        using var questions = new QuestionsFirst(time);
        var outcome = await new SyncSource(database, [this], extractor, questions, time).RunAsync(row, null, cancellationToken);
        if (outcome.NotIndexed > 0)
        {
            var first = (await sources.DocumentsAsync(row, false, cancellationToken))[0];
            throw new BotKbException(
                FailureKind.GiveUp,
                $"{outcome.NotIndexed} documents of the data set could not be indexed, the first is "
                + $"{first.Path}: {first.Status}. {first.Reason}");
        }

        await vectors.CompleteAsync(cancellationToken);
        return knowledgeBase.Id;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var row in _rows)
        {
            await catalog.DeleteAsync(row, CancellationToken.None);
        }
    }
}
