using System.Runtime.InteropServices;

namespace BotKb.Tests.SharedDrive;

/// <summary>Calls that make what .NET cannot make: pipes, further names of a file, names of any bytes, a thread without rights.</summary>
internal static partial class TestLibc
{
    private const string Library = "libc";

    public static void MakePipe(string path) => Check(MakePipe(path, Convert.ToUInt32("600", 8)));

    public static void SetRights(string path, string octal) => Check(SetMode(path, Convert.ToUInt32(octal, 8)));

    public static void MakeFurtherName(string path, string newPath) => Check(Link(path, newPath));

    public static void Rename(byte[] path, byte[] newPath) => Check(RenameBytes([.. path, 0], [.. newPath, 0]));

    public static void MakeLink(byte[] target, byte[] path) => Check(SymbolicLinkBytes([.. target, 0], [.. path, 0]));

    /// <summary>Runs on a thread of its own that has the file rights of nobody, root's rights included.</summary>
    public static T WithRightsOfNobody<T>(Func<T> read)
    {
        const uint Nobody = 65534;
        T? result = default;
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                _ = SetFileSystemUser(Nobody);
                result = read();
            }
            catch (Exception exception)
            {
                failure = exception;
            }
        });
        thread.Start();
        thread.Join();
        return failure is null ? result! : throw new InvalidOperationException("The thread failed.", failure);
    }

    private static void Check(int result)
    {
        if (result != 0)
        {
            throw new IOException(Marshal.GetLastPInvokeErrorMessage());
        }
    }

    [LibraryImport(Library, EntryPoint = "mkfifo", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MakePipe(string path, uint mode);

    [LibraryImport(Library, EntryPoint = "chmod", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetMode(string path, uint mode);

    [LibraryImport(Library, EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string path, string newPath);

    [LibraryImport(Library, EntryPoint = "rename", SetLastError = true)]
    private static partial int RenameBytes(byte[] path, byte[] newPath);

    [LibraryImport(Library, EntryPoint = "symlink", SetLastError = true)]
    private static partial int SymbolicLinkBytes(byte[] target, byte[] path);

    [LibraryImport(Library, EntryPoint = "setfsuid")]
    private static partial int SetFileSystemUser(uint user);
}
