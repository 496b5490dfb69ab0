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
    public IKnowledgeSource Open(string settings) => Open(SharedDriveSettings.FromJson(settings));

    /// <summary>Opens a source that is not stored yet, and so checks whether it may be added.</summary>
    /// <exception cref="BotKbException">The folder is missing or refused.</exception>
    public IKnowledgeSource Open(SharedDriveSettings settings) => factory.Create(settings, stateFolder);
}
