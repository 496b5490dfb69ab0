using BotKb.Knowledge;
using BotKb.Sources.SharedDrive.Native;
using Microsoft.Win32.SafeHandles;

namespace BotKb.Sources.SharedDrive;

/// <summary>
/// One walk over a whole drive in the order of its names, a folder's files before its subfolders. It holds one folder's names
/// and the folders still to be read, never the drive.
/// </summary>
internal sealed class FolderScan(DriveRoot root, FolderReaders readers, CancellationToken cancellationToken)
{
    private readonly Stack<PendingFolder> pending = new();
    private readonly EntryInspector inspector = new(root, readers);
    private readonly RuleWatch rules = new(readers);

    /// <summary>Walks the drive; used once.</summary>
    /// <exception cref="BotKbException">The root went away, or a folder whose rule keeps people out is not there.</exception>
    internal IEnumerable<SourceChange> Read()
    {
        pending.Push(new PendingFolder("", root.Status, ""));
        while (pending.TryPop(out PendingFolder? folder))
        {
            foreach (SourceChange change in ReadFolder(folder))
            {
                yield return change;
            }
        }

        root.RequireUnchanged();
        rules.RequireAllMet();
        yield return new SourceChange.Checkpoint(null, EverythingSeen: true);
    }

    private IEnumerable<SourceChange> ReadFolder(PendingFolder folder)
    {
        cancellationToken.ThrowIfCancellationRequested();
        rules.Meet(folder.Path);
        using SafeFileHandle? handle = PathOpener.Open(root.Handle, folder.Path, OpenFlags.Folder, out int error);
        if (handle is null)
        {
            yield return Unlisted(folder, error);
            yield break;
        }

        if (folder.BeginsVolume && KernelFileSystem.Holds(handle))
        {
            yield return inspector.Failed(folder.Path, folder, folder.Status, "The folder belongs to the system's kernel and is not read.");
            yield break;
        }

        foreach (SourceChange change in ReadEntries(folder, handle))
        {
            yield return change;
        }
    }

    private IEnumerable<SourceChange> ReadEntries(PendingFolder folder, SafeFileHandle handle)
    {
        FolderListing listing = FolderListing.Read(handle);
        int error = listing.Error;
        var below = new List<PendingFolder>();
        foreach (byte[] name in listing.Names)
        {
            cancellationToken.ThrowIfCancellationRequested();
            EntryFinding finding = inspector.Inspect(folder, handle, name);
            if (finding.FolderError != 0)
            {
                error = finding.FolderError;
                break;
            }

            if (finding.Folder is { } subfolder)
            {
                below.Add(subfolder);
            }

            if (finding.Change is { } change)
            {
                rules.Excuse(change);
                yield return change;
            }
        }

        if (error != 0 || IsRemoved(handle, out error))
        {
            yield return Unlisted(folder, error);
        }

        below.Reverse();
        below.ForEach(pending.Push);
    }

    private static bool IsRemoved(SafeFileHandle folder, out int error)
    {
        FileStatus? status = FileStatus.Of(folder, out error);
        error = status is { LinkCount: 0 } ? Errno.NotFound : error;
        return error != 0;
    }

    private SourceChange.Unlisted Unlisted(PendingFolder folder, int error)
    {
        if (folder.Path.Length == 0)
        {
            throw DriveRoot.Unreadable(root.Path, error);
        }

        var unlisted = new SourceChange.Unlisted(folder.Path, $"The folder could not be read to its end: {Errno.Describe(error)}.");
        rules.Excuse(unlisted);
        return unlisted;
    }
}
