using System.Runtime.CompilerServices;
using System.Threading.Channels;
using BotKb.Data;
using BotKb.Knowledge.Sync;
using Npgsql;

namespace BotKb.Knowledge.Indexing;

/// <summary>
/// Reads every pending document of a source: several at once, written in groups as they come. What waits to be written is bounded, however
/// many and however large the documents are.
/// </summary>
internal sealed class IndexPendingDocuments(NpgsqlDataSource database, IndexDocument index, IndexWriter writer, QuestionsFirst questions)
{
    /// <summary>A document that took too long is tried by so many syncs.</summary>
    public const int MostTries = 3;

    private const int PageSize = 500;
    private const int GroupSize = 64;
    private const int GroupChunks = 1_000;

    // A question that comes while a group is written waits for the processor: a large group is 30 ms of work for PostgreSQL.
    private const int SmallGroupSize = 12;
    private const int SmallGroupChunks = 60;

    // A document of more chunks waits until no other such one waits to be written.
    private const int LargeDocument = 200;

    private static readonly int Parallelism = Environment.ProcessorCount + 1;

    /// <summary>Yields each group after it was committed.</summary>
    public async IAsyncEnumerable<IReadOnlyList<IndexedDocument>> RunAsync(
        SourceRun run, IKnowledgeSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var large = new SemaphoreSlim(1);
        var results = Channel.CreateBounded<IndexedDocument>(GroupSize);
        var reading = ReadAllAsync(run, source, results.Writer, large, stop.Token);
        try
        {
            while (await results.Reader.WaitToReadAsync(stop.Token))
            {
                var group = questions.AskedLately
                    ? TakeGroup(results.Reader, SmallGroupSize, SmallGroupChunks)
                    : TakeGroup(results.Reader, GroupSize, GroupChunks);
                await questions.WorkAsync(() => WriteAsync(run, group, stop.Token), stop.Token);
                if (group.Exists(IsLarge))
                {
                    large.Release();
                }

                yield return group;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await reading.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }

        await reading;
    }

    /// <summary>How many documents are waiting.</summary>
    public async Task<int> CountAsync(long sourceId, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select count(*)::int from document where source_id = $1 and status = 'pending'");
        command.Parameters.AddWithValue(sourceId);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task<bool> WriteAsync(SourceRun run, List<IndexedDocument> group, CancellationToken cancellationToken)
    {
        await PostgresFailure.RetryAsync(token => writer.WriteAsync(run, group, token), cancellationToken);
        return true;
    }

    private static bool IsLarge(IndexedDocument document) => document.Chunks.Length > LargeDocument;

    private static List<IndexedDocument> TakeGroup(ChannelReader<IndexedDocument> results, int documents, int mostChunks)
    {
        var group = new List<IndexedDocument>();
        var chunks = 0;
        while (group.Count < documents && chunks < mostChunks && results.TryRead(out var result))
        {
            group.Add(result);
            chunks += result.Chunks.Length;
        }

        return group;
    }

    private async Task ReadAllAsync(
        SourceRun run, IKnowledgeSource source, ChannelWriter<IndexedDocument> results, SemaphoreSlim large, CancellationToken cancellationToken)
    {
        Exception? failure = null;
        try
        {
            await Parallel.ForEachAsync(
                PendingAsync(run.SourceId, cancellationToken),
                new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken },
                async (document, token) =>
                {
                    var result = await questions.WorkAsync(() => index.RunAsync(source, document, token), token);
                    if (IsLarge(result))
                    {
                        await large.WaitAsync(token);
                    }

                    await results.WriteAsync(result, token);
                });
        }
        catch (Exception exception)
        {
            failure = exception;
            throw;
        }
        finally
        {
            results.Complete(failure);
        }
    }

    private async IAsyncEnumerable<PendingDocument> PendingAsync(
        long sourceId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = 0L;
        while (true)
        {
            var page = await PostgresFailure.RetryAsync(token => ReadPageAsync(sourceId, last, token), cancellationToken);
            foreach (var document in page)
            {
                yield return document;
            }

            if (page.Count < PageSize)
            {
                yield break;
            }

            last = page[^1].Id;
        }
    }

    private async Task<List<PendingDocument>> ReadPageAsync(long sourceId, long after, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select id, item_id, path, source_title, url, version, content_hash, size, modified_at
            from document where source_id = $1 and id > $2 and status = 'pending' order by id limit $3
            """);
        command.Parameters.AddWithValue(sourceId);
        command.Parameters.AddWithValue(after);
        command.Parameters.AddWithValue(PageSize);
        var page = new List<PendingDocument>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            page.Add(new PendingDocument(
                reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetValue(3) as string, reader.GetValue(4) as string,
                reader.GetString(5), reader.GetValue(6) as byte[], reader.GetInt64(7),
                await reader.GetFieldValueAsync<DateTimeOffset>(8, cancellationToken)));
        }

        return page;
    }
}
