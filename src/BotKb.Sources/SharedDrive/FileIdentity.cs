using System.Security.Cryptography;
using System.Text;
using BotKb.Sources.SharedDrive.Native;

namespace BotKb.Sources.SharedDrive;

/// <summary>
/// Item ids and versions of files. An id is the inode with its time of birth, so that it survives a rename and a reused
/// inode is not taken for the old file. The device number is left out: it changes when a network drive is mounted again.
/// Where the file system keeps no time of birth, the id is the path.
/// </summary>
internal static class FileIdentity
{
    private const int HashCharacters = 32;

    /// <summary>The id of an entry.</summary>
    /// <param name="status">What the file system says of it.</param>
    /// <param name="volume">Path of the folder at which its file system is mounted; empty for the root's own.</param>
    /// <param name="path">Its path below the root.</param>
    internal static string ItemId(FileStatus status, string volume, string path)
    {
        if (status.Born is not { } born)
        {
            return OfPath(path);
        }

        string id = InodeId(status.Inode, born);
        return volume.Length == 0 ? id : $"{id}-{Hash(volume)}";
    }

    /// <summary>The id of one of several names of a file whose plain id another name has.</summary>
    internal static string OfFurtherName(string itemId, string path) => $"{itemId}-{Hash(path)}";

    /// <summary>The id of an entry about which nothing but its path is known. Of fixed length, as paths can outgrow an index.</summary>
    internal static string OfPath(string path) => $"p{Hash(path)}";

    /// <summary>False where the file is provably another one than the item.</summary>
    internal static bool IsSame(string itemId, FileStatus status)
    {
        if (itemId.StartsWith('p') || status.Born is not { } born)
        {
            return true;
        }

        string id = InodeId(status.Inode, born);
        return itemId.StartsWith(id, StringComparison.Ordinal) && (itemId.Length == id.Length || itemId[id.Length] == '-');
    }

    /// <summary>Changes with each change of the content, also where a program sets the time of modification back.</summary>
    internal static string Version(FileStatus status) =>
        $"{status.Size:x}-{status.Modified}-{status.Changed}-{status.Inode:x}";

    private static string InodeId(ulong inode, UnixTime born) => $"i{inode:x}-{born}";

    private static string Hash(string path) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..HashCharacters];
}
