using System.Text.Json;

namespace BotKb.Benchmarks.Corpus;

/// <summary>The public data sets as they lie on disk.</summary>
internal static class DataSets
{
    /// <summary>Every folder that holds a corpus with questions, by name.</summary>
    public static IReadOnlyList<string> Folders(string data) =>
        [.. Directory.GetDirectories(data).Where(folder => File.Exists(Path.Combine(folder, "corpus.jsonl"))).Order(StringComparer.Ordinal)];

    /// <summary>The texts of a set's documents.</summary>
    public static IEnumerable<string> Texts(string folder) => Read(Path.Combine(folder, "corpus.jsonl"));

    /// <summary>The questions of a set.</summary>
    public static IEnumerable<string> Questions(string folder) =>
        Read(Path.Combine(folder, "queries.jsonl")).Where(text => !string.IsNullOrWhiteSpace(text));

    /// <summary>So many questions of all sets in turn, in a fixed random order.</summary>
    public static IReadOnlyList<string> MixedQuestions(string data, int count)
    {
        var random = new Random(1);
        var sets = Folders(data).Select(folder => Questions(folder).ToArray()).ToArray();
        Array.ForEach(sets, random.Shuffle);
        return [.. Enumerable.Range(0, sets.Max(set => set.Length))
            .SelectMany(i => sets.Where(set => i < set.Length).Select(set => set[i]))
            .Take(count)];
    }

    private static IEnumerable<string> Read(string file) =>
        File.ReadLines(file).Where(line => line.Length > 0).Select(line =>
        {
            using var row = JsonDocument.Parse(line);
            return row.RootElement.GetProperty("text").GetString()!;
        });
}
