using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using BotKb.Sources.Extraction.Worker;

namespace BotKb.EndToEndTests.Extraction;

/// <summary>What becomes of a worker whose host is gone. The host is a shell here, so that it can be killed.</summary>
public sealed class HostDeathTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Dies_when_its_host_is_killed_though_the_pipe_stays_open()
    {
        using var host = StartHost();
        var worker = await WorkerIdAsync(host);
        await GreetAsync(host, host.Id);

        host.Kill();

        await TestProcesses.BecomesTrueAsync(() => !TestProcesses.Runs(worker), Cancelled);
    }

    [Fact]
    public async Task Ends_by_itself_when_the_pipe_closes()
    {
        using var host = StartHost();
        await WorkerIdAsync(host);
        await GreetAsync(host, host.Id);

        host.StandardInput.Close();

        await host.WaitForExitAsync(Cancelled);
        host.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Does_not_begin_when_its_host_has_died_before()
    {
        using var host = StartHost();
        await WorkerIdAsync(host);
        await WriteSettingsAsync(host, hostProcessId: int.MaxValue);

        await host.WaitForExitAsync(Cancelled);

        host.ExitCode.ShouldBe(2);
        (await host.StandardOutput.ReadToEndAsync(Cancelled)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Ends_with_a_sentence_when_a_person_types_into_it()
    {
        using var host = StartHost();
        await WorkerIdAsync(host);
        await host.StandardInput.WriteLineAsync("hello");
        await host.StandardInput.FlushAsync(Cancelled);

        await host.WaitForExitAsync(Cancelled);

        host.ExitCode.ShouldBe(2);
        (await host.StandardError.ReadToEndAsync(Cancelled)).ShouldContain("is started by BotKb itself");
    }

    private static Process StartHost()
    {
        const string Script = """
            exec 3<&0
            "$@" <&3 3<&- &
            echo $! >&2
            exec 3<&- </dev/null
            wait $!
            """;
        var real = WorkerCommand.OfHost();
        return Process.Start(new ProcessStartInfo("/bin/sh", ["-c", Script, "sh", real.Program, .. real.Arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }

    private static async Task<int> WorkerIdAsync(Process host) =>
        int.Parse((await host.StandardError.ReadLineAsync(Cancelled)).ShouldNotBeNull(), CultureInfo.InvariantCulture);

    private static async Task GreetAsync(Process host, int hostProcessId)
    {
        await WriteSettingsAsync(host, hostProcessId);
        await new FrameReader(host.StandardOutput.BaseStream).ReadAsync(FrameKind.Ready, Cancelled);
    }

    private static async Task WriteSettingsAsync(Process host, int hostProcessId)
    {
        var settings = new WorkerSettings(hostProcessId, 1024 * 1024 * 1024, null);
        var frames = new FrameWriter(host.StandardInput.BaseStream);
        await frames.WriteAsync(
            FrameKind.Settings, JsonSerializer.SerializeToUtf8Bytes(settings, WireJson.Compact.WorkerSettings), Cancelled);
        await frames.FlushAsync(Cancelled);
    }
}
