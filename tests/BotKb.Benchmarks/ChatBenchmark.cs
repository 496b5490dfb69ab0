using System.Diagnostics;
using BotKb.Answering;
using BotKb.Knowledge;
using BotKb.Quality;
using BotKb.Retrieval.Dense;
using BotKb.Simulators.OpenAi;
using BotKb.Simulators.People;
using Npgsql;

namespace BotKb.Benchmarks;

/// <summary>The chat through a served host: when the first words are there, and many conversations at once for minutes.</summary>
internal static class ChatBenchmark
{
    private const int Questions = 200;
    private const int WarmUp = 20;
    private const string Answer =
        "The warranty of the pump lasts twenty-four months, counted from the day of delivery. It covers material and work. "
        + "泵的保修期为二十四个月，自交货之日起计算，包括材料和人工。";

    public static async Task<int> RunAsync(
        string data, int chunks, int conversations, double minutes, CancellationToken cancellationToken)
    {
        var mix = CorpusMix.Read(data);
        await using var benchmark = await BenchmarkSession.OpenAsync(cancellationToken);
        var session = benchmark.Session;
        await using var knowledge = new ThrowAwayKnowledge(
            session.Get<KnowledgeBaseCatalog>(), session.Get<SourceCatalog>(), session.Get<NpgsqlDataSource>(),
            session.Get<IDocumentExtractor>(), session.Get<TimeProvider>(),
        session.Get<IndexVectors>());
        var kb = await knowledge.LoadAsync(new PassageSource(mix.TakePassages(chunks)), cancellationToken);
        await using var model = await OpenAiSimulator.StartAsync(0, cancellationToken);
        var person = await WithoutModelAsync(mix, kb, chunks, cancellationToken);
        await using var host = await BenchmarkHost.ServeAsync(model, cancellationToken);
        person.MoveTo(host.Address);
        await FirstWordsWithModelAsync(mix, kb, model, person, cancellationToken);
        await ManyAtOnceAsync(mix, kb, model, person, host, conversations, minutes, cancellationToken);
        person.Dispose();
        return 0;
    }

    private static async Task<ConsoleClient> WithoutModelAsync(CorpusMix mix, long kb, int chunks, CancellationToken cancellationToken)
    {
        await using var host = await BenchmarkHost.ServeAsync(null, cancellationToken);
        var person = new ConsoleClient(host.Address);
        await person.SignInFirstAsync(host.First!, "correct horse battery", cancellationToken);
        var times = await AskAllAsync(mix.Questions, person, kb, cancellationToken);
        Report.Line($"without a model at {chunks} chunks: first words {Quantiles(times, time => time.FirstMs)}; last {Quantiles(times, time => time.LastMs)}");
        return person;
    }

    private static async Task FirstWordsWithModelAsync(
        CorpusMix mix, long kb, OpenAiSimulator model, ConsoleClient person, CancellationToken cancellationToken)
    {
        model.Play(new OpenAiScript { Text = Answer, LatencyMs = 50, TokensPerSecond = 200 });
        var times = await AskAllAsync(mix.Questions, person, kb, cancellationToken);

        // A question without any passage is refused without the model: only the others have a token to compare with.
        var tokens = model.Calls.Where(call => call.FirstTokenTimestamp > 0).Select(call => call.FirstTokenTimestamp).Order().ToList();
        var behind = times.Select(time => (time, Token: tokens.LastOrDefault(token => token <= time.FirstAt)))
            .Where(pair => pair.Token >= pair.time.AskedAt)
            .Select(pair => Stopwatch.GetElapsedTime(pair.Token, pair.time.FirstAt).TotalMilliseconds).ToList();
        Report.Line($"with a model: first words after its first token {Quantiles(behind, ms => ms)}; last {Quantiles(times, time => time.LastMs)}");
    }

    private static async Task ManyAtOnceAsync(
        CorpusMix mix, long kb, OpenAiSimulator model, ConsoleClient person, ServedHost host, int conversations, double minutes, CancellationToken cancellationToken)
    {
        var text = string.Concat(Enumerable.Repeat(Answer + " ", 5)).Trim();
        model.Play(new OpenAiScript { Text = text, LatencyMs = 200, TokensPerSecond = 50 });
        Report.Line($"memory at rest: {host.Megabytes:F0} MB");
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        end.CancelAfter(TimeSpan.FromMinutes(minutes));
        var load = Enumerable.Range(0, conversations).Select(at => ConverseAsync(mix, kb, person, at, text, end.Token, cancellationToken)).ToList();
        var memory = new List<double>();
        while (!end.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromSeconds(Math.Min(30, minutes * 10)), cancellationToken);
            memory.Add(host.Megabytes);
        }

        var results = await Task.WhenAll(load);
        Report.Line(
            $"{conversations} conversations for {minutes} minutes: {results.Sum(result => result.Answers)} answers, "
            + $"{results.Sum(result => result.Different)} different from the model's text; memory {string.Join(", ", memory.Select(mb => $"{mb:F0}"))} MB");
    }

    private static async Task<(int Answers, int Different)> ConverseAsync(
        CorpusMix mix, long kb, ConsoleClient person, int at, string expected, CancellationToken end, CancellationToken cancellationToken)
    {
        var (answers, different) = (0, 0);
        var (conversation, _) = await person.AskAsync("hello", kb, cancellationToken);
        while (!end.IsCancellationRequested)
        {
            var question = mix.Questions[(at * 997 + answers) % mix.Questions.Count];
            var time = await AskedQuestion.AskAsync(person, question, kb, conversation, cancellationToken);
            answers++;
            if (time.State == "answered" && time.Text != expected && AnswerQuestion.WithoutSearch(question) is null)
            {
                different++;
                Report.Line($"different after {time.LastMs:F0} ms: {time.Text}");
            }
        }

        return (answers, different);
    }

    private static async Task<List<AskedQuestion>> AskAllAsync(
        IReadOnlyList<string> questions, ConsoleClient person, long kb, CancellationToken cancellationToken)
    {
        var times = new List<AskedQuestion>();
        foreach (var question in questions.Take(WarmUp + Questions))
        {
            var (conversation, _) = await person.AskAsync("hello", kb, cancellationToken);
            times.Add(await AskedQuestion.AskAsync(person, question, kb, conversation, cancellationToken));
        }

        return times.GetRange(WarmUp, times.Count - WarmUp);
    }

    private static string Quantiles<T>(List<T> values, Func<T, double> of)
    {
        var sorted = values.Select(of).Order().ToList();
        return $"p50 {sorted[sorted.Count / 2]:F1} ms, p95 {sorted[sorted.Count * 95 / 100]:F1} ms";
    }
}
