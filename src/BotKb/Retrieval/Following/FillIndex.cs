using System.Collections.Concurrent;
using BotKb.Data;
using BotKb.Retrieval.Lexical;
using Npgsql;

namespace BotKb.Retrieval.Following;

/// <summary>Fills an index with everything that PostgreSQL holds, over two connections at once.</summary>
internal sealed class FillIndex(NpgsqlDataSource database, RenewStamps stamps)
{
    private const int Connections = 2;

    // Each worker takes the next of so many ranges of ids when it is done with one: none waits for the other for long.
    private const int Ranges = 32;

    // What a worker holds beside the index is an eighth of it.
    private const int Blocks = 8;
    private const int SmallestBlock = 4_096;

    // The analysed count knows how many ids are in use; their span knows better where nothing was analysed yet.
    private const string Begin = $"""
        select coalesce((select min(id) from chunk), 0), coalesce((select max(id) from chunk), 0),
            (select reltuples::bigint from pg_class where oid = 'chunk'::regclass), {FeedMark.Columns} from feed_mark
        """;

    /// <summary>Reads everything. What is committed meanwhile, the next visit of the feed brings.</summary>
    /// <exception cref="InvalidDataException">A stored term vector is damaged.</exception>
    public async Task<FollowedIndex> RunAsync(CancellationToken cancellationToken)
    {
        await stamps.RunAsync(cancellationToken);
        var (first, last, estimate, mark) = await BeginAsync(cancellationToken);
        var index = new LexicalIndex();
        await FillDocumentsAsync(index, cancellationToken);
        var span = last - first + 1;
        var step = (span / Ranges) + 1;
        var ranges = new ConcurrentQueue<(long From, long To)>(
            Enumerable.Range(0, (int)((span + step - 1) / step)).Select(i => (first + (i * step), first + ((i + 1) * step))));
        var block = (int)Math.Clamp((estimate > 0 ? Math.Min(span, estimate) : span) / Blocks, SmallestBlock, Segment.Capacity);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(
            () => FillChunksAsync(new ChunkBlocks(index, block), ranges, stop), cancellationToken)));
        return new FollowedIndex(index, mark.Cursor, mark.Epoch);
    }

    private async Task<(long First, long Last, long Estimate, FeedMark Mark)> BeginAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Begin);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), FeedMark.Read(row, 3));
    }

    private async Task FillDocumentsAsync(LexicalIndex index, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var rows = await CopyRows.OpenAsync(connection, "select id, scope_id from document", 2, cancellationToken);
        var documents = new List<DocumentEntry>();
        while (await rows.ReadAsync(cancellationToken))
        {
            documents.Add(new DocumentEntry(rows.Number(0), rows.Number(1)));
        }

        index.Apply(documents, [], []);
    }

    private async Task FillChunksAsync(ChunkBlocks blocks, ConcurrentQueue<(long From, long To)> ranges, CancellationTokenSource stop)
    {
        try
        {
            await using var connection = await database.OpenConnectionAsync(stop.Token);
            while (ranges.TryDequeue(out var range))
            {
                await using var rows = await CopyRows.OpenAsync(
                    connection,
                    $"select id, source_id, document_id, lex from chunk where id >= {range.From} and id < {range.To}",
                    4,
                    stop.Token);
                while (await rows.ReadAsync(stop.Token))
                {
                    blocks.Add(rows.Number(0), rows.Number(1), rows.Number(2), rows.Bytes(3));
                }
            }

            blocks.Finish();
        }
        catch
        {
            // The other worker need not go on.
            await stop.CancelAsync();
            throw;
        }
    }
}
