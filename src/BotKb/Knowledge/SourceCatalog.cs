using BotKb.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BotKb.Knowledge;

/// <summary>The sources of knowledge bases: add, list, remove, and what became of their documents.</summary>
public sealed class SourceCatalog(IDbContextFactory<BotKbContext> contexts, NpgsqlDataSource database, TimeProvider time)
{
    private const int LongestLocation = 1_000;

    /// <summary>Adds a source, or gives the one that is there already the new settings.</summary>
    /// <returns>The source's row.</returns>
    /// <exception cref="BotKbException">The location is too long.</exception>
    public async Task<long> AddAsync(
        long knowledgeBaseId, string kind, string location, string settings, CancellationToken cancellationToken)
    {
        if (location.Length > LongestLocation)
        {
            throw new BotKbException(FailureKind.GiveUp, $"The path of a source has at most {LongestLocation} characters.");
        }

        await using var command = database.CreateCommand(
            """
            insert into source (knowledge_base_id, kind, location, settings, attempt, created_at) values ($1, $2, $3, $4::jsonb, 0, $5)
            on conflict (knowledge_base_id, kind, location) do update set settings = excluded.settings
            returning id
            """);
        command.Parameters.AddWithValue(knowledgeBaseId);
        command.Parameters.AddWithValue(kind);
        command.Parameters.AddWithValue(location);
        command.Parameters.AddWithValue(settings);
        command.Parameters.AddWithValue(time.GetUtcNow());
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>The sources of one knowledge base, or of all.</summary>
    public async Task<IReadOnlyList<SourceSummary>> ListAsync(long? knowledgeBaseId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Sources
            .Where(row => knowledgeBaseId == null || row.KnowledgeBaseId == knowledgeBaseId)
            .OrderBy(row => row.Id)
            .Select(row => new { row, row.KnowledgeBase!.Name })
            .ToListAsync(cancellationToken);
        var counts = await context.Documents
            .Where(document => knowledgeBaseId == null || document.Source!.KnowledgeBaseId == knowledgeBaseId)
            .GroupBy(document => new { document.SourceId, document.Status })
            .Select(group => new { group.Key.SourceId, group.Key.Status, Count = group.Count() })
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(entry => new SourceSummary(
            entry.row.Id, entry.Name, entry.row.Kind, entry.row.Location, entry.row.Settings, entry.row.SyncedAt, entry.row.Failure,
            counts.Where(count => count.SourceId == entry.row.Id)
                .ToDictionary(count => count.Status, count => count.Count, StringComparer.Ordinal)));
    }

    /// <summary>The documents of a source by path: those that are not indexed, or all.</summary>
    public async Task<IReadOnlyList<DocumentState>> DocumentsAsync(long sourceId, bool all, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Documents
            .Where(document => document.SourceId == sourceId && (all || document.Status != DocumentStatus.Indexed))
            .OrderBy(document => document.Path)
            .Select(document => new DocumentState(document.Path, document.Status, document.Reason, document.ChunkCount))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Removes a source with its documents and passages; the place they came from is not touched.</summary>
    public async Task RemoveAsync(long sourceId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Sources.Where(row => row.Id == sourceId).ExecuteDeleteAsync(cancellationToken);
    }
}
