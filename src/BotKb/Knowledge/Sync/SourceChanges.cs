namespace BotKb.Knowledge.Sync;

/// <summary>The changes up to a checkpoint, the last one about each item.</summary>
internal sealed class SourceChanges
{
    private readonly Dictionary<string, SourceChange> _items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _unlisted = new(StringComparer.Ordinal);

    public int Count => _items.Count;

    public IEnumerable<SourceChange> Items => _items.Values;

    public IEnumerable<string> Removed => _items.Values.OfType<SourceChange.Removed>().Select(change => change.ItemId);

    /// <summary>Folders (or single entries) at and below which nothing may be taken for deleted, each with its reason.</summary>
    public IReadOnlyDictionary<string, string> Unlisted => _unlisted;

    public void Add(SourceChange change)
    {
        switch (change)
        {
            case SourceChange.Upserted upserted:
                _items[upserted.Item.ItemId] = upserted;
                break;
            case SourceChange.Failed failed:
                _items[failed.ItemId] = failed;
                break;
            case SourceChange.Removed removed:
                _items[removed.ItemId] = removed;
                break;
            case SourceChange.Unlisted unlisted:
                _unlisted[unlisted.FolderPath] = unlisted.Reason;
                break;
        }
    }

    public void Clear()
    {
        _items.Clear();
        _unlisted.Clear();
    }
}
