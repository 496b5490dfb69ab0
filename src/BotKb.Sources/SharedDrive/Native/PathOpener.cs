using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace BotKb.Sources.SharedDrive.Native;

/// <summary>
/// Opens paths that stay below a folder, whatever others move or link meanwhile: no link is followed and no '..' is walked.
/// </summary>
internal static class PathOpener
{
    private const ulong StayBeneathWithoutLinks = 0x08 | 0x04 | 0x02;

    /// <summary>Opens an absolute path that holds no link, as a starting point.</summary>
    internal static unsafe SafeFileHandle? OpenPlace(string absolutePath, out int error)
    {
        fixed (byte* slash = "/\0"u8)
        {
            using SafeFileHandle? top = Wrap(Libc.Open(slash, OpenFlags.Place), out error);
            return top is null ? null : Open(top, absolutePath.Trim('/'), OpenFlags.Place, out error);
        }
    }

    /// <summary>Opens a path below <paramref name="folder"/>; an empty path is the folder itself.</summary>
    /// <returns>The handle; null with the reason in <paramref name="error"/>.</returns>
    internal static SafeFileHandle? Open(SafeFileHandle folder, string path, int flags, out int error)
    {
        SafeFileHandle? file = OpenInOneCall(folder, path, flags, out error);

        // No such call: an old kernel. Not permitted: a container's filter that does not know the call.
        // Try again: someone renames folders all the time, so that the kernel cannot tell whether the path stays beneath.
        return error is Errno.NoSuchCall or Errno.NotPermitted or Errno.TryAgain
            ? OpenStepByStep(folder, path, flags, out error)
            : file;
    }

    /// <summary>The kernel resolves the whole path under its own guard.</summary>
    internal static unsafe SafeFileHandle? OpenInOneCall(SafeFileHandle folder, string path, int flags, out int error)
    {
        if (!IsPlain(path))
        {
            error = Errno.CrossesBoundary;
            return null;
        }

        var how = new OpenHow { Flags = (ulong)(flags | OpenFlags.NoFollow), Resolve = StayBeneathWithoutLinks };
        fixed (byte* bytes = NativePath.Terminate(path.Length == 0 ? "." : path))
        {
            return Wrap((int)Libc.OpenAt2(folder, bytes, &how), out error);
        }
    }

    /// <summary>Each folder of the path is opened from the one above it.</summary>
    internal static SafeFileHandle? OpenStepByStep(SafeFileHandle folder, string path, int flags, out int error)
    {
        if (!IsPlain(path))
        {
            error = Errno.CrossesBoundary;
            return null;
        }

        string[] names = path.Length == 0 ? ["."] : path.Split('/');
        SafeFileHandle? above = null;
        foreach (string name in names.AsSpan(..^1))
        {
            SafeFileHandle? next = OpenEntry(above ?? folder, name, OpenFlags.Place, out error);
            above?.Dispose();
            if (next is null)
            {
                return null;
            }

            above = next;
        }

        using (above)
        {
            return OpenEntry(above ?? folder, names[^1], flags, out error);
        }
    }

    private static unsafe SafeFileHandle? OpenEntry(SafeFileHandle folder, string name, int flags, out int error)
    {
        fixed (byte* bytes = NativePath.Terminate(name))
        {
            return Wrap(Libc.OpenAt(folder, bytes, flags | OpenFlags.NoFollow), out error);
        }
    }

    private static SafeFileHandle? Wrap(int descriptor, out int error)
    {
        error = descriptor < 0 ? Marshal.GetLastPInvokeError() : 0;
        return descriptor < 0 ? null : new SafeFileHandle(descriptor, ownsHandle: true);
    }

    private static bool IsPlain(string path) =>
        path.Length == 0
        || (!path.Contains('\0', StringComparison.Ordinal) && Array.TrueForAll(path.Split('/'), name => name is not ("" or "." or "..")));
}
