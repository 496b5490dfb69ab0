using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace BotKb.Sources.SharedDrive.Native;

/// <summary>
/// The calls that .NET's file API lacks: names as bytes, folders opened relative to a handle, no link followed. Paths are
/// UTF-8 and end in a NUL byte. Each sets errno.
/// </summary>
internal static unsafe partial class Libc
{
    private const string Library = "libc";

    // Assigned after system call numbers were unified: the same on every architecture.
    private const nint Openat2Number = 437;

    [LibraryImport(Library, EntryPoint = "open", SetLastError = true)]
    internal static partial int Open(byte* path, int flags);

    [LibraryImport(Library, EntryPoint = "openat", SetLastError = true)]
    internal static partial int OpenAt(SafeFileHandle folder, byte* path, int flags);

    [LibraryImport(Library, EntryPoint = "statx", SetLastError = true)]
    internal static partial int Statx(SafeFileHandle folder, byte* path, int flags, uint mask, byte* status);

    [LibraryImport(Library, EntryPoint = "faccessat", SetLastError = true)]
    internal static partial int AccessAt(SafeFileHandle folder, byte* path, int mode, int flags);

    [LibraryImport(Library, EntryPoint = "getdents64", SetLastError = true)]
    internal static partial nint GetEntries(SafeFileHandle folder, byte* buffer, nuint length);

    [LibraryImport(Library, EntryPoint = "fstatfs", SetLastError = true)]
    internal static partial int StatFileSystem(SafeFileHandle file, byte* status);

    [LibraryImport(Library, EntryPoint = "realpath", SetLastError = true)]
    internal static partial byte* RealPath(byte* path, byte* resolved);

    internal static nint OpenAt2(SafeFileHandle folder, byte* path, OpenHow* how) =>
        SystemCall(Openat2Number, folder, path, how, (nuint)sizeof(OpenHow));

    [LibraryImport(Library, EntryPoint = "syscall", SetLastError = true)]
    private static partial nint SystemCall(nint number, SafeFileHandle folder, byte* path, OpenHow* how, nuint size);
}
