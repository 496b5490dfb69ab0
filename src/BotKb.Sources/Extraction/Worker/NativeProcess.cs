using System.Runtime.InteropServices;

namespace BotKb.Sources.Extraction.Worker;

/// <summary>The calls of the C library about processes that .NET does not offer.</summary>
internal static partial class NativeProcess
{
    private const int ParentDeathSignal = 1;
    private const int Kill = 9;
    private const int CoreFileSize = 4;

    /// <summary>Has the kernel kill this process when the thread that started it ends.</summary>
    public static void DieWithParent() => _ = SetProcess(ParentDeathSignal, Kill, 0, 0, 0);

    /// <summary>Puts this process into a group of its own, so that Ctrl-C at the host's terminal does not reach it.</summary>
    /// <remarks>
    /// Not into a session of its own: the kernel may share the processor out by session first, where a low priority would no longer count.
    /// </remarks>
    public static void LeaveTerminal() => _ = SetGroup(0, 0);

    /// <summary>A crash of this process leaves no memory image on the disk.</summary>
    public static void WriteNoCoreFile() => _ = SetLimit(CoreFileSize, new Limit(0, 0));

    /// <summary>The process that started this one; another one where that has died.</summary>
    [LibraryImport("libc", EntryPoint = "getppid")]
    public static partial int ParentId();

    /// <summary>Gives a file or folder to another user; 0 where that worked.</summary>
    [LibraryImport("libc", EntryPoint = "chown", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int ChangeOwner(string path, uint user, uint group);

    [LibraryImport("libc", EntryPoint = "prctl")]
    private static partial int SetProcess(int option, nuint argument, nuint unused3, nuint unused4, nuint unused5);

    [LibraryImport("libc", EntryPoint = "setpgid")]
    private static partial int SetGroup(int process, int group);

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    private static partial int SetLimit(int resource, in Limit limit);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Limit(nuint Soft, nuint Hard);
}
