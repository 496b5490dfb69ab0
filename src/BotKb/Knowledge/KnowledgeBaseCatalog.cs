using BotKb.Access;
using BotKb.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BotKb.Knowledge;

/// <summary>The knowledge bases: create, list, find, delete.</summary>
public sealed class KnowledgeBaseCatalog(IDbContextFactory<BotKbContext> contexts, TimeProvider time)
{
    /// <summary>A name has at most so many characters.</summary>
    public const int LongestName = 200;

    // Which ones, not how much of each: the first readable document is enough.
    private static readonly string Readable = $"""
        select k.id, k.name from knowledge_base k
        where exists (
            select from source s join document d on d.source_id = s.id
            where s.knowledge_base_id = k.id and {DocumentPermission.Allows("@principals")})
        order by lower(k.name), k.id
        """;

    /// <summary>Creates a knowledge base.</summary>
    /// <exception cref="BotKbException">The name is empty, too long or taken.</exception>
    public async Task<KnowledgeBaseSummary> CreateAsync(string name, CancellationToken cancellationToken)
    {
        var trimmed = PostgresText.Clean(name).Trim();
        if (trimmed.Length is 0 or > LongestName)
        {
            throw new BotKbException(FailureKind.GiveUp, $"The name of a knowledge base has 1 to {LongestName} characters.");
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = new KnowledgeBase { Name = trimmed, CreatedAt = time.GetUtcNow() };
        context.Add(row);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception)
            when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new BotKbException(
                FailureKind.GiveUp, $"There is a knowledge base named '{trimmed}' already; choose another name.", exception);
        }

        return new KnowledgeBaseSummary(row.Id, row.Name, 0, 0, 0, 0);
    }

    /// <summary>All knowledge bases by name.</summary>
    public async Task<IReadOnlyList<KnowledgeBaseSummary>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Summarize(context, context.KnowledgeBases.OrderBy(row => row.Name)).ToListAsync(cancellationToken);
    }

    /// <summary>The knowledge bases by name in which the reader may read at least one document.</summary>
    public async Task<IReadOnlyList<ReadableKnowledgeBase>> ListReadableAsync(Reader reader, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var principals = new NpgsqlParameter("principals", reader.PrincipalKeys.ToArray());
        return await context.Database.SqlQueryRaw<ReadableKnowledgeBase>(Readable, principals).ToListAsync(cancellationToken);
    }

    /// <summary>The knowledge base of that row; null where it is gone.</summary>
    public async Task<KnowledgeBaseSummary?> TryFindAsync(long id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Summarize(context, context.KnowledgeBases.Where(row => row.Id == id)).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>The knowledge base of that name, whatever its case.</summary>
    /// <exception cref="BotKbException">There is none.</exception>
    public async Task<KnowledgeBaseSummary> FindAsync(string name, CancellationToken cancellationToken) =>
        await TryFindAsync(name, cancellationToken)
        ?? throw new BotKbException(
            FailureKind.GiveUp,
            $"There is no knowledge base named '{name}'. 'botkb kb list' shows the names; 'botkb kb create' makes one.");

    /// <summary>The knowledge base of that name, whatever its case; null where there is none.</summary>
    public async Task<KnowledgeBaseSummary?> TryFindAsync(string name, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var wanted = PostgresText.Clean(name).Trim();
#pragma warning disable CA1304, CA1311, CA1862 // Translated to lower() of the unique index.
        var rows = context.KnowledgeBases.Where(row => row.Name.ToLower() == wanted.ToLower());
#pragma warning restore CA1304, CA1311, CA1862
        return await Summarize(context, rows).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Deletes a knowledge base with its sources, documents and passages; the places they came from are not touched.</summary>
    public async Task DeleteAsync(long id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.KnowledgeBases.Where(row => row.Id == id).ExecuteDeleteAsync(cancellationToken);
    }

    private static IQueryable<KnowledgeBaseSummary> Summarize(BotKbContext context, IQueryable<KnowledgeBase> rows) =>
        rows.Select(row => new KnowledgeBaseSummary(
            row.Id,
            row.Name,
            row.Sources.Count,
            context.Documents.Count(document => document.Source!.KnowledgeBaseId == row.Id),
            context.Documents.Count(document => document.Source!.KnowledgeBaseId == row.Id && document.Status == DocumentStatus.Indexed),
            context.Documents.Where(document => document.Source!.KnowledgeBaseId == row.Id).Sum(document => (long)document.ChunkCount)));
}
