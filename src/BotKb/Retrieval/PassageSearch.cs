using System.Collections.Immutable;
using BotKb.Access;
using BotKb.Data;
using BotKb.Retrieval.Analysis;
using BotKb.Retrieval.Following;
using Npgsql;

namespace BotKb.Retrieval;

/// <summary>Searches the lexical index and fetches what it found, with the reader's permissions in both steps.</summary>
internal sealed class PassageSearch(NpgsqlDataSource database, FollowIndex follow) : IPassageSearch
{
    // So many more are asked of the index, as a document may be withdrawn between the two steps.
    private const int Spare = 10;
    private const int MostCandidates = 10_000;

    private static readonly string Fetch = $"""
        select c.id, c.document_id, c.ordinal, coalesce(d.source_title, d.own_title), d.path, d.url, c.heading_path, c.page, c.sheet, c.slide, c.text
        from chunk c join document d on d.id = c.document_id join source s on s.id = d.source_id
        where c.id = any($1) and s.knowledge_base_id = any($2) and {DocumentPermission.Allows("$3")}
        """;

    public async Task<SearchResult> SearchAsync(
        string question, IReadOnlyList<long> knowledgeBases, Reader reader, int count, CancellationToken cancellationToken)
    {
        var terms = QueryAnalyzer.Analyze(question);
        if (terms.Count == 0 || count <= 0)
        {
            return SearchResult.Nothing;
        }

        var view = await PostgresFailure.RetryAsync(token => follow.ViewAsync(knowledgeBases, reader, token), cancellationToken);
        for (var candidates = Math.Max(count, PassageRanking.Depth) + Spare; ; candidates *= 2)
        {
            var found = view.Index.Search(terms, view.Sources, view.Scopes, candidates);
            var scores = found.Hits.ToDictionary(hit => hit.ChunkId, hit => hit.Score);
            var passages = await PostgresFailure.RetryAsync(
                token => FetchAsync(scores, knowledgeBases, reader, token), cancellationToken);
            if (passages.Length >= count || found.Hits.Length < candidates || candidates > MostCandidates)
            {
                return new SearchResult([.. PassageRanking.Rank(question, found.TermIdf, passages).Take(count)], found.TermIdf);
            }
        }
    }

    private async Task<ImmutableArray<Passage>> FetchAsync(
        Dictionary<long, double> scores, IReadOnlyList<long> knowledgeBases, Reader reader, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Fetch);
        command.Parameters.AddWithValue(scores.Keys.ToArray());
        command.Parameters.AddWithValue(knowledgeBases.ToArray());
        command.Parameters.AddWithValue(reader.PrincipalKeys.ToArray());
        var passages = new List<Passage>(scores.Count);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            passages.Add(ReadPassage(rows, scores));
        }

        return [.. passages.OrderByDescending(passage => passage.Score).ThenBy(passage => passage.ChunkId)];
    }

    private static Passage ReadPassage(NpgsqlDataReader row, Dictionary<long, double> scores)
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
            scores[row.GetInt64(0)]);
    }
}
