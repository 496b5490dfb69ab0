using BotKb.Host.EmbeddedPostgres;
using BotKb.PostgresTests.Fixture;

namespace BotKb.EndToEndTests.EmbeddedPostgres;

public sealed class ServerLogTests : IDisposable
{
    private readonly TemporaryState state = new();

    public void Dispose() => state.Dispose();

    [Fact]
    public void Keeps_the_newest_files_only()
    {
        Directory.CreateDirectory(state.Folder.Logs);
        for (var hour = 10; hour < 20; hour++)
        {
            File.WriteAllText(Path.Combine(state.Folder.Logs, $"postgres-20260101T{hour}0000.log"), "");
        }

        ServerLog.Prune(state.Folder);

        Directory.GetFiles(state.Folder.Logs).Select(Path.GetFileName).Order().ShouldBe(
            Enumerable.Range(15, 5).Select(hour => $"postgres-20260101T{hour}0000.log"));
    }

    [Fact]
    public void Says_that_the_disk_is_full_when_the_server_says_so()
    {
        var failure = ServerLog.Failure(
            state.Folder, "PostgreSQL did not start", "FATAL:  could not write lock file \"postmaster.pid\": No space left on device");

        failure.Message.ShouldBe($"The disk that holds {state.Folder.Root} is full; free some space and try again.");
    }

    [Fact]
    public void Quotes_nothing_of_an_earlier_run()
    {
        Directory.CreateDirectory(state.Folder.Logs);
        var old = Path.Combine(state.Folder.Logs, "postgres-20260101T100000.log");
        File.WriteAllText(old, "FATAL:  of yesterday\n");
        File.SetLastWriteTimeUtc(old, new DateTime(2026, 1, 1, 10, 0, 0, DateTimeKind.Utc));
        File.WriteAllText(state.Folder.StartLog, "FATAL:  of today\n");

        ServerLog.Tail(state.Folder, new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc)).ShouldBe("FATAL:  of today");
    }
}
