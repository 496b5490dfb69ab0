using BotKb.Sources.SharedDrive.Native;

namespace BotKb.Sources.SharedDrive;

/// <summary>A folder that a scan has met and not read yet.</summary>
/// <param name="Path">Path below the root; the root's is empty.</param>
/// <param name="Status">Its status when it was met.</param>
/// <param name="Volume">Path of the folder at which its file system begins; empty for the root's own.</param>
internal sealed record PendingFolder(string Path, FileStatus Status, string Volume)
{
    /// <summary>A folder in this one; another device or mount begins a volume, where inodes may repeat those of its surroundings.</summary>
    internal PendingFolder Below(string path, FileStatus status) =>
        new(path, status, IsSameVolume(status) ? Volume : path);

    /// <summary>True where a file system of its own is mounted at this folder.</summary>
    internal bool BeginsVolume => Path.Length > 0 && Path == Volume;

    private bool IsSameVolume(FileStatus status) => status.Device == Status.Device && status.Mount == Status.Mount;
}
