using BenchmarkDotNet.Attributes;
using BotKb.Benchmarks.Corpus;
using BotKb.Retrieval;
using BotKb.Retrieval.Analysis;
using BotKb.Retrieval.Lexical;

namespace BotKb.Benchmarks.Micro;

/// <summary>Searches in one full segment of 65,536 chunks, for a reader of everything and for one of a two-hundredth.</summary>
public class SegmentBenchmarks
{
    private const int Source = 1;
    private const int Questions = 256;
    private const int Scopes = 200;
    private const int Found = 30;

    private readonly HashSet<long> _all = [.. Enumerable.Range(0, Scopes).Select(scope => (long)scope)];
    private readonly HashSet<long> _few = [0];
    private readonly LexicalIndex _index = new();
    private IReadOnlyList<QueryTerm>[] _questions = [];

    [GlobalSetup]
    public void Fill()
    {
        var chunks = ChunkCorpus.Read(MicroBenchmarks.Data).Take(Segment.Capacity).AsParallel().AsOrdered()
            .Select((text, i) => new ChunkEntry(i, Source, i, ChunkAnalyzer.Analyze("", [], text))).ToList();
        _index.Apply([.. chunks.Select(chunk => new DocumentEntry(chunk.DocumentId, chunk.DocumentId % Scopes))], chunks, []);
        _questions = [.. DataSets.MixedQuestions(MicroBenchmarks.Data, Questions).Select(QueryAnalyzer.Analyze)];
    }

    [Benchmark(OperationsPerInvoke = Questions)]
    public int EverythingVisible() => Search(_all);

    [Benchmark(OperationsPerInvoke = Questions)]
    public int TwoHundredthVisible() => Search(_few);

    private int Search(HashSet<long> scopes) =>
        _questions.Sum(terms => _index.Current.Search(terms, [Source], scopes, Found).Hits.Length);
}
