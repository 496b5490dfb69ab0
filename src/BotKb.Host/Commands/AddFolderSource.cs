using BotKb.Knowledge;
using BotKb.Sources.SharedDrive;

namespace BotKb.Host.Commands;

/// <summary>Adds a folder to a knowledge base after checking that it may be read.</summary>
internal static class AddFolderSource
{
    /// <returns>The source's row; the one that is there already, with the new readers, where the folder was added before.</returns>
    public static Task<long> RunAsync(CommandSession session, long knowledgeBaseId, SharedDriveSettings settings, CancellationToken cancellationToken)
    {
        session.Get<SharedDriveKind>().Open(settings);
        return session.Get<SourceCatalog>().AddAsync(
            knowledgeBaseId, SharedDriveKind.Name, settings.Root, settings.ToJson(), cancellationToken);
    }
}
