using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace BotKb.Sources.SharedDrive.Native;

/// <summary>Whether BotKb's account may read a file, asked without opening it.</summary>
internal static class ReadAccess
{
    private const int Read = 4;
    private const int WithEffectiveRights = 0x200;

    /// <summary>The error that reading would meet; 0 for none.</summary>
    internal static unsafe int Error(SafeFileHandle folder, ReadOnlySpan<byte> name)
    {
        fixed (byte* path = name)
        {
            return Libc.AccessAt(folder, path, Read, WithEffectiveRights) == 0 ? 0 : Marshal.GetLastPInvokeError();
        }
    }
}
