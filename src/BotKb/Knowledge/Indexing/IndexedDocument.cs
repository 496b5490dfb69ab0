using System.Collections.Immutable;

namespace BotKb.Knowledge.Indexing;

/// <summary>What reading a document gave, ready to be written.</summary>
/// <param name="Document">The document as it was taken up; the result counts only while its row still has that version.</param>
/// <param name="Status">Its new <see cref="DocumentStatus"/>.</param>
/// <param name="Reason">Why it is not indexed; empty when it is.</param>
/// <param name="Unchanged">True when the content is what is indexed already; the chunks stay.</param>
/// <param name="ContentHash">SHA-256 of the content, where it is indexed.</param>
/// <param name="OwnTitle">The title that the document gives itself.</param>
/// <param name="Chunks">Its passages.</param>
internal sealed record IndexedDocument(
    PendingDocument Document,
    string Status,
    string Reason,
    bool Unchanged,
    byte[]? ContentHash,
    string? OwnTitle,
    ImmutableArray<AnalyzedChunk> Chunks)
{
    public static IndexedDocument NotIndexed(PendingDocument document, string status, string reason) =>
        new(document, status, reason, false, null, null, []);
}
