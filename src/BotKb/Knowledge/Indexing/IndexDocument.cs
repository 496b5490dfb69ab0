using System.Security.Cryptography;
using BotKb.Retrieval;

namespace BotKb.Knowledge.Indexing;

/// <summary>Reads one document: bytes, blocks, chunks, term vectors. Writes nothing; every outcome is a value.</summary>
internal sealed class IndexDocument(IDocumentExtractor extractor)
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

        var cleaned = DocumentCleaner.Clean(result.Document);
        var title = document.SourceTitle ?? cleaned.Title ?? "";
        var chunks = Chunker.Split(cleaned)
            .Select(chunk => new AnalyzedChunk(chunk, ChunkAnalyzer.Analyze(title, chunk.HeadingPath, chunk.Text)));
        hash ??= await HashAsync(source, document, null, cancellationToken);
        return new IndexedDocument(document, DocumentStatus.Indexed, "", false, hash, cleaned.Title, [.. chunks]);
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
