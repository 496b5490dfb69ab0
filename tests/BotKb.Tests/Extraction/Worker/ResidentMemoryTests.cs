using BotKb.Sources.Extraction.Worker;

namespace BotKb.Tests.Extraction.Worker;

public sealed class ResidentMemoryTests
{
    [Fact]
    public void Counts_what_a_process_holds()
    {
        var before = ResidentMemory.OfProcess(Environment.ProcessId);
        var held = new byte[256 * 1024 * 1024];
        Array.Fill(held, (byte)1);

        var after = ResidentMemory.OfProcess(Environment.ProcessId);

        (after - before).ShouldBeGreaterThan(held.Length / 2);
        GC.KeepAlive(held);
    }

    [Fact]
    public void Is_nothing_for_a_process_that_does_not_exist()
    {
        ResidentMemory.OfProcess(int.MaxValue).ShouldBe(0);
    }
}
