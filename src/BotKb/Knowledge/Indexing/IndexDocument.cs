using System.Collections.Immutable;
using System.Security.Cryptography;
using BotKb.Retrieval;

namespace BotKb.Knowledge.Indexing;

/// <summary>Reads one document: bytes, blocks, chunks, term vectors. Writes nothing; every outcome is a value.</summary>
internal sealed class IndexDocument(IDocumentExtractor extractor, QuestionsFirst questions)
{
    // Up to here the content is read once into memory; above it, once to compare and once to read.
    private const int SmallContent = 8 * 1024 * 1024;

    public async Task<IndexedDocument> RunAsync(IKnowledgeSource source, PendingDocument document, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(source, document, cancellationToken);
        }
        catch (SourceItemException exception)
        {
            return IndexedDocument.NotIndexed(document, DocumentStatus.Skipped, exception.Message);
        }
        catch (IOException exception)
        {
            return IndexedDocument.NotIndexed(document, DocumentStatus.Skipped, $"It could not be read to its end: {exception.Message}");
        }
    }

    private async Task<IndexedDocument> ReadAsync(IKnowledgeSource source, PendingDocument document, CancellationToken cancellationToken)
    {
        await using var content = await OpenAsync(source, document, cancellationToken);
        byte[]? hash = null;
        if (content is MemoryStream || document.ContentHash is not null)
        {
            hash = await HashAsync(source, document, content, cancellationToken);
            if (document.ContentHash is not null && hash.AsSpan().SequenceEqual(document.ContentHash))
            {
                return new IndexedDocument(document, DocumentStatus.Indexed, "", true, hash, null, []);
            }
        }

        var result = await extractor.ExtractAsync(document.FileName, content, cancellationToken);
        if (result.Document is null)
        {
            return IndexedDocument.NotIndexed(document, result.Status.ToName(), result.Reason);
        }

        hash ??= await HashAsync(source, document, null, cancellationToken);
        try
        {
            return await IndexingThreads.Shared.RunAsync(() => Analyze(document, hash, result.Document, cancellationToken), cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // One document must not keep all others of its source from being read.
            return IndexedDocument.NotIndexed(
                document, ExtractionStatus.Corrupt.ToName(), $"Its text could not be taken in ({exception.GetType().Name}); report it.");
        }
    }

    private IndexedDocument Analyze(PendingDocument document, byte[] hash, ExtractedDocument extracted, CancellationToken cancellationToken)
    {
        questions.Wait(cancellationToken);
        var cleaned = DocumentCleaner.Clean(extracted);
        var title = document.SourceTitle ?? cleaned.Title ?? "";
        var chunks = ImmutableArray.CreateBuilder<AnalyzedChunk>();
        foreach (var chunk in Chunker.Split(cleaned))
        {
            questions.Wait(cancellationToken);
            chunks.Add(new AnalyzedChunk(chunk, ChunkAnalyzer.Analyze(title, chunk.HeadingPath, chunk.Text)));
        }

        return new IndexedDocument(document, DocumentStatus.Indexed, "", false, hash, cleaned.Title, chunks.DrainToImmutable());
    }

    private static async Task<Stream> OpenAsync(IKnowledgeSource source, PendingDocument document, CancellationToken cancellationToken)
    {
        var content = await source.OpenAsync(document.Item, cancellationToken);
        if (document.Size > SmallContent)
        {
            return content;
        }

        await using (content)
        {
            var memory = new MemoryStream(checked((int)document.Size + 1));
            var buffer = new byte[64 * 1024];
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (memory.Length + read > 2L * SmallContent)
                {
                    throw new SourceItemException("It grew while it was read; it will be read at the next sync.");
                }

                await memory.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            memory.Position = 0;
            return memory;
        }
    }

    private static async Task<byte[]> HashAsync(
        IKnowledgeSource source, PendingDocument document, Stream? content, CancellationToken cancellationToken)
    {
        if (content is MemoryStream memory)
        {
            return SHA256.HashData(memory.GetBuffer().AsSpan(0, (int)memory.Length));
        }

        await using var again = await source.OpenAsync(document.Item, cancellationToken);
        return await SHA256.HashDataAsync(again, cancellationToken);
    }
}
