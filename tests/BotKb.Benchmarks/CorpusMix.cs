using System.Text;
using BotKb.Benchmarks.Corpus;
using BotKb.Knowledge;

namespace BotKb.Benchmarks;

/// <summary>Texts and questions of the public data sets, in a fixed random order; as many as are wanted.</summary>
internal sealed class CorpusMix
{
    private readonly List<string> _passages = [];
    private readonly List<string> _questions = [];
    private readonly Random _random = new(1);

    private CorpusMix()
    {
    }

    /// <summary>Questions of all sets, mixed.</summary>
    public IReadOnlyList<string> Questions => _questions;

    /// <summary>Reads every folder below that holds a corpus.</summary>
    public static CorpusMix Read(string data)
    {
        var mix = new CorpusMix();
        foreach (var folder in DataSets.Folders(data))
        {
            mix._passages.AddRange(DataSets.Texts(folder).SelectMany(Passages));
            mix._questions.AddRange(DataSets.Questions(folder));
        }

        Shuffle(mix._passages, mix._random);
        Shuffle(mix._questions, mix._random);
        return mix;
    }

    /// <summary>So many passages: the real ones first, then mixes of 70 percent of one with 30 percent of another.</summary>
    public IEnumerable<string> TakePassages(int count)
    {
        for (var i = 0; i < count; i++)
        {
            yield return i < _passages.Count ? _passages[i] : Mix(Any(), Any());
        }
    }

    /// <summary>A text of about so many bytes.</summary>
    public string TakeText(int bytes)
    {
        var text = new StringBuilder();
        while (Encoding.UTF8.GetByteCount(text.ToString()) < bytes)
        {
            text.Append(Mix(Any(), Any())).Append("\n\n");
        }

        return text.ToString();
    }

    private static IEnumerable<string> Passages(string text)
    {
        var blocks = text.Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return Chunker.Split(new ExtractedDocument(null, [.. blocks.Select(block => new Block(BlockKind.Paragraph, block, 0, []))]))
            .Select(chunk => chunk.Text);
    }

    private static void Shuffle(List<string> list, Random random)
    {
        var shuffled = list.ToArray();
        random.Shuffle(shuffled);
        list.Clear();
        list.AddRange(shuffled);
    }

    private string Any() => _passages[_random.Next(_passages.Count)];

    private static string Mix(string first, string second) => first[..(first.Length * 7 / 10)] + " " + second[(second.Length * 7 / 10)..];
}
