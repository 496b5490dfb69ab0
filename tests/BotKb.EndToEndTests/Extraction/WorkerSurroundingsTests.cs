using System.Globalization;
using static BotKb.EndToEndTests.Extraction.PoolBuilder;

namespace BotKb.EndToEndTests.Extraction;

/// <summary>What a worker can see of its host and machine.</summary>
public sealed class WorkerSurroundingsTests
{
    private const string LookAround = """
        tr '\0' '\n' < /proc/$$/environ > "$notes/environ"
        ls -A . > "$notes/folder"
        pwd > "$notes/place"
        id -u > "$notes/user"
        tail -n +3 /proc/$$/net/dev | cut -d: -f1 | tr -d ' ' > "$notes/network"
        nice > "$notes/niceness"
        grep -E '^(CapBnd|NoNewPrivs):' /proc/$$/status > "$notes/privileges"
        become_real
        """;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gives_the_worker_no_variable_but_those_of_a_short_list()
    {
        Environment.SetEnvironmentVariable("ConnectionStrings__BotKb", "Host=secret;Password=secret");
        using var worker = new ScriptedWorker(LookAround);
        await using var pool = Pool(worker);

        await pool.TextAsync("text", Cancelled);

        string[] allowed = ["PATH", "HOME", "TMPDIR", "LANG", "DOTNET_ROOT", "PWD"];
        var names = worker.Note("environ").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('=')[0]).ToList();
        names.ShouldContain("DOTNET_GCHeapHardLimit");
        names.ShouldAllBe(name => allowed.Contains(name) || name.StartsWith("DOTNET_", StringComparison.Ordinal));
        worker.Note("environ").ShouldNotContain("secret");
    }

    [Fact]
    public async Task Starts_the_worker_in_an_empty_folder_that_goes_with_it()
    {
        using var worker = new ScriptedWorker(LookAround);
        await using (var pool = Pool(worker))
        {
            await pool.TextAsync("text", Cancelled);
            Directory.Exists(worker.Note("place").Trim()).ShouldBeTrue();
        }

        worker.Note("folder").ShouldBeEmpty();
        Directory.Exists(worker.Note("place").Trim()).ShouldBeFalse();
    }

    [Fact]
    public async Task Isolates_the_worker_as_far_as_it_says()
    {
        using var worker = new ScriptedWorker(LookAround);
        await using var pool = Pool(worker);
        var isolation = await pool.IsolationAsync(Cancelled);

        await pool.TextAsync("text", Cancelled);

        (worker.Note("network").Trim() == "lo").ShouldBe(isolation.Layers.Contains("no network"));
        (worker.Note("user").Trim() == "65534").ShouldBe(isolation.Layers.Contains("user nobody"));
        worker.Note("privileges").Contains("NoNewPrivs:\t1", StringComparison.Ordinal).ShouldBe(isolation.Layers.Contains("no privileges"));
        (isolation.Layers.Contains("no network")
            || isolation.Gaps.Any(gap => gap.Contains("network", StringComparison.Ordinal))).ShouldBeTrue();
    }

    [Fact]
    public async Task Lets_everything_else_on_the_machine_go_before_the_worker()
    {
        using var worker = new ScriptedWorker(LookAround);
        await using var pool = Pool(worker);

        await pool.TextAsync("text", Cancelled);

        int.Parse(worker.Note("niceness"), CultureInfo.InvariantCulture).ShouldBeGreaterThanOrEqualTo(10);
    }

    [Fact]
    public async Task Lets_the_worker_run_where_another_user_could_not_read_it_and_says_so()
    {
        using var worker = new ScriptedWorker(LookAround);
        var hidden = Directory.CreateTempSubdirectory();
        var script = Path.Combine(hidden.FullName, "worker.sh");
        System.IO.File.Copy(worker.Command.Arguments[0], script);
        await using var pool = Pool(worker.Command with { Arguments = [script] });

        (await pool.TextAsync("text", Cancelled)).ShouldBe("text");

        var isolation = await pool.IsolationAsync(Cancelled);
        isolation.Layers.ShouldNotContain("user nobody");
        isolation.Gaps.Any(gap => gap.Contains("user", StringComparison.Ordinal)).ShouldBe(Environment.IsPrivilegedProcess);
        hidden.Delete(recursive: true);
    }
}
