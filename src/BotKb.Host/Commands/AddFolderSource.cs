using BotKb.Knowledge;
using BotKb.Knowledge.Sync;
using BotKb.Sources.SharedDrive;

namespace BotKb.Host.Commands;

/// <summary>Adds a folder to a knowledge base, or changes who may read the one that is there.</summary>
internal static class AddFolderSource
{
    /// <summary>
    /// Stores what an admin wrote. Where the folder was added before, readers that are left out stay as they were: to add a folder again
    /// must never open it to more people unasked; and readers that lose a right lose it here, before the folder is read again.
    /// </summary>
    /// <exception cref="BotKbException">The folder is missing or refused, overlaps another one, or a rule names a folder that is not there.</exception>
    public static async Task<AddedFolder> RunAsync(
        CommandSession session, long knowledgeBaseId, string folder, string? readers, string[] folderReaders, CancellationToken cancellationToken)
    {
        var named = SharedDriveSettings.Parse(folder, readers ?? "everyone", folderReaders);
        var sources = (await session.Get<SourceCatalog>().ListAsync(knowledgeBaseId, cancellationToken))
            .Where(source => source.Kind == SharedDriveKind.Name).ToList();
        SharedDriveSettings found;
        try
        {
            found = session.Get<SharedDriveKind>().Resolve(named);
        }
        catch (BotKbException) when (sources.Find(source => source.Location == named.Root) is { } gone)
        {
            await StoreAsync(session, knowledgeBaseId, gone, Merge(named, gone, readers, folderReaders), cancellationToken);
            throw;
        }

        var known = sources.Find(source => source.Location == found.Root);
        SharedDriveKind.RequireFolders(found);
        RefuseOverlap(found.Root, sources);
        var settings = Merge(found, known, readers, folderReaders);
        return new AddedFolder(await StoreAsync(session, knowledgeBaseId, known, settings, cancellationToken), settings, known is null);
    }

    private static SharedDriveSettings Merge(SharedDriveSettings named, SourceSummary? known, string? readers, string[] folderReaders)
    {
        if (known is null)
        {
            return named;
        }

        var before = SharedDriveSettings.FromJson(known.Settings);
        return named with
        {
            Readers = readers is null ? before.Readers : named.Readers,
            Folders = folderReaders.Length == 0 ? before.Folders : named.Folders,
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

    private static async Task<long> StoreAsync(
        CommandSession session, long knowledgeBaseId, SourceSummary? known, SharedDriveSettings settings, CancellationToken cancellationToken)
    {
        if (known is not null)
        {
            var rules = settings.ToFolderReaders();
            await session.Get<NarrowReaders>().RunAsync(
                known.Id, path => rules.ReadersIn(path.LastIndexOf('/') is var end and > 0 ? path[..end] : ""), cancellationToken);
        }

        return await session.Get<SourceCatalog>().AddAsync(
            knowledgeBaseId, SharedDriveKind.Name, settings.Root, settings.ToJson(), cancellationToken);
    }
}
