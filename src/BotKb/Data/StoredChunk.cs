namespace BotKb.Data;

/// <summary>A passage and its term vector. Never updated: a changed document gets new rows.</summary>
public sealed class StoredChunk
{
    public long Id { get; set; }

    public long DocumentId { get; set; }

    public Document? Document { get; set; }

    /// <summary>The source of its document, which never changes.</summary>
    public long SourceId { get; set; }

    public int Ordinal { get; set; }

    public required string Text { get; set; }

    public required string[] HeadingPath { get; set; }

    public int? Page { get; set; }

    public string? Sheet { get; set; }

    public int? Slide { get; set; }

    /// <summary>What <see cref="Retrieval.ChunkAnalyzer"/> made of it.</summary>
    public required byte[] Lex { get; set; }

    public short LexVersion { get; set; }
}
