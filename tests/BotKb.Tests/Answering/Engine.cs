using BotKb.Access;
using BotKb.Answering;
using BotKb.Retrieval;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BotKb.Tests.Answering;

/// <summary>The engine as it is registered, over a fixed search and perhaps a model, and its answers folded.</summary>
internal static class Engine
{
    public static async Task<Answered> AskAsync(
        string question, FixedSearch search, IChatClient? model = null, PastExchange[]? history = null, double threshold = 0, double rewriteSeconds = 2)
    {
        var token = TestContext.Current.CancellationToken;
        await using var services = Services(search, model, threshold, rewriteSeconds);
        var parts = new List<AnswerPart>();
        await foreach (var part in services.GetRequiredService<IAnswerEngine>().AnswerAsync(new Question(question, [.. history ?? []], [1], Reader.Anonymous), token))
        {
            parts.Add(part);
        }

        return Answered.Of(parts);
    }

    public static ServiceProvider Services(IPassageSearch search, IChatClient? model, double threshold = 0, double rewriteSeconds = 2)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Answering:RefusalThreshold", threshold.ToString()), new("Answering:RewriteSeconds", rewriteSeconds.ToString())]).Build();
        var services = new ServiceCollection().AddSingleton(search).AddAnswering(configuration);
        return (model is null ? services : services.AddSingleton(model)).BuildServiceProvider();
    }

    /// <summary>What a person sees at the end.</summary>
    internal sealed record Answered(IReadOnlyList<AnswerPart> Parts, string Text, IReadOnlyList<Citation> Cited, string? Notice, AnswerOutcome Outcome, AnswerTrace Trace)
    {
        public static Answered Of(IReadOnlyList<AnswerPart> parts)
        {
            parts.OfType<AnswerPart.Done>().Count().ShouldBe(1);
            var done = parts[^1].ShouldBeOfType<AnswerPart.Done>();
            var begin = parts.ToList().FindLastIndex(part => part is AnswerPart.Restart) + 1;
            var last = parts.Skip(begin).ToList();
            return new Answered(
                parts,
                string.Concat(last.OfType<AnswerPart.Text>().Select(text => text.Words)),
                last.OfType<AnswerPart.Cited>().Select(cited => cited.Citation).ToList(),
                last.OfType<AnswerPart.Notice>().LastOrDefault()?.Words,
                done.Outcome,
                done.Trace);
        }
    }
}
