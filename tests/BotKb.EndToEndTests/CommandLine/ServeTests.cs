using System.Net;
using System.Net.Sockets;

namespace BotKb.EndToEndTests.CommandLine;

public sealed class ServeTests(BotKbProgram botkb) : IClassFixture<BotKbProgram>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Host_says_when_it_is_ready_answers_its_health_and_stops_cleanly()
    {
        using var host = botkb.Start(["serve", "--urls", "http://127.0.0.1:0"]);
        var ready = (await host.StandardOutput.ReadLineAsync(Cancellation)).ShouldNotBeNull();
        ready.ShouldStartWith("ready http://127.0.0.1:");
        using var client = new HttpClient { BaseAddress = new Uri(ready["ready ".Length..]) };

        (await client.GetAsync("/health/ready", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);
        Signals.Terminate(host);
        await host.WaitForExitAsync(Cancellation);

        host.ExitCode.ShouldBe(0);
        (await host.StandardError.ReadToEndAsync(Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Host_starts_its_database_again_when_that_was_killed()
    {
        using var host = botkb.Start(["serve", "--urls", "http://127.0.0.1:0"]);
        var ready = (await host.StandardOutput.ReadLineAsync(Cancellation)).ShouldNotBeNull();
        using var client = new HttpClient { BaseAddress = new Uri(ready["ready ".Length..]) };

        await botkb.KillPostgresAsync();

        (await client.GetAsync("/health/ready", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        using var clock = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        using var longest = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while ((await client.GetAsync("/health/ready", Cancellation)).StatusCode != HttpStatusCode.OK)
        {
            await clock.WaitForNextTickAsync(longest.Token);
        }

        Signals.Terminate(host);
        await host.WaitForExitAsync(Cancellation);
        host.ExitCode.ShouldBe(0);
        await botkb.StartPostgresAsync();
    }

    [Fact]
    public async Task Host_reads_a_folder_again_by_itself_and_commands_work_beside_it()
    {
        var folder = botkb.NewFolder(("a.txt", "Badges are printed on Monday."));
        var kb = await botkb.NewKnowledgeBaseAsync(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "b.txt"), "Parking costs nine euro a month.", Cancellation);

        using var host = botkb.Start(["serve", "--urls", "http://127.0.0.1:0"]);
        (await host.StandardOutput.ReadLineAsync(Cancellation)).ShouldNotBeNull().ShouldStartWith("ready");
        var answer = await botkb.AskAsync(kb, "What does parking cost?");
        while (answer.GetProperty("refused").GetBoolean())
        {
            Cancellation.ThrowIfCancellationRequested();
            answer = await botkb.AskAsync(kb, "What does parking cost?");
        }

        answer.GetProperty("answer").ToString().ShouldContain("nine euro");
        Signals.Terminate(host);
        await host.WaitForExitAsync(Cancellation);
        host.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Address_that_is_taken_or_not_of_this_machine_is_said_in_one_sentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        foreach (var address in (string[])[$"http://{taken.LocalEndpoint}", "http://192.0.2.1:80", "http://127.0.0.1:65536"])
        {
            var result = await botkb.RunAsync("serve", "--urls", address);

            result.ExitCode.ShouldBe(1);
            result.ErrorLines.ShouldHaveSingleItem().ShouldStartWith($"BotKb cannot listen at {address} (");
        }
    }

    [Theory]
    [InlineData("http://127.0.0.1:bad")]
    [InlineData("127.0.0.1:5080")]
    [InlineData("https://127.0.0.1:5080")]
    public async Task Address_that_cannot_be_understood_opens_no_port(string address)
    {
        var option = await botkb.RunAsync("serve", "--urls", address);
        var setting = await botkb.RunAsync(["serve"], [("Serve__Urls", address)]);

        option.ExitCode.ShouldBe(2);
        option.ErrorLines.ShouldHaveSingleItem().ShouldContain("--urls");
        setting.ExitCode.ShouldBe(1);
        setting.ErrorLines.ShouldHaveSingleItem().ShouldContain("Serve:Urls");
    }

    [Fact]
    public async Task Failed_sync_is_logged_with_its_reason_and_without_a_stack_trace()
    {
        var folder = botkb.NewFolder(("a.txt", "Badges are printed on Monday."));
        var kb = await botkb.NewKnowledgeBaseAsync(folder);
        Directory.Move(folder, folder + "-away");

        using var host = botkb.Start(["serve", "--urls", "http://127.0.0.1:0"]);
        var line = (await host.StandardError.ReadLineAsync(Cancellation)).ShouldNotBeNull();
        Signals.Terminate(host);
        await host.WaitForExitAsync(Cancellation);

        // The other tests share the database.
        (await botkb.RunAsync("kb", "delete", kb)).ExitCode.ShouldBe(0);
        line.ShouldContain(folder);
        line.ShouldNotContain("   at ");
    }
}
