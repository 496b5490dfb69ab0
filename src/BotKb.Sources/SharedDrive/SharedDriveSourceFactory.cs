using BotKb.Knowledge;

namespace BotKb.Sources.SharedDrive;

/// <summary>Makes the source of one shared drive. Safe for concurrent use.</summary>
public sealed class SharedDriveSourceFactory(FolderRules rules)
{
    /// <summary>Checks the folder and its readers anew, so that a rule or a link that has changed holds from the next run on.</summary>
    /// <param name="settings">What the source was added with.</param>
    /// <param name="stateFolder">Where BotKb keeps its own files; never part of a source.</param>
    /// <exception cref="BotKbException">The folder is missing or refused, or a reader is invalid: nothing is deleted.</exception>
    public IKnowledgeSource Create(SharedDriveSettings settings, string stateFolder) =>
        new SharedDriveSource(rules.Check(settings.Root, stateFolder), settings.ToFolderReaders());

    /// <summary>The real path of the folder, after the same checks.</summary>
    /// <exception cref="BotKbException">The folder is missing or refused.</exception>
    public string Resolve(SharedDriveSettings settings, string stateFolder) => rules.Check(settings.Root, stateFolder);
}
