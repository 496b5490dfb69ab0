using BotKb.Access;

namespace BotKb.Knowledge.Indexing;

/// <summary>A document that has to be read, as its row said when the run took it up.</summary>
internal sealed record PendingDocument(
    long Id,
    string ItemId,
    string Path,
    string? SourceTitle,
    string? Url,
    string Version,
    byte[]? ContentHash,
    long Size,
    DateTimeOffset ModifiedAt)
{
    /// <summary>The item to open; who may read it plays no part in reading it.</summary>
    public SourceItem Item => new(ItemId, Path, Version, Size, ModifiedAt, ReaderSet.Nobody, SourceTitle, Url);

    public string FileName => Path[(Path.LastIndexOf('/') + 1)..];
}
