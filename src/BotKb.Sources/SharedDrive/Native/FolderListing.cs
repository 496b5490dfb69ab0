using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace BotKb.Sources.SharedDrive.Native;

/// <summary>The names in a folder as the bytes that they are; .NET's own enumeration mangles those that are not UTF-8.</summary>
/// <param name="Names">Each name, ended by a NUL byte, in the order of their bytes.</param>
/// <param name="Error">The error that ended the listing early; 0 when it is complete.</param>
internal sealed record FolderListing(IReadOnlyList<byte[]> Names, int Error)
{
    private const int BufferBytes = 32 * 1024;
    private const int EntryLengthOffset = 16;
    private const int NameOffset = 19;

    internal static unsafe FolderListing Read(SafeFileHandle folder)
    {
        var names = new List<byte[]>();
        byte[] buffer = new byte[BufferBytes];
        int error = 0;
        fixed (byte* start = buffer)
        {
            nint length;
            while ((length = Libc.GetEntries(folder, start, BufferBytes)) > 0)
            {
                AddNames(buffer.AsSpan(0, (int)length), names);
            }

            error = length < 0 ? Marshal.GetLastPInvokeError() : 0;
        }

        names.Sort(static (left, right) => left.AsSpan().SequenceCompareTo(right));
        return new FolderListing(names, error);
    }

    private static void AddNames(ReadOnlySpan<byte> entries, List<byte[]> names)
    {
        while (!entries.IsEmpty)
        {
            int length = MemoryMarshal.Read<ushort>(entries[EntryLengthOffset..]);
            ReadOnlySpan<byte> name = entries[NameOffset..length];
            name = name[..(name.IndexOf((byte)0) + 1)];
            if (!name.SequenceEqual(".\0"u8) && !name.SequenceEqual("..\0"u8))
            {
                names.Add(name.ToArray());
            }

            entries = entries[length..];
        }
    }
}
