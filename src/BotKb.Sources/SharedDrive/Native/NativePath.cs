using System.Text;
using System.Text.Unicode;

namespace BotKb.Sources.SharedDrive.Native;

/// <summary>Paths between .NET's text and the kernel's bytes.</summary>
internal static class NativePath
{
    /// <summary>The longest path that the kernel takes in one call, in bytes.</summary>
    internal const int MaxBytes = 4095;

    /// <summary>The UTF-8 bytes of a path, ended by a NUL byte.</summary>
    internal static byte[] Terminate(string path)
    {
        byte[] bytes = new byte[Encoding.UTF8.GetByteCount(path) + 1];
        Encoding.UTF8.GetBytes(path, bytes);
        return bytes;
    }

    /// <summary>The text of a path or name; null where its bytes are not UTF-8.</summary>
    internal static string? Decode(ReadOnlySpan<byte> bytes) => Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : null;
}
