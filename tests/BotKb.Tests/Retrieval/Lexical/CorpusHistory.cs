using BotKb.Retrieval.Analysis;
using BotKb.Retrieval.Lexical;

namespace BotKb.Tests.Retrieval.Lexical;

/// <summary>A random corpus and a random way in which it comes into an index.</summary>
internal sealed class CorpusHistory
{
    private const int Sources = 3;
    private const int Scopes = 4;
    private const int Vocabulary = 40;
    private readonly Random _random;
    private readonly List<ChunkRow> _rows;
    private readonly Dictionary<long, long> _scopes;

    public CorpusHistory(int seed)
    {
        _random = new Random(seed);
        var documents = _random.Next(1, 30);
        _scopes = Enumerable.Range(1, documents).ToDictionary(id => (long)id, _ => (long)_random.Next(Scopes));
        _rows = Enumerable.Range(1, _random.Next(1, 400)).Select(id => Row(id, _random.Next(1, documents + 1))).ToList();
    }

    /// <summary>The chunks that were removed.</summary>
    public HashSet<long> Removed { get; } = [];

    public IReadOnlyList<ChunkRow> Rows => _rows;

    /// <summary>
    /// Fills an index with some rows and adds the others in random batches, some twice, with removals with and after the rows that they mean;
    /// all of it while large segments are merged.
    /// </summary>
    public LexicalIndex Play(double removedShare)
    {
        var index = new LexicalIndex();
        Removed.Clear();
        Removed.UnionWith(_rows.Where(_ => _random.NextDouble() < removedShare).Select(row => row.Id));
        var documents = _scopes.Select(pair => new DocumentEntry(pair.Key, pair.Value)).OrderBy(_ => _random.Next()).ToList();
        var shuffled = _rows.OrderBy(_ => _random.Next()).ToList();
        Fill(index, Draw(shuffled));
        var added = shuffled.Concat(shuffled.Where(_ => _random.Next(5) == 0)).OrderBy(_ => _random.Next()).Select(row => row.ToEntry()).ToList();
        var gone = Removed.Concat(Removed.Where(_ => _random.Next(5) == 0)).OrderBy(_ => _random.Next()).ToList();
        while (documents.Count + added.Count + gone.Count > 0)
        {
            var batch = Draw(added);
            var coming = added.Select(chunk => chunk.ChunkId).ToHashSet();
            index.Apply(Draw(documents), batch, [.. Draw(gone).Where(id => Later(id, coming, gone))]);
            if (_random.Next(3) == 0)
            {
                index.MergeOnce();
            }
        }

        return index;
    }

    // A removed chunk never comes again, so its removal waits until the last time that it is added.
    private static bool Later(long id, HashSet<long> coming, List<long> gone)
    {
        if (coming.Contains(id))
        {
            gone.Add(id);
            return false;
        }

        return true;
    }

    private void Fill(LexicalIndex index, List<ChunkRow> rows)
    {
        var workers = Enumerable.Range(0, 2).Select(_ => new ChunkBlocks(index, _random.Next(1, 40))).ToArray();
        foreach (var row in rows.OrderBy(row => row.Id))
        {
            workers[row.Id > _rows.Count / 2 ? 1 : 0].Add(row.Id, row.Source, row.Document, row.ToEntry().Lex);
        }

        Array.ForEach(workers, worker => worker.Finish());
    }

    public IReadOnlyList<QueryTerm> Question() =>
        Enumerable.Range(0, Vocabulary + 5).OrderBy(_ => _random.Next()).Take(_random.Next(1, 12))
            .Select(term => new QueryTerm((uint)term * 0x2000_0001u, _random.Next(1, 5) / 4f)).ToList();

    public IReadOnlyList<long> SomeSources() =>
        Enumerable.Range(0, Sources + 1).Where(_ => _random.Next(3) > 0).Select(id => (long)id).ToList();

    public IReadOnlySet<long> SomeScopes() =>
        Enumerable.Range(0, Scopes + 2).Where(_ => _random.Next(2) > 0).Select(id => (long)id).ToHashSet();

    public IEnumerable<ChunkRow> Findable(IReadOnlyList<long> sources, IReadOnlySet<long> scopes) =>
        _rows.Where(row => !Removed.Contains(row.Id) && sources.Contains(row.Source) && scopes.Contains(_scopes[row.Document]));

    private ChunkRow Row(long id, long document)
    {
        var terms = new Dictionary<uint, byte>();
        for (var i = _random.Next(12); i >= 0; i--)
        {
            // Low numbers are common words; the factor spreads the terms over the whole range of ids.
            var term = (uint)(_random.Next(Vocabulary) * _random.NextDouble()) * 0x2000_0001u;
            terms[term] = (byte)_random.Next(1, 256);
        }

        return new ChunkRow(id, document % Sources, document, _random.Next(600), terms);
    }

    private List<T> Draw<T>(List<T> from)
    {
        var count = Math.Min(from.Count, _random.Next(_random.Next(2) == 0 ? 3 : 200));
        var drawn = from[..count];
        from.RemoveRange(0, count);
        return drawn;
    }
}
