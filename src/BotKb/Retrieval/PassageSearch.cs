using System.Collections.Immutable;
using BotKb.Access;
using BotKb.Data;
using BotKb.Knowledge.Indexing;
using BotKb.Retrieval.Analysis;
using BotKb.Retrieval.Dense;
using BotKb.Retrieval.Following;
using BotKb.Retrieval.Lexical;
using Npgsql;

namespace BotKb.Retrieval;

/// <summary>
/// Searches by words and, where an embedding model is set, by meaning, and fetches what both found; the reader's permissions are part of
/// each step. While it works the indexing of this host waits, but not while the question is embedded elsewhere.
/// </summary>
internal sealed class PassageSearch(
    NpgsqlDataSource database, FollowIndex follow, EmbedQuestion embed, DenseSearch dense, QuestionsFirst questions) : IPassageSearch
{
    // So many more are asked of the index, as a document may be withdrawn between the two steps.
    private const int Spare = 10;
    private const int MostCandidates = 10_000;

    private static readonly string Fetch = $"""
        select c.id, c.document_id, c.ordinal, coalesce(d.source_title, d.own_title), d.path, d.url, c.heading_path, c.page, c.sheet, c.slide, c.text,
            case when $4 then c.lex end
        from chunk c join document d on d.id = c.document_id join source s on s.id = d.source_id
        where c.id = any($1) and s.knowledge_base_id = any($2) and {DocumentPermission.Allows("$3")}
        """;

    public async Task<SearchResult> SearchAsync(
        string question, IReadOnlyList<long> knowledgeBases, Reader reader, int count, CancellationToken cancellationToken)
    {
        if (count <= 0 || string.IsNullOrWhiteSpace(question))
        {
            return SearchResult.Nothing;
        }

        var terms = QueryAnalyzer.Analyze(question);
        var meaning = knowledgeBases.Count == 0 ? DenseQuestion.None : await embed.RunAsync(question, cancellationToken);
        if (terms.Count == 0 && meaning.Index is null)
        {
            return SearchResult.Nothing with { MeaningFailure = meaning.Failure };
        }

        using var asked = questions.Enter();
        var view = await PostgresFailure.RetryAsync(token => follow.ViewAsync(knowledgeBases, reader, token), cancellationToken);
        var nearest = dense.RunAsync(meaning, view, Depth(count), cancellationToken);
        var sought = new Sought(question, terms, view, knowledgeBases, reader);
        var (ranked, termIdf) = await ByWordsAsync(sought, count, cancellationToken);
        var near = await nearest;
        var passages = near.Hits.Count > 0 ? await WithNearAsync(sought, ranked, termIdf, near.Hits, cancellationToken) : ranked;
        return new SearchResult(near.Hits.Count > 0 ? RankFusion.Fuse(passages, count) : [.. passages.Take(count)], termIdf)
        {
            MeaningFailure = near.Failure,
        };
    }

    private static int Depth(int count) => Math.Max(count, PassageRanking.Depth) + Spare;

    private async Task<(ImmutableArray<Passage> Ranked, IReadOnlyDictionary<uint, float> TermIdf)> ByWordsAsync(
        Sought search, int count, CancellationToken cancellationToken)
    {
        for (var candidates = Depth(count); ; candidates *= 2)
        {
            var found = search.View.Index.Search(search.Terms, search.View.Sources, search.View.Scopes, candidates);
            var scores = found.Hits.ToDictionary(hit => hit.ChunkId, hit => hit.Score);
            var passages = await FetchAsync(search, scores.Keys, false, (id, _) => scores[id], cancellationToken);
            if (passages.Length >= count || found.Hits.Length < candidates || candidates > MostCandidates)
            {
                return (PassageRanking.Rank(search.Question, found.TermIdf, passages), found.TermIdf);
            }
        }
    }

    private async Task<ImmutableArray<Passage>> WithNearAsync(
        Sought search, ImmutableArray<Passage> ranked, IReadOnlyDictionary<uint, float> termIdf, IReadOnlyList<DenseHit> near,
        CancellationToken cancellationToken)
    {
        var similarities = near.ToDictionary(hit => hit.ChunkId, hit => hit.Similarity);
        var known = ranked.Select(passage => passage.ChunkId).ToHashSet();
        var others = await FetchAsync(
            search, similarities.Keys.Where(id => !known.Contains(id)), true,
            (_, lex) => Bm25.Score(lex!, search.Terms, termIdf), cancellationToken);
        return
        [
            .. ranked.Concat(PassageRanking.Rank(search.Question, termIdf, others))
                .Select(passage => similarities.TryGetValue(passage.ChunkId, out var similarity) ? passage with { Similarity = similarity } : passage)
                .OrderByDescending(passage => passage.Score).ThenBy(passage => passage.ChunkId),
        ];
    }

    private Task<ImmutableArray<Passage>> FetchAsync(
        Sought search, IEnumerable<long> chunks, bool withVector, Func<long, byte[]?, double> scoreOf, CancellationToken cancellationToken)
    {
        var ids = chunks.ToArray();
        return PostgresFailure.RetryAsync(
            async token =>
            {
                await using var command = database.CreateCommand(Fetch);
                command.Parameters.AddWithValue(ids);
                command.Parameters.AddWithValue(search.KnowledgeBases.ToArray());
                command.Parameters.AddWithValue(search.Reader.PrincipalKeys.ToArray());
                command.Parameters.AddWithValue(withVector);
                var passages = new List<Passage>(ids.Length);
                await using var rows = await command.ExecuteReaderAsync(token);
                while (await rows.ReadAsync(token))
                {
                    passages.Add(ReadPassage(rows, scoreOf));
                }

                return passages.OrderByDescending(passage => passage.Score).ThenBy(passage => passage.ChunkId).ToImmutableArray();
            },
            cancellationToken);
    }

    private static Passage ReadPassage(NpgsqlDataReader row, Func<long, byte[]?, double> scoreOf)
    {
        var path = row.GetString(4);
        return new Passage(
            row.GetInt64(0),
            row.GetInt64(1),
            row.GetInt32(2),
            row.GetValue(3) as string ?? System.IO.Path.GetFileNameWithoutExtension(path),
            path,
            row.GetValue(5) as string,
            [.. (string[])row.GetValue(6)],
            row.GetValue(7) as int?,
            row.GetValue(8) as string,
            row.GetValue(9) as int?,
            row.GetString(10),
            scoreOf(row.GetInt64(0), row.GetValue(11) as byte[]));
    }

    // One question of one reader, at one moment.
    private sealed record Sought(
        string Question, IReadOnlyList<QueryTerm> Terms, SearchView View, IReadOnlyList<long> KnowledgeBases, Reader Reader);
}
