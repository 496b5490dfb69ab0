using BotKb.Host.EmbeddedPostgres;
using BotKb.PostgresTests.Fixture;

namespace BotKb.EndToEndTests.EmbeddedPostgres;

public sealed class SharingTests : IDisposable
{
    private readonly TemporaryState state = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => state.Dispose();

    [Fact]
    public async Task Stops_the_server_when_its_only_user_leaves()
    {
        await using (var lease = await state.StartAsync(Cancellation))
        {
            (await lease.ReadAsync("SELECT 1", Cancellation)).ShouldBe(1);
        }

        Postmaster.Find(state.Folder).ShouldBeNull();
    }

    [Fact]
    public async Task Keeps_the_server_for_the_second_user_when_the_first_leaves()
    {
        var first = await state.StartAsync(Cancellation);
        await using var second = await state.StartAsync(Cancellation);

        await first.DisposeAsync();

        second.ProcessId.ShouldBe(first.ProcessId);
        (await second.ReadAsync("SELECT 1", Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task Leaves_the_server_running_when_one_user_leaves_twice()
    {
        var first = await state.StartAsync(Cancellation);
        await using var second = await state.StartAsync(Cancellation);

        await first.DisposeAsync();
        await first.DisposeAsync();

        (await second.ReadAsync("SELECT 1", Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task Keeps_the_server_when_the_process_that_started_it_leaves()
    {
        using var starter = ServerUser.Start(state);
        var server = await starter.ReadServerAsync(Cancellation);
        await using var lease = await state.StartAsync(Cancellation);

        await starter.LeaveAsync(Cancellation);

        lease.ProcessId.ShouldBe(server);
        (await lease.ReadAsync("SELECT 1", Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task Takes_the_server_over_and_stops_it_when_its_only_user_was_killed()
    {
        using var killed = ServerUser.Start(state);
        var server = await killed.ReadServerAsync(Cancellation);
        await killed.KillAsync(Cancellation);

        var next = await state.StartAsync(Cancellation);
        (await next.ReadAsync("SELECT 1", Cancellation)).ShouldBe(1);
        await next.DisposeAsync();

        next.ProcessId.ShouldBe(server);
        Postmaster.Find(state.Folder).ShouldBeNull();
    }

    [Fact]
    public async Task Starts_one_server_when_several_processes_start_at_once()
    {
        using var first = ServerUser.Start(state);
        using var second = ServerUser.Start(state);
        var here = state.StartAsync(Cancellation);

        var servers = await Task.WhenAll(first.ReadServerAsync(Cancellation), second.ReadServerAsync(Cancellation));
        await using var lease = await here;

        servers.ShouldAllBe(server => server == lease.ProcessId);
        await Task.WhenAll(first.LeaveAsync(Cancellation), second.LeaveAsync(Cancellation));
    }

    [Fact]
    public async Task Stops_the_server_when_all_of_several_users_leave_at_once()
    {
        using var other = ServerUser.Start(state);
        await other.ReadServerAsync(Cancellation);
        var leases = await Task.WhenAll(state.StartAsync(Cancellation), state.StartAsync(Cancellation));

        await Task.WhenAll(other.LeaveAsync(Cancellation), leases[0].DisposeAsync().AsTask(), leases[1].DisposeAsync().AsTask());

        Postmaster.Find(state.Folder).ShouldBeNull();
    }

    [Fact]
    public async Task Runs_the_server_in_a_session_of_its_own_so_that_no_terminal_stops_it()
    {
        await using var lease = await state.StartAsync(Cancellation);

        var status = await File.ReadAllTextAsync($"/proc/{lease.ProcessId}/stat", Cancellation);

        // After the name in brackets: state, parent, process group, session.
        var fields = status[(status.LastIndexOf(')') + 2)..].Split(' ');
        fields[3].ShouldBe($"{lease.ProcessId}");
    }
}
