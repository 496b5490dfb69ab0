using BotKb.Knowledge;

namespace BotKb.Sources.SharedDrive;

/// <summary>
/// Watches that a scan meets each folder whose rule keeps people out. A folder that was renamed would fall under a wider rule,
/// and its files would become readable for more people than the admin allowed.
/// </summary>
internal sealed class RuleWatch(FolderReaders readers)
{
    private readonly HashSet<string> missing = [.. readers.NarrowingFolders()];

    /// <summary>The scan has met this folder.</summary>
    internal void Meet(string folderPath) => missing.Remove(folderPath);

    /// <summary>Where a folder is not listed, it is unknown whether the folders with rules below it are there.</summary>
    internal void Excuse(SourceChange change)
    {
        if (change is SourceChange.Unlisted unlisted)
        {
            missing.RemoveWhere(folder => FolderPath.IsSameOrBelow(folder, unlisted.FolderPath));
        }
    }

    /// <summary>Ends a run whose result would widen access.</summary>
    internal void RequireAllMet()
    {
        if (missing.Order(StringComparer.Ordinal).FirstOrDefault() is { } folder)
        {
            throw new BotKbException(
                FailureKind.TellAdmin,
                $"The folder '{folder}' has readers of its own but is not on the shared drive, so nothing was changed: "
                + "name it exactly as on the drive, or remove its rule.");
        }
    }
}
