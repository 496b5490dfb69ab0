using System.Collections.Immutable;

namespace BotKb.Knowledge.Reading;

/// <summary>A document that the reader may read, as it was indexed last: all of it, or the part around the place that was asked for.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Title">Its title.</param>
/// <param name="Path">Path below its source.</param>
/// <param name="Url">Its address at its source, where it has one.</param>
/// <param name="KnowledgeBaseId">Its knowledge base.</param>
/// <param name="KnowledgeBase">The name of its knowledge base.</param>
/// <param name="SourceKind">Which implementation reads its source.</param>
/// <param name="PassageCount">How many passages the whole document has; 0 where it is not indexed.</param>
/// <param name="Passages">Passages that follow each other.</param>
public sealed record ReadableDocument(
    long Id,
    string Title,
    string Path,
    string? Url,
    long KnowledgeBaseId,
    string KnowledgeBase,
    string SourceKind,
    int PassageCount,
    ImmutableArray<DocumentPassage> Passages)
{
    /// <summary>The most passages that are opened at once.</summary>
    public const int PassagesAtOnce = 200;

    /// <summary>Where the part before this one begins; null at the beginning.</summary>
    public int? Before => Passages is [{ Ordinal: > 0 and var first }, ..] ? Math.Max(0, first - PassagesAtOnce) : null;

    /// <summary>Where the part after this one begins; null at the end.</summary>
    public int? After => Passages is [.., { Ordinal: var last }] && last + 1 < PassageCount ? last + 1 : null;
}
