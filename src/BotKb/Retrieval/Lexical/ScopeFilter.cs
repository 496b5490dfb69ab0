namespace BotKb.Retrieval.Lexical;

/// <summary>Answers for one search whether a document may be seen, asking the reader's set once for each scope that is met.</summary>
internal sealed class ScopeFilter(DocumentTable documents, IReadOnlySet<long> visibleScopes)
{
    private readonly Verdict[] _verdicts = new Verdict[documents.ScopeIds.Length];

    private enum Verdict : byte
    {
        NotAsked,
        Visible,
        Hidden,
    }

    /// <summary>True where the document in the slot lies in a visible scope; unknown means no.</summary>
    public bool Allows(int slot)
    {
        var scope = documents[slot].Scope;
        if (scope == DocumentSlot.Unknown)
        {
            return false;
        }

        if (_verdicts[scope] == Verdict.NotAsked)
        {
            _verdicts[scope] = visibleScopes.Contains(documents.ScopeIds[scope]) ? Verdict.Visible : Verdict.Hidden;
        }

        return _verdicts[scope] == Verdict.Visible;
    }
}
