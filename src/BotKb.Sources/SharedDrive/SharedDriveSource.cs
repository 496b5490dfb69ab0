using System.Runtime.CompilerServices;
using BotKb.Knowledge;
using BotKb.Sources.SharedDrive.Native;
using Microsoft.Win32.SafeHandles;

namespace BotKb.Sources.SharedDrive;

/// <summary>
/// A folder of this machine or a mounted network drive. Each run reads the whole folder, as no file system says reliably what
/// changed. Reads never leave the folder, follow no link and wait for no pipe. Safe for concurrent use.
/// </summary>
public sealed class SharedDriveSource : IKnowledgeSource
{
    private const int ChangesAtOnce = 128;

    private readonly string root;
    private readonly FolderReaders readers;

    /// <param name="root">The folder's real path, as <see cref="FolderRules.Check"/> returns it.</param>
    /// <param name="readers">Who may read which part of it.</param>
    internal SharedDriveSource(string root, FolderReaders readers)
    {
        this.root = root;
        this.readers = readers;
    }

    /// <inheritdoc/>
    /// <exception cref="BotKbException">
    /// The folder is gone, cannot be listed or was replaced meanwhile, or a folder with narrower readers is missing.
    /// </exception>
    public async IAsyncEnumerable<SourceChange> ReadChangesAsync(
        string? cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using DriveRoot drive = await Task.Run(() => DriveRoot.Open(root), cancellationToken);
        using IEnumerator<SourceChange> changes = new FolderScan(drive, readers, cancellationToken).Read().GetEnumerator();
        List<SourceChange> some;
        do
        {
            // The file system's calls block, on a network drive for long: they never run on the caller's thread.
            some = await Task.Run(() => Take(changes), cancellationToken);
            foreach (SourceChange change in some)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return change;
            }
        }
        while (some.Count == ChangesAtOnce);
    }

    /// <inheritdoc/>
    /// <exception cref="BotKbException">The whole drive is gone: no item may be taken for deleted.</exception>
    public Task<Stream> OpenAsync(SourceItem item, CancellationToken cancellationToken) =>
        Task.Run<Stream>(() => Open(item), cancellationToken);

    private static List<SourceChange> Take(IEnumerator<SourceChange> changes)
    {
        var some = new List<SourceChange>(ChangesAtOnce);
        while (some.Count < ChangesAtOnce && changes.MoveNext())
        {
            some.Add(changes.Current);
        }

        return some;
    }

    private FileStream Open(SourceItem item)
    {
        using DriveRoot drive = DriveRoot.Open(root);
        SafeFileHandle file = PathOpener.Open(drive.Handle, item.Path, OpenFlags.Content, out int error) ?? throw CannotOpen(item, error);
        try
        {
            FileStatus status = FileStatus.Of(file, out error) ?? throw CannotOpen(item, error);
            RequireSameFile(item, status);
            return new FileStream(file, FileAccess.Read, bufferSize: 0);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static void RequireSameFile(SourceItem item, FileStatus status)
    {
        if (status.Kind != FileKind.Regular)
        {
            throw new SourceItemException($"'{item.Path}' is no longer a file.");
        }

        if (!FileIdentity.IsSame(item.ItemId, status))
        {
            throw new SourceItemException($"'{item.Path}' was replaced by another file; the next sync reads that one.");
        }
    }

    private static SourceItemException CannotOpen(SourceItem item, int error) => new(error == Errno.NoDevice
        ? $"'{item.Path}' is no longer a file."
        : $"'{item.Path}' cannot be opened: {Errno.Describe(error)}.");
}
