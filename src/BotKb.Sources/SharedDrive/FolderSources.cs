using BotKb.Knowledge;
using BotKb.Knowledge.Sync;

namespace BotKb.Sources.SharedDrive;

/// <inheritdoc/>
internal sealed class FolderSources(SharedDriveKind kind, SourceCatalog catalog, NarrowReaders narrow) : IFolderSources
{
    /// <inheritdoc/>
    public async Task<AddedFolder> AddAsync(
        long knowledgeBaseId, string folder, string? readers, IReadOnlyList<string> folderReaders, CancellationToken cancellationToken)
    {
        var named = SharedDriveSettings.Parse(folder, readers ?? "everyone", folderReaders);
        var sources = (await catalog.ListAsync(knowledgeBaseId, cancellationToken))
            .Where(source => source.Kind == SharedDriveKind.Name).ToList();
        SharedDriveSettings found;
        try
        {
            found = kind.Resolve(named);
        }
        catch (BotKbException) when (sources.Find(source => source.Location == named.Root) is { } gone)
        {
            await StoreAsync(knowledgeBaseId, gone, Merge(named, gone, readers, folderReaders), cancellationToken);
            throw;
        }

        var known = sources.Find(source => source.Location == found.Root);
        SharedDriveKind.RequireFolders(found);
        RefuseOverlap(found.Root, sources);
        var settings = Merge(found, known, readers, folderReaders);
        return new AddedFolder(
            await StoreAsync(knowledgeBaseId, known, settings, cancellationToken), AccessOf(settings), known is null);
    }

    /// <inheritdoc/>
    public FolderAccess? AccessOf(SourceSummary source) =>
        source.Kind == SharedDriveKind.Name ? AccessOf(SharedDriveSettings.FromJson(source.Settings)) : null;

    private static FolderAccess AccessOf(SharedDriveSettings settings) =>
        new(settings.Root, settings.Readers, [.. settings.Folders.Select(rule => $"{rule.Folder}={rule.Readers}")]);

    private static SharedDriveSettings Merge(
        SharedDriveSettings named, SourceSummary? known, string? readers, IReadOnlyList<string> folderReaders)
    {
        if (known is null)
        {
            return named;
        }

        var before = SharedDriveSettings.FromJson(known.Settings);
        return named with
        {
            Readers = readers is null ? before.Readers : named.Readers,
            Folders = folderReaders.Count == 0 ? before.Folders : named.Folders,
        };
    }

    // Two sources that hold the same file would give it the wider of their readers.
    private static void RefuseOverlap(string root, List<SourceSummary> sources)
    {
        if (sources.Find(source => source.Location != root && (Holds(source.Location, root) || Holds(root, source.Location))) is { } other)
        {
            throw new BotKbException(
                FailureKind.GiveUp,
                $"{root} overlaps {other.Location}, which this knowledge base reads already: set readers there with --folder-readers, "
                + "or add it to another knowledge base.");
        }
    }

    private static bool Holds(string folder, string path) => path.StartsWith(folder.TrimEnd('/') + '/', StringComparison.Ordinal);

    private async Task<long> StoreAsync(
        long knowledgeBaseId, SourceSummary? known, SharedDriveSettings settings, CancellationToken cancellationToken)
    {
        if (known is not null)
        {
            var rules = settings.ToFolderReaders();
            await narrow.RunAsync(
                known.Id, path => rules.ReadersIn(path.LastIndexOf('/') is var end and > 0 ? path[..end] : ""), cancellationToken);
        }

        return await catalog.AddAsync(
            knowledgeBaseId, SharedDriveKind.Name, settings.Root, settings.ToJson(), cancellationToken);
    }
}
