using System.Collections.Frozen;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace BotKb.Sources.SharedDrive.Native;

/// <summary>File systems whose files are views into the kernel, wherever they are mounted; their numbers are in statfs(2).</summary>
internal static class KernelFileSystem
{
    // Larger than the structure on any architecture; only its first word, the type, is read.
    private const int StructureBytes = 256;

    private static readonly FrozenSet<uint> Types = FrozenSet.ToFrozenSet<uint>(
    [
        0x00009FA0, // proc
        0x62656572, // sysfs
        0x64626720, // debugfs
        0x74726163, // tracefs
        0x0027E0EB, // cgroup
        0x63677270, // cgroup2
        0x73636673, // securityfs
        0xCAFE4A11, // bpf
        0x00001CD1, // devpts
        0x6165676C, // pstore
        0xDE5E81E4, // efivarfs
        0x62656570, // configfs
        0xF97CFF8C, // selinuxfs
        0x19800202, // mqueue
        0x65735543, // fusectl
        0x6E736673, // nsfs
        0x42494E4D, // binfmt_misc
        0x958458F6, // hugetlbfs
    ]);

    /// <summary>True where the open file lies in such a file system.</summary>
    internal static unsafe bool Holds(SafeFileHandle file)
    {
        Span<byte> buffer = stackalloc byte[StructureBytes];
        fixed (byte* status = buffer)
        {
            return Libc.StatFileSystem(file, status) == 0 && Types.Contains((uint)MemoryMarshal.Read<nint>(buffer));
        }
    }
}
