using BenchmarkDotNet.Attributes;
using BotKb.Benchmarks.Corpus;
using BotKb.Retrieval;
using BotKb.Retrieval.Analysis;

namespace BotKb.Benchmarks.Micro;

/// <summary>Chunks of 240 English words or 400 Chinese characters into term vectors, and questions into terms.</summary>
public class AnalysisBenchmarks
{
    private const int Chunks = 512;
    private const int Questions = 256;

    private string[] _english = [];
    private string[] _chinese = [];
    private string[] _questions = [];

    [GlobalSetup]
    public void Read()
    {
        var corpus = ChunkCorpus.Read(MicroBenchmarks.Data);
        var chunks = corpus.Take(corpus.RealCount).ToLookup(FullChunks.IsSpaceless);
        _english = [.. chunks[false].Take(Chunks)];
        _chinese = [.. chunks[true].Take(Chunks)];
        _questions = [.. DataSets.MixedQuestions(MicroBenchmarks.Data, Questions)];
    }

    [Benchmark(OperationsPerInvoke = Chunks)]
    public int EnglishChunk() => Analyze(_english);

    [Benchmark(OperationsPerInvoke = Chunks)]
    public int ChineseChunk() => Analyze(_chinese);

    [Benchmark(OperationsPerInvoke = Questions)]
    public int Question() => _questions.Sum(question => QueryAnalyzer.Analyze(question).Count);

    private static int Analyze(string[] chunks) => chunks.Sum(chunk => ChunkAnalyzer.Analyze("", [], chunk).Length);
}
