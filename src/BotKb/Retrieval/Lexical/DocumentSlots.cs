namespace BotKb.Retrieval.Lexical;

/// <summary>
/// Gives documents and scopes dense numbers and makes the tables that snapshots read. A published page is never written again: the
/// first change after <see cref="Publish"/> copies it.
/// </summary>
internal sealed class DocumentSlots
{
    private readonly Dictionary<long, int> _slots = [];
    private readonly Dictionary<long, int> _scopes = [];
    private readonly List<long> _scopeIds = [];
    private readonly List<DocumentSlot[]> _pages = [];
    private readonly HashSet<int> _ownPages = [];
    private DocumentTable _published = DocumentTable.Empty;

    /// <summary>What its own tables take, without those that are published: an entry of a dictionary is about 40 bytes with its bucket.</summary>
    public long EstimatedBytes => (_slots.Count + _scopes.Count) * 40L;

    /// <summary>Points a document at a scope.</summary>
    public void SetScope(DocumentEntry document)
    {
        if (!_scopes.TryGetValue(document.ScopeId, out var scope))
        {
            scope = _scopeIds.Count;
            _scopes.Add(document.ScopeId, scope);
            _scopeIds.Add(document.ScopeId);
        }

        var slot = SlotOf(document.DocumentId);
        if (_pages[slot / DocumentTable.PageSize][slot % DocumentTable.PageSize].Scope != scope)
        {
            Write(slot, new DocumentSlot(document.DocumentId, scope));
        }
    }

    /// <summary>The slot of a document; a new one without a scope where it is not known yet.</summary>
    public int SlotOf(long documentId)
    {
        if (!_slots.TryGetValue(documentId, out var slot))
        {
            slot = _slots.Count;
            _slots.Add(documentId, slot);
            Write(slot, new DocumentSlot(documentId, DocumentSlot.Unknown));
        }

        return slot;
    }

    /// <summary>The documents as they are now.</summary>
    public DocumentTable Publish()
    {
        if (_ownPages.Count > 0)
        {
            _published = new DocumentTable(_pages.ToArray(), _scopeIds.ToArray());
            _ownPages.Clear();
        }

        return _published;
    }

    private void Write(int slot, DocumentSlot document)
    {
        var page = slot / DocumentTable.PageSize;
        if (page == _pages.Count)
        {
            _pages.Add(new DocumentSlot[DocumentTable.PageSize]);
            _ownPages.Add(page);
        }
        else if (_ownPages.Add(page))
        {
            _pages[page] = (DocumentSlot[])_pages[page].Clone();
        }

        _pages[page][slot % DocumentTable.PageSize] = document;
    }
}
