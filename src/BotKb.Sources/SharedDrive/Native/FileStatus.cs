using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace BotKb.Sources.SharedDrive.Native;

/// <summary>What statx(2) says of one entry, without following a link.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="LinkCount">Names that lead to it; 0 for a removed folder that is still open.</param>
/// <param name="Inode">Its number in its file system.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Modified">Last change of the content; programs may set it back.</param>
/// <param name="Changed">Last change of content, name or rights; nobody can set it.</param>
/// <param name="Born">When it was made; null where the file system does not keep it.</param>
/// <param name="Device">The file system that holds it.</param>
/// <param name="Mount">The mount through which it was reached; 0 where the kernel does not say.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FileStatus(
    FileKind Kind,
    uint LinkCount,
    ulong Inode,
    long Size,
    UnixTime Modified,
    UnixTime Changed,
    UnixTime? Born,
    ulong Device,
    ulong Mount)
{
    private const int StructureBytes = 256;
    private const uint BasicFields = 0x7ff;
    private const uint BirthField = 0x800;
    private const uint MountField = 0x1000;
    private const int DoNotFollow = 0x100;
    private const int DoNotMount = 0x800;
    private const int EmptyPath = 0x1000;
    private const int TypeBits = 0xF000;

    /// <summary>Reads the status of an entry of a folder.</summary>
    internal static FileStatus? Of(SafeFileHandle folder, ReadOnlySpan<byte> name, out int error) =>
        Read(folder, name, DoNotFollow | DoNotMount, out error);

    /// <summary>Reads the status of what a handle has open.</summary>
    internal static FileStatus? Of(SafeFileHandle file, out int error) => Read(file, "\0"u8, EmptyPath, out error);

    private static unsafe FileStatus? Read(SafeFileHandle folder, ReadOnlySpan<byte> name, int flags, out int error)
    {
        Span<byte> buffer = stackalloc byte[StructureBytes];
        fixed (byte* path = name)
        fixed (byte* status = buffer)
        {
            if (Libc.Statx(folder, path, flags, BasicFields | BirthField | MountField, status) != 0)
            {
                error = Marshal.GetLastPInvokeError();
                return null;
            }
        }

        error = 0;
        return Parse(buffer);
    }

    private static FileStatus Parse(ReadOnlySpan<byte> status)
    {
        uint given = MemoryMarshal.Read<uint>(status);
        UnixTime born = Time(status[80..]);
        return new FileStatus(
            (FileKind)(MemoryMarshal.Read<ushort>(status[28..]) & TypeBits),
            MemoryMarshal.Read<uint>(status[16..]),
            MemoryMarshal.Read<ulong>(status[32..]),
            MemoryMarshal.Read<long>(status[40..]),
            Time(status[112..]),
            Time(status[96..]),
            (given & BirthField) == 0 || born == default ? null : born,
            MemoryMarshal.Read<ulong>(status[136..]),
            (given & MountField) == 0 ? 0 : MemoryMarshal.Read<ulong>(status[144..]));
    }

    private static UnixTime Time(ReadOnlySpan<byte> field) =>
        new(BinaryPrimitives.ReadInt64LittleEndian(field), BinaryPrimitives.ReadUInt32LittleEndian(field[8..]));
}
