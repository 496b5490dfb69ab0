namespace BotKb.Data;

/// <summary>A file that was uploaded into a source; its bytes are its parts.</summary>
public sealed class Upload
{
    public long Id { get; set; }

    public long SourceId { get; set; }

    public Source? Source { get; set; }

    /// <summary>The file's own name, without a path; unique among the complete ones of its source.</summary>
    public required string Name { get; set; }

    /// <summary>Bytes.</summary>
    public long Size { get; set; }

    /// <summary>SHA-256 of the whole; null while it is not complete.</summary>
    public byte[]? ContentHash { get; set; }

    public required string UploadedBy { get; set; }

    public DateTimeOffset UploadedAt { get; set; }
}
