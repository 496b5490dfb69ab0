using System.Runtime.InteropServices;
using BotKb.Data;
using BotKb.Retrieval.Lexical;
using Npgsql;

namespace BotKb.Retrieval.Following;

/// <summary>Brings an index from where it stands to what PostgreSQL has committed now.</summary>
internal sealed class ReadChanges(NpgsqlDataSource database)
{
    // A load of any size is taken in pieces of some megabytes.
    private const int Batch = 2_048;

    private const string Feed = $"""
        select 0, null::bigint, null::bigint, null::bigint, null::bytea, {FeedMark.Columns} from feed_mark
        union all select 1, id, scope_id, null, null, null, null, null from document where {ChangeCursor.IsNew}
        union all select 2, chunk_id, null, null, null, null, null, null from chunk_gone where {ChangeCursor.IsNew}
        union all select 3, id, source_id, document_id, lex, null, null, null from chunk where {ChangeCursor.IsNew}
        """;

    /// <summary>Reads on.</summary>
    /// <returns>
    /// Where the index stands now and how many rows were new; null where it cannot go on, so that it has to be filled anew: the database is
    /// another one or its server has started anew, or deletions that it has not seen are purged.
    /// </returns>
    public async Task<(FollowedIndex Followed, int Rows)?> RunAsync(FollowedIndex followed, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Feed);
        command.Parameters.AddRange(followed.Cursor.Parameters());
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var changes = new Changes([], [], []);
        FeedMark? mark = null;
        var count = 0;
        for (; await rows.ReadAsync(cancellationToken); count++)
        {
            switch (rows.GetInt32(0))
            {
                case 0:
                    mark = FeedMark.Read(rows, 5);
                    break;
                case 1:
                    changes.Documents.Add(new DocumentEntry(rows.GetInt64(1), rows.GetInt64(2)));
                    break;
                case 2:
                    changes.Gone.Add(rows.GetInt64(1));
                    break;
                default:
                    changes.Chunks.Add(new ChunkEntry(rows.GetInt64(1), rows.GetInt64(2), rows.GetInt64(3), (byte[])rows.GetValue(4)));
                    break;
            }

            changes.GiveTo(followed.Index, Batch);
        }

        changes.GiveTo(followed.Index, 1);
        return mark is not null && mark.Continues(followed.Epoch, followed.Cursor) ? (followed with { Cursor = mark.Cursor }, count - 1) : null;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Changes(List<DocumentEntry> Documents, List<long> Gone, List<ChunkEntry> Chunks)
    {
        public void GiveTo(LexicalIndex index, int atLeast)
        {
            if (Documents.Count + Gone.Count + Chunks.Count >= atLeast)
            {
                index.Apply(Documents, Chunks, Gone);
                Documents.Clear();
                Gone.Clear();
                Chunks.Clear();
            }
        }
    }
}
