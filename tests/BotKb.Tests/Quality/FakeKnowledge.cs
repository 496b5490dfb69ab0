using System.Text;
using BotKb.Access;
using BotKb.Knowledge;
using BotKb.Quality;
using BotKb.Retrieval;

namespace BotKb.Tests.Quality;

/// <summary>Knowledge bases in memory: each line of a document is a passage, found when it shares a word with the question.</summary>
internal sealed class FakeKnowledge : IThrowAwayKnowledge, IPassageSearch
{
    private readonly List<IReadOnlyList<Passage>> _knowledgeBases = [];

    public List<SourceItem> Items { get; } = [];

    public List<int> Counts { get; } = [];

    public async Task<long> LoadAsync(IKnowledgeSource source, CancellationToken cancellationToken)
    {
        var passages = new List<Passage>();
        await foreach (var change in source.ReadChangesAsync(null, cancellationToken))
        {
            if (change is SourceChange.Upserted { Item: var item })
            {
                Items.Add(item);
                using var reader = new StreamReader(await source.OpenAsync(item, cancellationToken), Encoding.UTF8);
                var lines = (await reader.ReadToEndAsync(cancellationToken)).Split('\n');
                passages.AddRange(lines.Select((line, i) => PassageOf(item, i, line)));
            }
        }

        _knowledgeBases.Add(passages);
        return _knowledgeBases.Count - 1;
    }

    public Task<SearchResult> SearchAsync(
        string question,
        IReadOnlyList<long> knowledgeBases,
        Reader reader,
        int count,
        CancellationToken cancellationToken)
    {
        Counts.Add(count);
        var words = question.Split(' ').ToHashSet(StringComparer.Ordinal);
        var found = knowledgeBases
            .SelectMany(row => _knowledgeBases[(int)row])
            .Select(passage => passage with { Score = passage.Text.Split(' ').Count(words.Contains) })
            .Where(passage => passage.Score > 0)
            .OrderByDescending(passage => passage.Score)
            .Take(count);
        return Task.FromResult(new SearchResult([.. found], new Dictionary<uint, float>()));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static Passage PassageOf(SourceItem item, int ordinal, string text) =>
        new(0, 0, ordinal, item.Title ?? "", item.Path, null, [], null, null, null, text, 0);
}
