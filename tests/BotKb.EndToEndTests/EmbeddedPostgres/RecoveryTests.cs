using System.Diagnostics;
using BotKb.Host.EmbeddedPostgres;
using BotKb.PostgresTests.Fixture;

namespace BotKb.EndToEndTests.EmbeddedPostgres;

public sealed class RecoveryTests : IDisposable
{
    private readonly TemporaryState state = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => state.Dispose();

    [Fact]
    public async Task Keeps_the_data_when_stopped_and_started()
    {
        await using (var lease = await state.StartAsync(Cancellation))
        {
            await lease.ReadAsync("CREATE TABLE t AS SELECT 42 AS answer", Cancellation);
        }

        await using var again = await state.StartAsync(Cancellation);

        (await again.ReadAsync("SELECT answer FROM t", Cancellation)).ShouldBe(42);
    }

    [Fact]
    public async Task Recovers_what_was_committed_when_the_server_was_killed_under_its_user()
    {
        await using var lease = await state.StartAsync(Cancellation);
        await lease.ReadAsync("CREATE TABLE t AS SELECT 42 AS answer", Cancellation);
        await KillAsync(lease);

        await using var next = await state.StartAsync(Cancellation);

        (await next.ReadAsync("SELECT answer FROM t", Cancellation)).ShouldBe(42);
    }

    [Fact]
    public async Task Starts_when_another_process_has_the_number_of_the_dead_server_by_now()
    {
        await using var lease = await state.StartAsync(Cancellation);
        await KillAsync(lease);
        var account = await ServerAccount.FindAsync(state.Folder, Cancellation);
        var command = account.Command("sleep", "60");
        using var other = Process.Start(command[0], command.Skip(1));
        try
        {
            var file = Path.Combine(state.Folder.Data, "postmaster.pid");
            var lines = await File.ReadAllLinesAsync(file, Cancellation);
            await File.WriteAllLinesAsync(file, [$"{other.Id}", .. lines.Skip(1)], Cancellation);

            await using var next = await state.StartAsync(Cancellation);

            (await next.ReadAsync("SELECT 1", Cancellation)).ShouldBe(1);
        }
        finally
        {
            other.Kill();
        }
    }

    [Fact]
    public async Task Makes_the_data_folder_anew_when_the_first_start_was_killed_half_way()
    {
        Directory.CreateDirectory(state.Folder.NewData);
        await File.WriteAllTextAsync(Path.Combine(state.Folder.NewData, "PG_VERSION"), "15", Cancellation);

        await using var lease = await state.StartAsync(Cancellation);

        (await lease.ReadAsync("SELECT 1", Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task Starts_after_a_start_that_was_given_up()
    {
        using var givenUp = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var start = state.StartAsync(givenUp.Token);
        await givenUp.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(start);

        await using var lease = await state.StartAsync(Cancellation);

        (await lease.ReadAsync("SELECT 1", Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task Names_the_version_that_is_needed_when_the_data_are_another_ones()
    {
        await (await state.StartAsync(Cancellation)).DisposeAsync();
        await File.WriteAllTextAsync(Path.Combine(state.Folder.Data, "PG_VERSION"), "9\n", Cancellation);

        var failure = await Should.ThrowAsync<BotKbException>(state.StartAsync(Cancellation));

        failure.Message.ShouldContain("were written by PostgreSQL 9");
        failure.Kind.ShouldBe(FailureKind.TellAdmin);
    }

    [Fact]
    public async Task Quotes_the_servers_log_when_it_does_not_start()
    {
        await (await state.StartAsync(Cancellation)).DisposeAsync();
        await File.AppendAllTextAsync(
            Path.Combine(state.Folder.Data, "postgresql.conf"), "shared_preload_libraries = 'no_such_library'\n", Cancellation);

        var failure = await Should.ThrowAsync<BotKbException>(state.StartAsync(Cancellation));

        failure.Message.ShouldContain("no_such_library");
    }

    [Fact]
    public async Task Refuses_a_data_folder_that_holds_something_else()
    {
        Directory.CreateDirectory(state.Folder.Data);

        var failure = await Should.ThrowAsync<BotKbException>(state.StartAsync(Cancellation));

        failure.Message.ShouldContain("holds no PostgreSQL data");
    }

    private static async Task KillAsync(PostgresLease lease)
    {
        using var server = Process.GetProcessById(lease.ProcessId);
        server.Kill();
        await server.WaitForExitAsync(Cancellation);
    }
}
