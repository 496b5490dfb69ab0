using System.Collections.Immutable;
using BotKb.Knowledge;

namespace BotKb.Tests.Knowledge;

/// <summary>All that one run of a source reported.</summary>
internal sealed record SourceRun(ImmutableArray<SourceChange> Changes)
{
    public ImmutableArray<SourceItem> Items => [.. Changes.OfType<SourceChange.Upserted>().Select(change => change.Item)];

    public ImmutableArray<SourceChange.Failed> Failures => [.. Changes.OfType<SourceChange.Failed>()];

    public ImmutableArray<SourceChange.Unlisted> Unlisted => [.. Changes.OfType<SourceChange.Unlisted>()];

    public IEnumerable<string> Paths => Items.Select(item => item.Path);

    public SourceItem Item(string path) => Items.Single(item => item.Path == path);

    public static async Task<SourceRun> OfAsync(IKnowledgeSource source, CancellationToken cancellationToken)
    {
        var changes = ImmutableArray.CreateBuilder<SourceChange>();
        await foreach (SourceChange change in source.ReadChangesAsync(null, cancellationToken))
        {
            changes.Add(change);
        }

        return new SourceRun(changes.ToImmutable());
    }
}
