using BotKb.Host.EmbeddedPostgres;
using BotKb.PostgresTests.Fixture;

namespace BotKb.EndToEndTests.EmbeddedPostgres;

/// <summary>One server for all tests of a class that only look at it.</summary>
public sealed class RunningServer : IAsyncLifetime
{
    /// <summary>A variable of the environment that the server was started from.</summary>
    internal const string Secret = "BOTKB_SECRET_OF_A_TEST";

    private PostgresLease? lease;

    internal TemporaryState State { get; } = new();

    internal PostgresLease Lease => lease ?? throw new InvalidOperationException("The server was not started.");

    public async ValueTask InitializeAsync()
    {
        Environment.SetEnvironmentVariable(Secret, "hunter2");
        lease = await State.StartAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await Lease.DisposeAsync();
        State.Dispose();
    }
}
