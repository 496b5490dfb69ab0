using System.Diagnostics;
using System.Globalization;
using BotKb.EndToEndTests.Browser;
using BotKb.Knowledge;
using BotKb.Knowledge.Sync;
using BotKb.Simulators.People;
using Microsoft.Playwright;

namespace BotKb.Benchmarks;

/// <summary>How soon people see each page of the console in a real browser, and how soon a page shows what has changed.</summary>
internal static class PagesBenchmark
{
    private const string Password = "four words nobody combines";
    private const string Rows = "table[aria-labelledby=documents] tbody tr";

    public static async Task<int> RunAsync(int documents, int runs, CancellationToken cancellationToken)
    {
        await using var benchmark = await BenchmarkSession.OpenAsync(cancellationToken);
        var folder = Path.Combine(benchmark.Folder, "documents");
        var kb = await IndexAsync(benchmark, folder, documents, cancellationToken);
        await using var host = await BenchmarkHost.ServeAsync(null, cancellationToken);
        using var person = new ConsoleClient(host.Address);
        await person.SignInFirstAsync(host.First!, Password, cancellationToken);
        var (conversation, turn) = await person.AskAsync("What does machine 00042 need?", kb, cancellationToken);
        await foreach (var reply in person.EventsAsync(conversation, cancellationToken))
        {
            if (reply.Turn == turn && reply.State != "streaming")
            {
                break;
            }
        }

        await using var chromium = await Chromium.LaunchAsync();
        var session = await SignInAsync(chromium, host, cancellationToken);
        foreach (var (name, address, content) in Pages(kb, conversation))
        {
            await MeasureAsync(chromium, host.Address, name == "sign-in" ? null : session, (name, address, content), runs);
        }

        await MeasureChangesAsync(chromium, host.Address, session, kb, folder, runs, cancellationToken);
        return 0;
    }

    private static (string Name, string Address, string Content)[] Pages(long kb, long conversation) =>
    [
        ("sign-in", "/sign-in", "input[type=password]"),
        ("chat", "/chat", ".chat-welcome"),
        ("conversation", $"/chat/{conversation}", ".chat-sources"),
        ("document", "/documents/1", "article p"),
        ("knowledge bases", "/admin/knowledge-bases", "tbody tr"),
        ("knowledge base", $"/admin/knowledge-bases/{kb}", Rows),
        ("members", "/admin/members", "tbody tr"),
        ("search", "/admin/search", "select"),
        ("account", "/account", "dl"),
    ];

    private static async Task<long> IndexAsync(BenchmarkSession benchmark, string folder, int documents, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        for (var i = 0; i < documents; i++)
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder, $"machine-{i:D5}.txt"),
                $"Machine {i:D5} needs {i % 17} litres of oil a year. 机器 {i:D5} 每年需要 {i % 17} 升机油。\n", cancellationToken);
        }

        var kb = await benchmark.Session.Get<KnowledgeBaseCatalog>().CreateAsync("machines", cancellationToken);
        var added = await benchmark.Session.Get<IFolderSources>().AddAsync(kb.Id, folder, null, [], cancellationToken);
        var outcome = await benchmark.Session.Get<SyncSource>().RunAsync(added.SourceId, null, cancellationToken);
        Report.Line($"{outcome.Indexed} documents indexed");
        return kb.Id;
    }

    private static async Task<string> SignInAsync(Chromium chromium, ServedHost host, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await using var context = await chromium.OpenAsync(host.Address, Screen.Desktop, "en-US");
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.Locator("input[type=email]").FillAsync(host.First!.Email);
        await page.Locator("input[type=password]").FillAsync(Password);
        await page.Locator("form button.wide").ClickAsync();
        await page.Locator(".chat").WaitForAsync();
        return await context.StorageStateAsync();
    }

    // Each time in a browser that has nothing of the console in its cache.
    private static async Task MeasureAsync(
        Chromium chromium, Uri host, string? session, (string Name, string Address, string Content) page, int runs)
    {
        var (paint, content, live) = (new List<double>(), new List<double>(), new List<double>());
        for (var run = 0; run < runs; run++)
        {
            await using var context = await chromium.OpenAsync(host, Screen.Desktop, "en-US", session);
            var tab = await context.NewPageAsync();
            await tab.GotoAsync(page.Address, new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
            await tab.Locator(page.Content).First.WaitForAsync();
            content.Add(await tab.EvaluateAsync<double>("performance.now()"));
            if (session is not null)
            {
                await tab.Locator("#content[data-live]").WaitForAsync();
                live.Add(await tab.EvaluateAsync<double>("performance.now()"));
            }

            paint.Add(await tab.EvaluateAsync<double>("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? performance.now()"));
        }

        Report.Line($"{page.Name}: first contentful paint {Middle(paint)}, content {Middle(content)}, live {Middle(live)}");
    }

    private static async Task MeasureChangesAsync(
        Chromium chromium, Uri host, string session, long kb, string folder, int runs, CancellationToken cancellationToken)
    {
        await using var context = await chromium.OpenAsync(host, Screen.Desktop, "en-US", session);
        var tab = await context.NewPageAsync();
        await tab.GotoAsync($"/admin/knowledge-bases/{kb}");
        await tab.Locator("[data-live=upload]").WaitForAsync();
        var (row, searchable, synced) = (new List<double>(), new List<double>(), new List<double>());
        for (var run = 0; run < runs; run++)
        {
            var name = $"a-{run}.txt";
            var start = Stopwatch.GetTimestamp();
            await tab.Locator("[data-upload-input]").SetInputFilesAsync(
                new FilePayload { Name = name, MimeType = "text/plain", Buffer = "A new machine needs no oil."u8.ToArray() });
            await tab.Locator(Rows, new() { HasText = name }).WaitForAsync();
            row.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            await tab.Locator(Rows, new() { HasText = name }).Locator(".good").WaitForAsync();
            searchable.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        for (var run = 0; run < runs; run++)
        {
            var name = $"b-{run}.txt";
            await File.WriteAllTextAsync(Path.Combine(folder, name), "Another new machine.", cancellationToken);
            var start = Stopwatch.GetTimestamp();
            await tab.Locator("tr", new() { HasText = folder }).Locator("button.second").ClickAsync();
            await tab.Locator(Rows, new() { HasText = name }).WaitForAsync();
            synced.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        Report.Line($"upload: row {Middle(row)}, searchable {Middle(searchable)}; file in the folder, from 'Sync now': row {Middle(synced)}");
    }

    private static string Middle(List<double> values) => values.Count == 0 ? "-" : string.Create(
        CultureInfo.InvariantCulture, $"{values.Order().ElementAt(values.Count / 2):F0} ms (most {values.Max():F0})");
}
