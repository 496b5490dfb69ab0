using System.Runtime.InteropServices;
using BotKb.Sources.Extraction.Worker;

namespace BotKb.Tests.Extraction.Worker;

public sealed class ResidentMemoryTests
{
    [Fact]
    public void Counts_what_a_process_holds()
    {
        const int Held = 256 * 1024 * 1024;
        var before = ResidentMemory.OfProcess(Environment.ProcessId);

        // Native: the collector may have managed memory at hand that counts already.
        var held = Marshal.AllocHGlobal(Held);
        for (var at = 0; at < Held; at += 4096)
        {
            Marshal.WriteByte(held, at, 1);
        }

        var after = ResidentMemory.OfProcess(Environment.ProcessId);
        Marshal.FreeHGlobal(held);

        (after - before).ShouldBeGreaterThan(Held / 2);
    }

    [Fact]
    public void Is_nothing_for_a_process_that_does_not_exist()
    {
        ResidentMemory.OfProcess(int.MaxValue).ShouldBe(0);
    }
}
