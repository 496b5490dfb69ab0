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
            case when c.id = any($4) then c.lex end
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
        for (var candidates = Depth(count); ; candidates *= 2)
        {
            var found = view.Index.Search(terms, view.Sources, view.Scopes, candidates);
            var near = await nearest;
            var sought = new Sought(
                found.Hits.ToDictionary(hit => hit.ChunkId, hit => hit.Score),
                near.Hits.ToDictionary(hit => hit.ChunkId, hit => hit.Similarity), terms, found.TermIdf);
            var passages = await PostgresFailure.RetryAsync(
                token => FetchAsync(sought, knowledgeBases, reader, token), cancellationToken);
            if (passages.Length >= count || found.Hits.Length < candidates || candidates > MostCandidates)
            {
                var ranked = PassageRanking.Rank(question, found.TermIdf, passages);
                return new SearchResult(near.Hits.Count > 0 ? RankFusion.Fuse(ranked, count) : [.. ranked.Take(count)], found.TermIdf)
                {
                    MeaningFailure = near.Failure,
                };
            }
        }
    }

    private static int Depth(int count) => Math.Max(count, PassageRanking.Depth) + Spare;

    private async Task<ImmutableArray<Passage>> FetchAsync(
        Sought sought, IReadOnlyList<long> knowledgeBases, Reader reader, CancellationToken cancellationToken)
    {
        var byMeaningAlone = sought.Similarities.Keys.Where(id => !sought.Scores.ContainsKey(id)).ToArray();
        await using var command = database.CreateCommand(Fetch);
        command.Parameters.AddWithValue(sought.Scores.Keys.Concat(byMeaningAlone).ToArray());
        command.Parameters.AddWithValue(knowledgeBases.ToArray());
        command.Parameters.AddWithValue(reader.PrincipalKeys.ToArray());
        command.Parameters.AddWithValue(byMeaningAlone);
        var passages = new List<Passage>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            passages.Add(ReadPassage(rows, sought));
        }

        return [.. passages.OrderByDescending(passage => passage.Score).ThenBy(passage => passage.ChunkId)];
    }

    private static Passage ReadPassage(NpgsqlDataReader row, Sought sought)
    {
        var id = row.GetInt64(0);
        var path = row.GetString(4);
        return new Passage(
            id,
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
            sought.Scores.TryGetValue(id, out var score) ? score : sought.ScoreOf((byte[])row.GetValue(11)))
        {
            Similarity = sought.Similarities.TryGetValue(id, out var similarity) ? similarity : null,
        };
    }

    // What both searches found, and what it takes to score by its words what meaning alone has found.
    private sealed record Sought(
        Dictionary<long, double> Scores,
        Dictionary<long, double> Similarities,
        IReadOnlyList<QueryTerm> Terms,
        IReadOnlyDictionary<uint, float> TermIdf)
    {
        public double ScoreOf(byte[] lex)
        {
            var vector = TermVector.Decode(lex);
            var saturation = Bm25.Saturation(vector.Length);
            var score = 0.0;
            foreach (var term in Terms)
            {
                var at = Array.BinarySearch(vector.Terms, term.Term);
                score += at < 0 ? 0 : Bm25.Unit(term.Weight, TermIdf.GetValueOrDefault(term.Term)) * Bm25.Impact(vector.Frequencies[at], saturation);
            }

            return score;
        }
    }
}
