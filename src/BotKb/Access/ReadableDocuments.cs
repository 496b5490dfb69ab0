using Npgsql;

namespace BotKb.Access;

/// <summary>Tells which documents a reader may read right now. Safe for concurrent use.</summary>
public sealed class ReadableDocuments(NpgsqlDataSource database)
{
    private const string Readable = """
        select d.id from document d
        where d.id = any($1) and exists (
            select from permission_scope p where p.id = d.scope_id and (p.everyone or exists (
                select from scope_principal m join principal r on r.id = m.principal_id where m.scope_id = p.id and r.key = any($2))))
        """;

    /// <summary>Those of the given documents that exist and that the reader may read.</summary>
    public async Task<IReadOnlySet<long>> FilterAsync(IReadOnlyCollection<long> documents, Reader reader, CancellationToken cancellationToken)
    {
        var readable = new HashSet<long>();
        if (documents.Count == 0)
        {
            return readable;
        }

        await using var command = database.CreateCommand(Readable);
        command.Parameters.AddWithValue(documents.ToArray());
        command.Parameters.AddWithValue(reader.PrincipalKeys.ToArray());
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            readable.Add(rows.GetInt64(0));
        }

        return readable;
    }
}
