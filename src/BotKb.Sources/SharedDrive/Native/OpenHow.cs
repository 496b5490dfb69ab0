using System.Runtime.InteropServices;

namespace BotKb.Sources.SharedDrive.Native;

/// <summary>The kernel's <c>struct open_how</c>, see openat2(2).</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct OpenHow
{
    internal ulong Flags;
    internal ulong Mode;
    internal ulong Resolve;
}
