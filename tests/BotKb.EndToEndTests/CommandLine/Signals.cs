using System.Diagnostics;
using System.Runtime.InteropServices;

namespace BotKb.EndToEndTests.CommandLine;

/// <summary>What a person's Ctrl-C and a service manager's stop send.</summary>
internal static partial class Signals
{
    private const int SigInt = 2;
    private const int SigTerm = 15;

    public static void Interrupt(Process process) => Kill(process.Id, SigInt).ShouldBe(0);

    public static void Terminate(Process process) => Kill(process.Id, SigTerm).ShouldBe(0);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int processId, int signal);
}
