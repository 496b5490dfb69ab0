using System.Runtime.CompilerServices;
using System.Text;
using BotKb.Access;
using BotKb.Knowledge;

namespace BotKb.Benchmarks;

/// <summary>Each passage as a text file of its own, in memory.</summary>
internal sealed class PassageSource(IEnumerable<string> passages) : IKnowledgeSource
{
    private readonly List<byte[]> _files = [.. passages.Select(Encoding.UTF8.GetBytes)];

    public async IAsyncEnumerable<SourceChange> ReadChangesAsync(
        string? cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var i = 0; i < _files.Count; i++)
        {
            yield return new SourceChange.Upserted(
                new SourceItem($"{i}", $"{i}.txt", "1", _files[i].Length, DateTimeOffset.UnixEpoch, ReaderSet.All));
        }

        await Task.CompletedTask;
        yield return new SourceChange.Checkpoint(null, true);
    }

    public Task<Stream> OpenAsync(SourceItem item, CancellationToken cancellationToken) =>
        Task.FromResult<Stream>(new MemoryStream(_files[int.Parse(item.ItemId)], writable: false));
}
