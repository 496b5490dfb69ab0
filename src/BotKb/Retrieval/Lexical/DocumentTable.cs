namespace BotKb.Retrieval.Lexical;

/// <summary>The documents of a snapshot by slot, and the scopes by number. Immutable.</summary>
/// <param name="Pages">Slots, <see cref="PageSize"/> a page.</param>
/// <param name="ScopeIds">Scope ids by number.</param>
internal sealed record DocumentTable(DocumentSlot[][] Pages, long[] ScopeIds)
{
    /// <summary>Slots of a page: what a change of scope copies.</summary>
    public const int PageSize = 512;

    /// <summary>No document.</summary>
    public static DocumentTable Empty { get; } = new([], []);

    /// <summary>The document in a slot.</summary>
    public ref readonly DocumentSlot this[int slot] => ref Pages[slot / PageSize][slot % PageSize];

    /// <summary>The memory that it takes.</summary>
    public long Bytes => (Pages.Length * PageSize * 16L) + (ScopeIds.Length * 8L);
}
