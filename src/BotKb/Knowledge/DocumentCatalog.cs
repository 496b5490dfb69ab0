using BotKb.Data;
using Microsoft.EntityFrameworkCore;

namespace BotKb.Knowledge;

/// <summary>The documents of a knowledge base, a page at a time.</summary>
public sealed class DocumentCatalog(IDbContextFactory<BotKbContext> contexts)
{
    private const string Escape = "\\";

    /// <summary>The documents that a filter lets through, by path.</summary>
    /// <param name="filter">Which documents.</param>
    /// <param name="skip">So many are left out at the beginning.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<DocumentPage> PageAsync(DocumentFilter filter, int skip, int count, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var matching = Matching(context, filter);
        var total = await matching.CountAsync(cancellationToken);
        var rows = await matching
            .OrderBy(row => row.Path).ThenBy(row => row.Id).Skip(skip).Take(count)
            .Select(row => new DocumentRow(
                row.Id, row.SourceId, row.Path, row.SourceTitle ?? row.OwnTitle, row.Status, row.Reason, row.Size, row.ModifiedAt,
                row.ChunkCount))
            .ToListAsync(cancellationToken);
        return new DocumentPage(total, rows);
    }

    private static IQueryable<Document> Matching(BotKbContext context, DocumentFilter filter)
    {
        var documents = context.Documents.Where(row => row.Source!.KnowledgeBaseId == filter.KnowledgeBaseId);
        if (filter.SourceId is { } source)
        {
            documents = documents.Where(row => row.SourceId == source);
        }

        if (filter.Status is { } status)
        {
            documents = documents.Where(row => row.Status == status);
        }

        var text = PostgresText.Clean(filter.Text).Trim();
        if (text.Length == 0)
        {
            return documents;
        }

        var pattern = $"%{text.Replace(Escape, @"\\", StringComparison.Ordinal)
            .Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
        return documents.Where(row =>
            EF.Functions.ILike(row.Path, pattern, Escape) || EF.Functions.ILike(row.SourceTitle ?? row.OwnTitle ?? "", pattern, Escape));
    }
}
