using System.Diagnostics;
using BotKb.Host.EmbeddedPostgres;
using BotKb.PostgresTests.Fixture;
using Npgsql;

namespace BotKb.EndToEndTests.EmbeddedPostgres;

public sealed class ProtectionTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Refuses_every_account_but_the_one_that_runs_BotKb()
    {
        using var state = new TemporaryState();
        await using var lease = await state.StartAsync(Cancellation);

        // The server's only key is the account: with the key of somebody else this account is a stranger.
        await File.WriteAllTextAsync(state.Folder.UserNameMap, "botkb somebody-else botkb\n", Cancellation);
        using var reload = Process.Start("sh", ["-c", $"kill -HUP {lease.ProcessId}"]);
        await reload.WaitForExitAsync(Cancellation);

        (await RefusalAsync(lease.ConnectionString)).ShouldBe(PostgresErrorCodes.InvalidAuthorizationSpecification);
    }

    [Fact]
    public async Task Refuses_the_superuser()
    {
        var asSuperUser = new NpgsqlConnectionStringBuilder(server.Lease.ConnectionString) { Username = "postgres" }.ConnectionString;

        (await RefusalAsync(asSuperUser)).ShouldBe(PostgresErrorCodes.InvalidAuthorizationSpecification);
    }

    [Fact]
    public async Task Gives_BotKb_no_right_beyond_its_database()
    {
        (await server.Lease.ReadAsync(
            "SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication FROM pg_roles WHERE rolname = current_user", Cancellation))
            .ShouldBe(false);
    }

    [Fact]
    public async Task Has_pgvector()
    {
        (await server.Lease.ReadAsync("SELECT '[1,2]'::vector <-> '[1,4]'::vector", Cancellation)).ShouldBe(2d);
    }

    [Fact]
    public async Task Listens_on_no_network_address()
    {
        (await server.Lease.ReadAsync("SELECT current_setting('listen_addresses')", Cancellation)).ShouldBe("");
    }

    [Theory]
    [InlineData("data")]
    [InlineData("socket")]
    [InlineData("log")]
    public void Closes_its_folders_to_everybody_else(string name) =>
        File.GetUnixFileMode(Path.Combine(server.State.Folder.Root, name))
            .ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    [Fact]
    public async Task Hands_no_setting_of_the_host_to_the_server()
    {
        var account = await ServerAccount.FindAsync(server.State.Folder, Cancellation);

        var (exitCode, environment) = await ServerProgram.RunAsync(
            account.Command("cat", $"/proc/{server.Lease.ProcessId}/environ"), "", "", Cancellation);

        exitCode.ShouldBe(0);
        environment.ShouldNotContain(RunningServer.Secret);
    }

    [Fact]
    public async Task Says_how_to_open_the_way_when_the_servers_account_may_not_enter()
    {
        using var state = new TemporaryState();
        state.CloseDoor();
        var start = state.StartAsync(Cancellation);

        if (Environment.IsPrivilegedProcess)
        {
            (await Should.ThrowAsync<BotKbException>(start)).Message.ShouldContain("chmod o+x");
        }
        else
        {
            // It runs as this account, whose folder it is.
            await using var lease = await start;
            (await lease.ReadAsync("SELECT 1", Cancellation)).ShouldBe(1);
        }
    }

    /// <summary>The server takes a moment to read its files again; until then it lets in.</summary>
    private static async Task<string> RefusalAsync(string connectionString)
    {
        while (true)
        {
            try
            {
                await (await Database.OpenAsync(connectionString, Cancellation)).DisposeAsync();
            }
            catch (PostgresException e)
            {
                return e.SqlState;
            }

            Cancellation.ThrowIfCancellationRequested();
        }
    }
}
