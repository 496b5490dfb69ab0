namespace BotKb.Benchmarks;

/// <summary>A line of the report, with the machine's load.</summary>
internal static class Report
{
    public static void Line(string text) => Console.WriteLine($"{text} [load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}]");
}
