using System.Text;
using BotKb.Knowledge;
using BotKb.Sources.SharedDrive.Native;
using Microsoft.Win32.SafeHandles;

namespace BotKb.Sources.SharedDrive;

/// <summary>Decides what each entry of a drive is to BotKb: a document, a folder, something that is not read, or nothing.</summary>
internal sealed class EntryInspector(DriveRoot root, FolderReaders readers)
{
    private readonly HashSet<string> idsOfLinkedFiles = [];
    private readonly LinkInspector links = new(root.Path);

    /// <summary>Looks at one name of a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="handle">The same folder, open.</param>
    /// <param name="name">The name, ended by a NUL byte.</param>
    internal EntryFinding Inspect(PendingFolder folder, SafeFileHandle handle, byte[] name)
    {
        ReadOnlySpan<byte> bytes = name.AsSpan(..^1);
        if (IgnoredNames.Contains(Encoding.UTF8.GetString(bytes)))
        {
            return EntryFinding.Nothing;
        }

        string? text = NativePath.Decode(bytes);
        string path = FolderPath.Join(folder.Path, text ?? FileName.Escape(bytes));
        if (FileStatus.Of(handle, name, out int error) is not { } status)
        {
            return WithoutStatus(path, error);
        }

        return text is null
            ? new(Failed(path, folder, status, "The name is not UTF-8 text: rename it."))
            : InspectKnown(folder, handle, name, path, status);
    }

    internal SourceChange.Failed Failed(string path, PendingFolder folder, FileStatus status, string reason) =>
        new(IdOf(path, folder, status), path, reason);

    private EntryFinding InspectKnown(PendingFolder folder, SafeFileHandle handle, byte[] name, string path, FileStatus status)
    {
        switch (status.Kind)
        {
            case FileKind.Folder:
                return new(Folder: folder.Below(path, status));
            case FileKind.Regular:
                return InspectFile(folder, handle, name, path, status);
            case FileKind.Link:
                return links.Problem(path) is { } problem ? new(Failed(path, folder, status, problem)) : EntryFinding.Nothing;
            default:
                return new(Failed(path, folder, status, $"This is {Describe(status.Kind)}, not a file: it is not read."));
        }
    }

    private EntryFinding InspectFile(PendingFolder folder, SafeFileHandle handle, byte[] name, string path, FileStatus status)
    {
        int error = Encoding.UTF8.GetByteCount(path) > NativePath.MaxBytes ? Errno.NameTooLong : ReadAccess.Error(handle, name);
        if (error == Errno.NotFound)
        {
            return EntryFinding.Nothing;
        }

        return error == 0
            ? new(new SourceChange.Upserted(ToItem(path, folder, status)))
            : new(Failed(path, folder, status, $"The file cannot be read: {Errno.Describe(error)}."));
    }

    private SourceItem ToItem(string path, PendingFolder folder, FileStatus status) => new(
        IdOf(path, folder, status),
        path,
        FileIdentity.Version(status),
        status.Size,
        status.Modified.ToDateTime(),
        readers.ReadersIn(folder.Path));

    private static EntryFinding WithoutStatus(string path, int error) => error switch
    {
        // It went away after the folder was listed.
        Errno.NotFound => EntryFinding.Nothing,

        // The folder may be listed but not entered, which is the same for all that it holds.
        Errno.AccessDenied => new(FolderError: error),

        // A file or a folder: what was known at this place stays.
        _ => new(new SourceChange.Unlisted(path, $"This place could not be read: {Errno.Describe(error)}.")),
    };

    private string IdOf(string path, PendingFolder folder, FileStatus status)
    {
        string id = FileIdentity.ItemId(status, folder.Volume, path);
        bool isFurtherName = status is { Kind: FileKind.Regular, LinkCount: > 1 } && !idsOfLinkedFiles.Add(id);
        return isFurtherName ? FileIdentity.OfFurtherName(id, path) : id;
    }

    private static string Describe(FileKind kind) => kind switch
    {
        FileKind.Pipe => "a named pipe",
        FileKind.Socket => "a socket",
        FileKind.CharacterDevice or FileKind.BlockDevice => "a device",
        _ => "of a kind that BotKb does not know",
    };
}
