using BotKb.Access;

namespace BotKb.Sources.SharedDrive;

/// <summary>Who may read what lies in one folder of a shared drive, its subfolders included.</summary>
/// <param name="Folder">Path below the root, exactly as on the drive, separated by '/'.</param>
/// <param name="Readers">Who may read it.</param>
public sealed record FolderRule(string Folder, ReaderSet Readers);
