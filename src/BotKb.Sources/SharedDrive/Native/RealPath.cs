using System.Runtime.InteropServices;

namespace BotKb.Sources.SharedDrive.Native;

/// <summary>Where a path really leads once all of its links are resolved. Opens nothing.</summary>
internal static class RealPath
{
    /// <summary>Resolves a path that ends in a NUL byte.</summary>
    /// <returns>The bytes of the real path, without a NUL; null with the reason in <paramref name="error"/>.</returns>
    internal static unsafe byte[]? Resolve(ReadOnlySpan<byte> path, out int error)
    {
        Span<byte> buffer = stackalloc byte[NativePath.MaxBytes + 1];
        fixed (byte* start = path)
        fixed (byte* resolved = buffer)
        {
            if (Libc.RealPath(start, resolved) is null)
            {
                error = Marshal.GetLastPInvokeError();
                return null;
            }
        }

        error = 0;
        return buffer[..buffer.IndexOf((byte)0)].ToArray();
    }

    /// <summary>Resolves a path of which the last folders need not exist yet.</summary>
    internal static string ResolveExistingPart(string path)
    {
        string rest = "";
        for (string? part = Path.GetFullPath(path); part is not null; part = Path.GetDirectoryName(part))
        {
            if (Resolve(NativePath.Terminate(part), out _) is { } real && NativePath.Decode(real) is { } text)
            {
                return Path.Join(text, rest).TrimEnd('/');
            }

            rest = Path.Join(Path.GetFileName(part), rest);
        }

        return Path.GetFullPath(path);
    }
}
