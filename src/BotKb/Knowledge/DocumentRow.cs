namespace BotKb.Knowledge;

/// <summary>A document in a list.</summary>
/// <param name="Id">Its row.</param>
/// <param name="SourceId">Its source's row.</param>
/// <param name="Path">Path below its source.</param>
/// <param name="Title">The title that the source or the document gives; null where there is none.</param>
/// <param name="Status">One of <see cref="DocumentStatus"/>.</param>
/// <param name="Reason">Why it is not indexed; empty when it is.</param>
/// <param name="Size">Bytes.</param>
/// <param name="ModifiedAt">When it was changed last at its source.</param>
/// <param name="Chunks">How many passages it has.</param>
public sealed record DocumentRow(
    long Id, long SourceId, string Path, string? Title, string Status, string Reason, long Size, DateTimeOffset ModifiedAt, int Chunks);
