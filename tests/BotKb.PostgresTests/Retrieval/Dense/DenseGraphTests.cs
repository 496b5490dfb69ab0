using BotKb.Access;
using BotKb.PostgresTests.Fixture;
using BotKb.PostgresTests.Knowledge;
using BotKb.Retrieval.Dense;
using BotKb.Retrieval.Following;

namespace BotKb.PostgresTests.Retrieval.Dense;

/// <summary>More chunks than are compared one by one, written straight into the tables: 12,000 of 12,000 documents in four scopes.</summary>
public sealed class DenseGraphTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const int Documents = 12_000;

    private const string Fill = """
        insert into principal (key) values ('user:half'), ('user:few');
        insert into permission_scope (id, key_hash, everyone) values (101, '\x01', true), (102, '\x02', false), (103, '\x03', false), (104, '\x04', false);
        insert into scope_principal (scope_id, principal_id) select 102, id from principal where key = 'user:half';
        insert into scope_principal (scope_id, principal_id) select 103, id from principal where key = 'user:few';
        insert into document (source_id, item_id, path, version, size, modified_at, scope_id, status, reason, tries, chunk_count, index_version)
            select (select min(id) from source), i::text, i || '.txt', '1', 1, now(), case when i % 2 = 0 then 104 when i % 100 = 1 then 103 else 102 end, 'indexed', '', 0, 1, 1
            from generate_series(1, 12000) i;
        insert into chunk (document_id, source_id, ordinal, text, heading_path, lex, lex_version)
            select id, source_id, 0, 'number ' || (id * 7919 % 1000) || ' of ' || (id * 104729 % 997), '{}', '\x0100', 1 from document order by id;
        """;

    private readonly FakeEmbeddings _embeddings = new(new FakeEmbeddingModel("one", 16));
    private TestKnowledge _knowledge = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _knowledge = await TestKnowledge.CreateAsync(postgres, Cancellation, _embeddings);
        await _knowledge.QueryAsync(Fill, Cancellation);
        await _knowledge.Get<IndexVectors>().RunAsync(Cancellation);
    }

    public ValueTask DisposeAsync() => _knowledge.DisposeAsync();

    [Fact]
    public async Task Every_reader_finds_the_nearest_that_he_may_see()
    {
        (await _knowledge.QueryAsync("select relname from pg_class where relname = 'dense_1_graph'", Cancellation)).ShouldHaveSingleItem();
        foreach (var reader in new[] { Reader.Anonymous, ReaderOf("user:half"), ReaderOf("user:few"), ReaderOf("user:half", "user:few") })
        {
            await NearestAsync(reader, exact: true);
        }

        // Now everybody may read three quarters: more than are compared one by one.
        await _knowledge.QueryAsync("update permission_scope set everyone = true where id in (102, 104)", Cancellation);
        (await NearestAsync(Reader.Anonymous, exact: false)).ShouldBeGreaterThanOrEqualTo(0.9);
    }

    [Fact]
    public async Task Load_larger_than_the_graph_takes_it_away_and_builds_it_anew()
    {
        await _knowledge.QueryAsync(
            """
            insert into chunk (document_id, source_id, ordinal, text, heading_path, lex, lex_version)
            select id, source_id, n, 'more ' || (id * 7919 % 1009) || ' of ' || n, '{}', '\x0100', 1 from document, generate_series(1, 2) n
            """,
            Cancellation);
        await _knowledge.Get<IndexVectors>().RunAsync(Cancellation);

        (await _knowledge.QueryAsync("select count(embedding) from dense_1", Cancellation)).ShouldBe([$"{Documents * 3}"]);
        (await _knowledge.QueryAsync("select indisvalid from pg_index where indexrelid = 'dense_1_graph'::regclass", Cancellation)).ShouldBe(["True"]);
    }

    [Fact]
    public async Task Build_that_is_broken_off_is_made_again_by_the_next_visit()
    {
        await _knowledge.QueryAsync("drop index dense_1_graph", Cancellation);
        await using var other = await TestKnowledge.OpenAsync(_knowledge.Database.ConnectionString, null, Cancellation, _embeddings);
        var broken = other.Get<IndexVectors>().RunAsync(Cancellation);
        while ((await _knowledge.QueryAsync(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'create index%' and state = 'active'",
            Cancellation)).Count == 0 && !broken.IsCompleted)
        {
        }

        await Should.ThrowAsync<Npgsql.PostgresException>(broken);
        (await _knowledge.QueryAsync("select to_regclass('dense_1_graph') is null", Cancellation)).ShouldBe(["True"]);
        await other.Get<IndexVectors>().RunAsync(Cancellation);

        (await _knowledge.QueryAsync("select indisvalid from pg_index where indexrelid = 'dense_1_graph'::regclass", Cancellation)).ShouldBe(["True"]);
    }

    [Theory]
    [InlineData(0, 100)]
    [InlineData(100_000, 200)]
    [InlineData(1_000_000, 1_000)]
    [InlineData(100_000_000, 1_000)]
    public void Walk_is_wider_in_a_larger_graph(long rows, int breadth) => DenseSearch.Breadth(rows).ShouldBe(breadth);

    private static Reader ReaderOf(params string[] keys) => new(keys[0], [.. keys]);

    // The share of the truly nearest distances that the search has found.
    private async Task<double> NearestAsync(Reader reader, bool exact)
    {
        var found = await SearchAsync(reader);
        var truth = await _knowledge.QueryAsync(
            $"""
            select round((q.embedding <#> v.embedding)::numeric, 4) from dense_1 v join document d on d.id = v.document_id
            join permission_scope s on s.id = d.scope_id, (select embedding from dense_1 order by chunk_id limit 1) q
            where s.everyone or exists (select from scope_principal m join principal p on p.id = m.principal_id
                where m.scope_id = s.id and p.key in ({string.Join(',', reader.PrincipalKeys.Select(key => $"'{key}'").DefaultIfEmpty("''"))}))
            order by 1 limit 10
            """,
            Cancellation);
        found.Count.ShouldBe(truth.Count);
        var same = found.Zip(truth.Select(distance => -double.Parse(distance, System.Globalization.CultureInfo.InvariantCulture)))
            .Count(pair => Math.Abs(pair.First - pair.Second) < 0.001);
        if (exact)
        {
            same.ShouldBe(truth.Count);
        }

        return same / (double)Math.Max(1, truth.Count);
    }

    private async Task<List<double>> SearchAsync(Reader reader)
    {
        // The question is the text of the first chunk, so that its vector is known to the database too.
        var text = (await _knowledge.QueryAsync("select text from chunk order by id limit 1", Cancellation))[0];
        var question = await _knowledge.Get<EmbedQuestion>().RunAsync(text, Cancellation);
        var view = await _knowledge.Get<FollowIndex>().ViewAsync([_knowledge.Kb], reader, Cancellation);
        var hits = await _knowledge.Get<DenseSearch>().RunAsync(question, view, 10, Cancellation);
        hits.Failure.ShouldBeNull();
        return [.. hits.Hits.Select(hit => hit.Similarity)];
    }
}
