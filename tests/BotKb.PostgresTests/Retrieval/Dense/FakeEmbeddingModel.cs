using BotKb.Retrieval.Dense;

namespace BotKb.PostgresTests.Retrieval.Dense;

/// <summary>A model that knows a few meanings in two languages; other words have a direction each.</summary>
internal sealed class FakeEmbeddingModel(string key, int dimension = 64) : IEmbeddingModel
{
    private static readonly string[][] Meanings =
    [
        ["holiday", "vacation", "leave", "年假", "假期"],
        ["salary", "pay", "wage", "工资", "薪水"],
        ["car", "vehicle", "automobile", "汽车"],
        ["frobnik", "grundle"],
    ];

    private int _calls;

    public string Name => key;

    public string Key => key;

    public string Settings => key;

    /// <summary>Every passage that was embedded.</summary>
    public List<string> Embedded { get; } = [];

    /// <summary>How many questions were embedded.</summary>
    public int Questions { get; private set; }

    /// <summary>Called before each request with its number, from 1; may throw.</summary>
    public Func<int, Task> BeforePassages { get; set; } = _ => Task.CompletedTask;

    /// <summary>Called before a question; may throw.</summary>
    public Action BeforeQuestion { get; set; } = () => { };

    /// <summary>Texts that are refused.</summary>
    public Predicate<string> Refuses { get; set; } = _ => false;

    public async Task<IReadOnlyList<EmbeddedPassage>> EmbedPassagesAsync(IReadOnlyList<string> passages, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await BeforePassages(++_calls);
        Embedded.AddRange(passages);
        return
        [
            .. passages.Select(text => Refuses(text) ? new EmbeddedPassage(null, "The model refuses it.") : new EmbeddedPassage(Vector(text), "")),
        ];
    }

    public Task<float[]> EmbedQuestionAsync(string question, CancellationToken cancellationToken)
    {
        Questions++;
        BeforeQuestion();
        return Task.FromResult(Vector(question));
    }

    private float[] Vector(string text)
    {
        var vector = new float[dimension];
        foreach (var word in text.ToLowerInvariant().Split([' ', '.', '?', '\n', '。', '？'], StringSplitOptions.RemoveEmptyEntries))
        {
            var meaning = Array.FindIndex(Meanings, words => words.Any(known => word.Contains(known, StringComparison.Ordinal)));
            var axis = meaning >= 0 ? meaning : Meanings.Length + (word.Sum(c => c) % (dimension - Meanings.Length));
            vector[axis] += meaning >= 0 ? 3 : 0.3f;
        }

        vector[^1] += 0.01f;
        var length = MathF.Sqrt(vector.Sum(x => x * x));
        return Array.ConvertAll(vector, x => x / length);
    }
}
