using BotKb.Knowledge;

namespace BotKb.Sources.SharedDrive;

/// <summary>Opens shared drives by the settings that are stored with their sources.</summary>
/// <param name="factory">Makes the source.</param>
/// <param name="stateFolder">Where BotKb keeps its own files; never part of a source.</param>
public sealed class SharedDriveKind(SharedDriveSourceFactory factory, string stateFolder) : IKnowledgeSourceKind
{
    /// <summary>The name that is stored with a source.</summary>
    public const string Name = "shared-drive";

    /// <inheritdoc/>
    public string Kind => Name;

    /// <inheritdoc/>
    public IKnowledgeSource Open(string settings) => factory.Create(SharedDriveSettings.FromJson(settings), stateFolder);

    /// <summary>Checks whether a folder may be added.</summary>
    /// <returns>The settings with the folder's real path: the same folder reached by a link is the same source.</returns>
    /// <exception cref="BotKbException">The folder is missing or refused.</exception>
    public SharedDriveSettings Resolve(SharedDriveSettings settings) => settings with { Root = factory.Resolve(settings, stateFolder) };

    /// <summary>Checks that the rules are about folders that are there: a misspelt rule would leave its folder open.</summary>
    /// <exception cref="BotKbException">A rule names a folder that is not there.</exception>
    public static void RequireFolders(SharedDriveSettings settings)
    {
        if (settings.Folders.FirstOrDefault(rule => !Directory.Exists(Path.Combine(settings.Root, rule.Folder))) is { } missing)
        {
            throw new BotKbException(
                FailureKind.GiveUp,
                $"There is no folder '{missing.Folder}' in {settings.Root}: write the folder of a rule as it is spelt there. Nothing was changed.");
        }
    }
}
