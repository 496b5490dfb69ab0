using BotKb.Access;

namespace BotKb.Knowledge;

/// <summary>A file of a source.</summary>
/// <param name="ItemId">The source's own identity of the item; survives renames where the source can tell.</param>
/// <param name="Path">Path below the source's root, separated by '/'; for people and readers' rules, never an identity.</param>
/// <param name="Version">Changes whenever the content may have changed; equal means unchanged.</param>
/// <param name="Size">Bytes, as the source states them.</param>
/// <param name="ModifiedAt">Last change of the content, as the source states it.</param>
/// <param name="Readers">Who may read it.</param>
/// <param name="Title">The title that the source keeps for it, where it keeps one.</param>
/// <param name="Url">The address at which people open it, where it has one.</param>
public sealed record SourceItem(
    string ItemId,
    string Path,
    string Version,
    long Size,
    DateTimeOffset ModifiedAt,
    ReaderSet Readers,
    string? Title = null,
    string? Url = null);
