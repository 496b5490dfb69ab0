using System.Runtime.CompilerServices;
using System.Text;
using BotKb.Access;
using BotKb.Knowledge;

namespace BotKb.PostgresTests.Knowledge;

/// <summary>A source in memory that does what a test tells it to.</summary>
internal sealed class FakeSource : IKnowledgeSource, IKnowledgeSourceKind
{
    public const string Name = "fake";
    private readonly Dictionary<string, (SourceItem Item, string Content)> _items = new(StringComparer.Ordinal);

    public string Kind => Name;

    /// <summary>Reported beside the items.</summary>
    public List<SourceChange> Extra { get; } = [];

    /// <summary>Items whose content cannot be opened.</summary>
    public HashSet<string> Locked { get; } = new(StringComparer.Ordinal);

    /// <summary>Called before the checkpoint.</summary>
    public Func<Task> BeforeCheckpoint { get; set; } = () => Task.CompletedTask;

    /// <summary>Called when an item is opened.</summary>
    public Func<SourceItem, Task> OnOpen { get; set; } = _ => Task.CompletedTask;

    public string? Cursor { get; set; }

    public bool EverythingSeen { get; set; } = true;

    public List<string?> CursorsSeen { get; } = [];

    public int Opened { get; private set; }

    public IKnowledgeSource Open(string settings) => this;

    public void Put(
        string id, string content, string? path = null, ReaderSet? readers = null, string? version = null, string? title = null) =>
        _items[id] = (
            new SourceItem(
                id, path ?? $"{id}.txt", version ?? content, Encoding.UTF8.GetByteCount(content), DateTimeOffset.UnixEpoch, readers ?? ReaderSet.All, title),
            content);

    public void Remove(string id) => _items.Remove(id);

    public async IAsyncEnumerable<SourceChange> ReadChangesAsync(
        string? cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        CursorsSeen.Add(cursor);
        foreach (var (item, _) in _items.Values)
        {
            yield return new SourceChange.Upserted(item);
        }

        foreach (var change in Extra)
        {
            yield return change;
        }

        await BeforeCheckpoint();
        yield return new SourceChange.Checkpoint(Cursor, EverythingSeen);
    }

    public async Task<Stream> OpenAsync(SourceItem item, CancellationToken cancellationToken)
    {
        Opened++;
        await OnOpen(item);
        return Locked.Contains(item.ItemId)
            ? throw new SourceItemException("It is locked.")
            : new MemoryStream(Encoding.UTF8.GetBytes(_items[item.ItemId].Content));
    }
}
