using BotKb.Knowledge;
using BotKb.Sources.SharedDrive;

namespace BotKb.Host.Commands;

/// <summary>Adds a folder to a knowledge base after checking that it may be read.</summary>
internal static class AddFolderSource
{
    /// <summary>
    /// What an admin wrote. Where the folder was added before, readers that are left out stay as they were: to add a folder again must
    /// never open it to more people unasked.
    /// </summary>
    public static async Task<SharedDriveSettings> SettingsAsync(
        CommandSession session, long knowledgeBaseId, string folder, string? readers, string[] folderReaders,
        CancellationToken cancellationToken)
    {
        var named = SharedDriveSettings.Parse(folder, readers ?? "everyone", folderReaders);
        var sources = await session.Get<SourceCatalog>().ListAsync(knowledgeBaseId, cancellationToken);
        if (sources.FirstOrDefault(source => source.Kind == SharedDriveKind.Name && source.Location == named.Root) is not { } known)
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

    /// <returns>The source's row; the one that is there already, with the new readers, where the folder was added before.</returns>
    public static Task<long> RunAsync(
        CommandSession session, long knowledgeBaseId, SharedDriveSettings settings, CancellationToken cancellationToken)
    {
        session.Get<SharedDriveKind>().Open(settings);
        return session.Get<SourceCatalog>().AddAsync(
            knowledgeBaseId, SharedDriveKind.Name, settings.Root, settings.ToJson(), cancellationToken);
    }
}
