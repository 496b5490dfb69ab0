using System.Collections.Immutable;

namespace BotKb.Knowledge;

/// <summary>The text of one document in reading order.</summary>
/// <param name="Title">The title that the document gives itself (metadata, first heading), where it has one.</param>
/// <param name="Blocks">Its blocks; at least one.</param>
public sealed record ExtractedDocument(string? Title, ImmutableArray<Block> Blocks);
