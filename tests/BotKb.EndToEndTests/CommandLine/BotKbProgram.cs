using System.Diagnostics;
using System.Text.Json;
using BotKb.Host.EmbeddedPostgres;
using BotKb.PostgresTests.Fixture;
using Npgsql;

namespace BotKb.EndToEndTests.CommandLine;

/// <summary>The program as a person runs it, with a state folder of its own. The embedded server stays up between the commands.</summary>
public sealed class BotKbProgram : IAsyncLifetime
{
    private readonly TemporaryState _state = new();
    private readonly DirectoryInfo _files = Directory.CreateTempSubdirectory("botkb-files-");
    private PostgresLease _lease = null!;

    internal PostgresLease Lease => _lease;

    public async ValueTask InitializeAsync() => _lease = await _state.StartAsync(CancellationToken.None);

    /// <summary>A new folder for documents.</summary>
    public string NewFolder() => _files.CreateSubdirectory(Guid.NewGuid().ToString("n")).FullName;

    /// <summary>A folder with these files.</summary>
    public string NewFolder(params (string Name, string Text)[] files)
    {
        var folder = NewFolder();
        foreach (var (name, text) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, name))!);
            File.WriteAllText(Path.Combine(folder, name), text);
        }

        return folder;
    }

    /// <summary>A knowledge base with the documents of a folder.</summary>
    public async Task<string> NewKnowledgeBaseAsync(string folder, params string[] options)
    {
        var name = $"kb-{Guid.NewGuid():n}";
        (await RunAsync("kb", "create", name)).ExitCode.ShouldBe(0);
        var added = await RunAsync(["source", "add-folder", folder, "--kb", name, .. options]);
        added.ExitCode.ShouldBe(0, added.Error);
        return name;
    }

    public Task<ProgramResult> RunAsync(params string[] arguments) => RunAsync(arguments, []);

    public async Task<ProgramResult> RunAsync(string[] arguments, (string Name, string Value)[] environment, string? input = null)
    {
        using var process = Start(arguments, environment);
        if (input is not null)
        {
            await process.StandardInput.WriteAsync(input);
        }

        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new ProgramResult(process.ExitCode, await output, await error);
    }

    /// <summary>Starts a command without waiting for it.</summary>
    public Process Start(string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "BotKb.Host.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _files.FullName,
        };
        start.Environment["State__Folder"] = _state.State.Path;
        start.Environment.Remove("ConnectionStrings__BotKb");
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Asks and reads the JSON answer.</summary>
    public async Task<JsonElement> AskAsync(string kb, string question, params string[] options)
    {
        var result = await RunAsync(["ask", "--kb", kb, "--json", .. options, question]);
        result.ExitCode.ShouldBe(0, result.Error);
        return JsonDocument.Parse(result.Output).RootElement;
    }

    /// <summary>Asks and reads the text of the answer.</summary>
    public async Task<string> AnswerAsync(string kb, string question, params string[] options) =>
        (await AskAsync(kb, question, options)).GetProperty("answer").ToString();

    /// <summary>Everything that the index of a knowledge base holds, in a fixed order.</summary>
    public async Task<IReadOnlyList<string>> IndexOfAsync(string kb)
    {
        await using var connection = await EmbeddedPostgres.Database.OpenAsync(
            _lease.ConnectionString, TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(
            """
            select d.path || ' ' || d.status || ' ' || coalesce(encode(d.content_hash, 'hex'), '') || ' ' || coalesce(c.ordinal::text || ' ' || md5(c.text) || md5(c.lex), '')
            from document d join source s on s.id = d.source_id join knowledge_base k on k.id = s.knowledge_base_id
                left join chunk c on c.document_id = d.id
            where k.name = $1 order by d.path, c.ordinal
            """,
            connection);
        command.Parameters.AddWithValue(kb);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    /// <summary>Waits until so many documents are indexed, and lets nothing more be indexed before what it gives is disposed.</summary>
    public async Task<IAsyncDisposable> PauseIndexingAsync(string kb, long documents)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var connection = await EmbeddedPostgres.Database.OpenAsync(_lease.ConnectionString, cancellation);
        await using var count = new NpgsqlCommand(
            """
            select count(*) from document d join source s on s.id = d.source_id join knowledge_base k on k.id = s.knowledge_base_id
            where k.name = $1 and d.status = 'indexed'
            """,
            connection);
        count.Parameters.AddWithValue(kb);
        while (true)
        {
            await using var begin = new NpgsqlCommand("begin; lock table chunk in exclusive mode", connection);
            await begin.ExecuteNonQueryAsync(cancellation);
            if ((long)(await count.ExecuteScalarAsync(cancellation))! >= documents)
            {
                return connection;
            }

            await using var end = new NpgsqlCommand("rollback", connection);
            await end.ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <summary>Runs one statement as the role of BotKb.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await EmbeddedPostgres.Database.OpenAsync(
            _lease.ConnectionString, TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Kills the database server and starts it again, as the next command would.</summary>
    public async Task KillPostgresAsync()
    {
        using (var server = Process.GetProcessById(_lease.ProcessId))
        {
            server.Kill();
            await server.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    public async Task StartPostgresAsync()
    {
        var before = _lease;
        _lease = await _state.StartAsync(TestContext.Current.CancellationToken);
        await before.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _lease.DisposeAsync();
        _state.Dispose();
        _files.Delete(recursive: true);
    }
}
