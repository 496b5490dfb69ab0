using BotKb.Simulators.OpenAi;
using BotKb.Simulators.People;
using Npgsql;

namespace BotKb.EndToEndTests.CommandLine;

/// <summary>A host that is killed while it loads documents and embeds them ends with the index of an undisturbed one.</summary>
public sealed class KilledVectorsTests(BotKbProgram botkb) : IClassFixture<BotKbProgram>
{
    private const int Files = 400;
    private const int Kills = 5;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_load_and_killed_rebuild_end_as_an_undisturbed_one()
    {
        await using var model = await OpenAiSimulator.StartAsync(0, Cancellation);
        var folder = botkb.NewFolder();
        var kb = await botkb.NewKnowledgeBaseAsync(folder);
        WriteFiles(folder);

        var loaded = await ServeAsync(model, "one", Kills);
        var rebuilt = await ServeAsync(model, "two", Kills);
        var undisturbed = await ServeAsync(model, "three", kills: 0);

        loaded.Count.ShouldBeGreaterThanOrEqualTo(Files);
        rebuilt.ShouldBe(loaded);
        undisturbed.ShouldBe(loaded);
        (await botkb.IndexOfAsync(kb)).Count.ShouldBe(loaded.Count);
    }

    private static void WriteFiles(string folder)
    {
        for (var i = 0; i < Files; i++)
        {
            File.WriteAllText(
                Path.Combine(folder, $"{i}.md"),
                $"# Part {i}\n\n{string.Join(' ', Enumerable.Range(0, 400).Select(word => $"w{(word * i) % 977}"))}\n");
        }
    }

    // Kills hosts at random moments of their work, then lets one end it. Gives every passage with its vector.
    private async Task<List<string>> ServeAsync(OpenAiSimulator model, string name, int kills)
    {
        var random = new Random(name.Length);
        for (var kill = 0; kill < kills; kill++)
        {
            using var process = botkb.Start(["serve", "--urls", "http://127.0.0.1:0"], SettingsOf(model, name));
            await WaitAsync(random.NextDouble() * 0.8, name);
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(Cancellation);
        }

        await using var host = await ServedHost.WaitAsync(
            botkb.Start(["serve", "--urls", "http://127.0.0.1:0"], SettingsOf(model, name)), expectsFirst: false, Cancellation);
        await WaitAsync(1, name);
        return await VectorsAsync();
    }

    private static (string Name, string Value)[] SettingsOf(OpenAiSimulator model, string name) =>
    [
        ($"Models__{name}__Endpoint", model.Endpoint.ToString()),
        ($"Models__{name}__Model", name),
        ($"Models__{name}__Embedding__BatchTexts", "16"),
        ("Retrieval__EmbeddingModel", name),
    ];

    // Until so large a share of all files is read and embedded by the model; all of them: until its index is searched.
    private async Task WaitAsync(double share, string name)
    {
        await using var connection = await EmbeddedPostgres.Database.OpenAsync(botkb.Lease.ConnectionString, Cancellation);
        while (true)
        {
            await using var state = new NpgsqlCommand(
                "select id, state from embedding_index where model_key like '%' || $1 || '%' and state <> 'retired' and dimension > 0", connection);
            state.Parameters.AddWithValue($"\"{name}\"");
            var (id, current) = (0L, false);
            await using (var row = await state.ExecuteReaderAsync(Cancellation))
            {
                if (await row.ReadAsync(Cancellation))
                {
                    (id, current) = (row.GetInt64(0), row.GetString(1) == "current");
                }
            }

            if (share < 1 || (id > 0 && current))
            {
                await using var count = new NpgsqlCommand(
                    $"""
                    select count(*) filter (where status <> 'pending') - (select count(*) from chunk c where not exists (
                        select from {(id > 0 ? $"dense_{id}" : "(select 0::bigint as chunk_id)")} v where v.chunk_id = c.id)) from document
                    """,
                    connection);
                if ((long)(await count.ExecuteScalarAsync(Cancellation))! >= share * Files)
                {
                    return;
                }
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
        }
    }

    private async Task<List<string>> VectorsAsync()
    {
        await using var connection = await EmbeddedPostgres.Database.OpenAsync(botkb.Lease.ConnectionString, Cancellation);
        await using var current = new NpgsqlCommand("select id from embedding_index where state = 'current'", connection);
        var id = (long)(await current.ExecuteScalarAsync(Cancellation))!;
        await using var command = new NpgsqlCommand(
            $"""
            select d.path || ' ' || c.ordinal || ' ' || md5(c.text) || md5(c.lex) || ' ' || md5(v.embedding::text)
            from dense_{id} v full join chunk c on c.id = v.chunk_id left join document d on d.id = c.document_id order by 1
            """,
            connection);
        var rows = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        while (await reader.ReadAsync(Cancellation))
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
