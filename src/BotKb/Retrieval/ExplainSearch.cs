using System.Collections.Immutable;
using BotKb.Access;
using BotKb.Retrieval.Analysis;
using BotKb.Retrieval.Lexical;
using Npgsql;

namespace BotKb.Retrieval;

/// <summary>Searches as <see cref="IPassageSearch"/> does and says of each passage what its score is made of. Safe for concurrent use.</summary>
public sealed class ExplainSearch(IPassageSearch search, NpgsqlDataSource database)
{
    /// <summary>The same passages in the same order, each with its reasons.</summary>
    /// <inheritdoc cref="IPassageSearch.SearchAsync"/>
    public async Task<IReadOnlyList<ExplainedPassage>> RunAsync(
        string question, IReadOnlyList<long> knowledgeBases, Reader reader, int count, CancellationToken cancellationToken)
    {
        var found = await search.SearchAsync(question, knowledgeBases, reader, count, cancellationToken);
        var names = new TermNames();
        var terms = QueryAnalyzer.Analyze(question, names).ToDictionary(term => term.Term, term => term.Weight);
        var vectors = await VectorsAsync(found.Passages, cancellationToken);

        // A passage that was withdrawn since then has no vector any more, and no place in the list.
        return [.. found.Passages.Where(passage => vectors.ContainsKey(passage.ChunkId))
            .Select(passage => Explain(passage, vectors[passage.ChunkId], terms, names, found.TermIdf))];
    }

    private static ExplainedPassage Explain(
        Passage passage, TermVector vector, Dictionary<uint, float> terms, TermNames names, IReadOnlyDictionary<uint, float> rarities)
    {
        var saturation = Bm25.Saturation(vector.Length);
        var matched = new List<MatchedTerm>();
        for (var i = 0; i < vector.Terms.Length; i++)
        {
            if (terms.TryGetValue(vector.Terms[i], out var weight) && rarities.TryGetValue(vector.Terms[i], out var rarity))
            {
                var (text, kind) = names.Of(vector.Terms[i]);
                var score = Bm25.Unit(weight, rarity) * Bm25.Impact(vector.Frequencies[i], saturation);
                matched.Add(new MatchedTerm(text, kind, weight, rarity, score));
            }
        }

        return new ExplainedPassage(
            passage, [.. matched.OrderByDescending(term => term.Score)], Math.Max(0, passage.Score - matched.Sum(term => term.Score)));
    }

    private async Task<Dictionary<long, TermVector>> VectorsAsync(ImmutableArray<Passage> passages, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select id, lex from chunk where id = any($1)");
        command.Parameters.AddWithValue(passages.Select(passage => passage.ChunkId).ToArray());
        var vectors = new Dictionary<long, TermVector>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            vectors[rows.GetInt64(0)] = TermVector.Decode((byte[])rows.GetValue(1));
        }

        return vectors;
    }
}
