using BotKb.Knowledge;

namespace BotKb.Data;

/// <summary>An item of a source and what became of it.</summary>
public sealed class Document
{
    public long Id { get; set; }

    public long SourceId { get; set; }

    public Source? Source { get; set; }

    /// <summary>The source's own identity of the item.</summary>
    public required string ItemId { get; set; }

    /// <summary>Path below the source's root, separated by '/'.</summary>
    public required string Path { get; set; }

    /// <summary>The title that the source keeps.</summary>
    public string? SourceTitle { get; set; }

    /// <summary>The title that the document gives itself.</summary>
    public string? OwnTitle { get; set; }

    public string? Url { get; set; }

    /// <summary>The source's version of the content; empty for an item that is only listed with a reason.</summary>
    public required string Version { get; set; }

    /// <summary>SHA-256 of the content that is indexed.</summary>
    public byte[]? ContentHash { get; set; }

    /// <summary>Bytes.</summary>
    public long Size { get; set; }

    public DateTimeOffset ModifiedAt { get; set; }

    /// <summary>The permission scope that it belongs to.</summary>
    public long ScopeId { get; set; }

    public PermissionScope? Scope { get; set; }

    /// <summary>One of <see cref="DocumentStatus"/>.</summary>
    public required string Status { get; set; }

    /// <summary>Why it is not indexed, one sentence for the admin; empty when it is.</summary>
    public required string Reason { get; set; }

    /// <summary>How often this version was tried without a lasting result.</summary>
    public int Tries { get; set; }

    public int ChunkCount { get; set; }

    /// <summary>The <see cref="IndexVersion.Current"/> that its chunks were made by.</summary>
    public short IndexVersion { get; set; }

    public DateTimeOffset? IndexedAt { get; set; }
}
