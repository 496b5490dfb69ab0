using BotKb.Access;
using Npgsql;

namespace BotKb.Retrieval.Following;

/// <summary>Says what a reader may search in some knowledge bases.</summary>
internal sealed class ReadPermissions(NpgsqlDataSource database)
{
    private const string Scopes = """
        select id from permission_scope s where everyone or exists (
            select from scope_principal m join principal p on p.id = m.principal_id where m.scope_id = s.id and p.key = any($1))
        """;

    private const string Sources = "select id from source where knowledge_base_id = any($1)";

    /// <summary>The sources of the knowledge bases, and the permission scopes that the reader may see.</summary>
    public async Task<(IReadOnlyList<long> Sources, IReadOnlySet<long> Scopes)> RunAsync(
        IReadOnlyList<long> knowledgeBases, Reader reader, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Scopes) { Parameters = { new() { Value = reader.PrincipalKeys.ToArray() } } });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Sources) { Parameters = { new() { Value = knowledgeBases.ToArray() } } });
        await using var rows = await batch.ExecuteReaderAsync(cancellationToken);
        var scopes = await TakeIdsAsync(rows, cancellationToken);
        await rows.NextResultAsync(cancellationToken);
        return (await TakeIdsAsync(rows, cancellationToken), scopes.ToHashSet());
    }

    private static async Task<List<long>> TakeIdsAsync(NpgsqlDataReader rows, CancellationToken cancellationToken)
    {
        var ids = new List<long>();
        while (await rows.ReadAsync(cancellationToken))
        {
            ids.Add(rows.GetInt64(0));
        }

        return ids;
    }
}
