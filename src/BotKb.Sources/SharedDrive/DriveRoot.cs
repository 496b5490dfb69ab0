using BotKb.Sources.SharedDrive.Native;
using Microsoft.Win32.SafeHandles;

namespace BotKb.Sources.SharedDrive;

/// <summary>The root folder of a shared drive, held open: what is read stays in it even when its path is relinked.</summary>
internal sealed class DriveRoot : IDisposable
{
    private DriveRoot(string path, SafeFileHandle handle, FileStatus status)
    {
        Path = path;
        Handle = handle;
        Status = status;
    }

    /// <summary>Its real, absolute path.</summary>
    internal string Path { get; }

    internal SafeFileHandle Handle { get; }

    internal FileStatus Status { get; }

    /// <summary>Opens the root.</summary>
    /// <exception cref="BotKbException">It is gone or may not be entered.</exception>
    internal static DriveRoot Open(string path)
    {
        SafeFileHandle? handle = PathOpener.OpenPlace(path, out int error);
        if (handle is not null && FileStatus.Of(handle, out error) is { } status)
        {
            return new DriveRoot(path, handle, status);
        }

        handle?.Dispose();
        throw Unreadable(path, error);
    }

    /// <summary>Ends a run in which the drive went away: files that it did not report are not deleted.</summary>
    internal void RequireUnchanged()
    {
        using DriveRoot now = Open(Path);
        if (now.Status.Inode != Status.Inode || now.Status.Device != Status.Device)
        {
            throw new BotKbException(
                FailureKind.TellAdmin,
                $"The shared drive {Path} was replaced while it was read, so nothing was changed: wait and sync again.");
        }
    }

    internal static BotKbException Unreadable(string path, int error) => new(
        FailureKind.TellAdmin,
        $"The shared drive {path} cannot be read, so nothing was changed: {Errno.Describe(error)}. "
        + "Mount it again, or correct the folder of the source.");

    public void Dispose() => Handle.Dispose();
}
