using BenchmarkDotNet.Attributes;
using BotKb.Benchmarks.Corpus;
using BotKb.Knowledge;
using BotKb.Replies;

namespace BotKb.Benchmarks.Micro;

/// <summary>Documents into chunks and answers into messages.</summary>
public class TextBenchmarks
{
    private const int Documents = 256;
    private const int Answers = 256;
    private const int SlackLimit = 4_000;

    private ExtractedDocument[] _documents = [];
    private string[] _answers = [];

    [GlobalSetup]
    public void Read()
    {
        var texts = DataSets.Folders(MicroBenchmarks.Data).SelectMany(DataSets.Texts).ToArray();
        new Random(1).Shuffle(texts);
        _documents = [.. texts.Take(Documents).Select(Document)];
        _answers = [.. texts.Where(text => text.Length > SlackLimit).Take(Answers)];
        _answers = [.. Enumerable.Range(0, Answers).Select(i => _answers[i % _answers.Length])];
    }

    [Benchmark(OperationsPerInvoke = Documents)]
    public int ChunkDocument() => _documents.Sum(document => Chunker.Split(document).Length);

    [Benchmark(OperationsPerInvoke = Answers)]
    public int SplitReply() => _answers.Sum(answer => MessageSplitter.Split(answer, SlackLimit).Count);

    private static ExtractedDocument Document(string text)
    {
        var blocks = text.Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new ExtractedDocument(null, [.. blocks.Select(block => new Block(BlockKind.Paragraph, block, 0, []))]);
    }
}
