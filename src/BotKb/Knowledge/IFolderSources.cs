namespace BotKb.Knowledge;

/// <summary>Folders of this machine, or of a mounted network drive, as sources. Safe for concurrent use.</summary>
public interface IFolderSources
{
    /// <summary>
    /// Stores what an admin wrote. Where the folder was added before, readers that are left out stay as they were: to add a folder again
    /// must never open it to more people unasked; and readers that lose a right lose it here, before the folder is read again.
    /// </summary>
    /// <param name="knowledgeBaseId">The knowledge base's row.</param>
    /// <param name="folder">The folder; a relative one is taken from the working folder.</param>
    /// <param name="readers">
    /// <c>everyone</c> (which null means for a new folder), <c>nobody</c>, or e-mails and groups such as <c>anna@example.com,group:hr</c>.
    /// </param>
    /// <param name="folderReaders">Rules for folders below, such as <c>HR=group:hr</c>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="BotKbException">The folder is missing or refused, overlaps another one, or a rule names a folder that is not there.</exception>
    Task<AddedFolder> AddAsync(
        long knowledgeBaseId, string folder, string? readers, IReadOnlyList<string> folderReaders, CancellationToken cancellationToken);

    /// <summary>Who may read a source's folder; null for a source that is none.</summary>
    /// <exception cref="BotKbException">The stored settings are damaged.</exception>
    FolderAccess? AccessOf(SourceSummary source);
}
