namespace BotKb.Knowledge;

/// <summary>One change that a source reports; the last one about an item wins.</summary>
public abstract record SourceChange
{
    private SourceChange()
    {
    }

    /// <summary>The item exists in this state (new, changed, moved, re-scoped or as it was).</summary>
    public sealed record Upserted(SourceItem Item) : SourceChange;

    /// <summary>The item is gone.</summary>
    public sealed record Removed(string ItemId) : SourceChange;

    /// <summary>An item that exists but is not read (special file, unreadable name, too large); shown with its reason.</summary>
    public sealed record Failed(string ItemId, string Path, string Reason) : SourceChange;

    /// <summary>A folder that could not be listed: nothing below it may be taken for deleted.</summary>
    public sealed record Unlisted(string FolderPath, string Reason) : SourceChange;

    /// <summary>Everything before this is complete and may be saved together with <paramref name="Cursor"/>.</summary>
    /// <param name="Cursor">Where the next run begins; null when every run enumerates everything.</param>
    /// <param name="EverythingSeen">True at the end of a full enumeration: items it did not report are gone.</param>
    public sealed record Checkpoint(string? Cursor, bool EverythingSeen) : SourceChange;
}
