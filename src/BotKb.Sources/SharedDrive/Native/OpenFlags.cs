using System.Runtime.InteropServices;

namespace BotKb.Sources.SharedDrive.Native;

/// <summary>Flags of open(2); two of them have other values on arm64 than on x64.</summary>
internal static class OpenFlags
{
    private const int NoControllingTerminal = 0x100;
    private const int NonBlocking = 0x800;
    private const int CloseOnExec = 0x80000;
    private const int PathOnly = 0x200000;

    private static readonly bool Arm = RuntimeInformation.ProcessArchitecture is Architecture.Arm64 or Architecture.Arm;

    internal static readonly int NoFollow = Arm ? 0x8000 : 0x20000;

    private static readonly int Directory = Arm ? 0x4000 : 0x10000;

    /// <summary>A folder as a starting point for other opens; asks for no right to list it.</summary>
    internal static readonly int Place = PathOnly | Directory | CloseOnExec;

    /// <summary>A folder to be listed.</summary>
    internal static readonly int Folder = Directory | NonBlocking | CloseOnExec;

    /// <summary>A file to be read; a pipe that takes its place does not block.</summary>
    internal static readonly int Content = NonBlocking | NoControllingTerminal | CloseOnExec;
}
