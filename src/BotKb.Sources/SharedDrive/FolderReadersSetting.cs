namespace BotKb.Sources.SharedDrive;

/// <summary>The readers of one folder, as stored.</summary>
/// <param name="Folder">Path below the root, separated by '/'.</param>
/// <param name="Readers">As in <see cref="SharedDriveSettings.Readers"/>.</param>
public sealed record FolderReadersSetting(string Folder, string Readers);
