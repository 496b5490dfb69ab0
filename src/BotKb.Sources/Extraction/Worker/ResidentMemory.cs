using System.Globalization;

namespace BotKb.Sources.Extraction.Worker;

/// <summary>The physical memory that processes hold, as the kernel counts it.</summary>
internal static class ResidentMemory
{
    private const int ResidentField = 1;
    private const int GroupFieldAfterName = 2;
    private const int ResidentFieldAfterName = 21;

    /// <summary>Bytes of one process; 0 where there is none of that id.</summary>
    public static long OfProcess(int processId)
    {
        var fields = Read($"/proc/{processId}/statm").Split(' ');
        return fields.Length > ResidentField ? Pages(fields[ResidentField]) : 0;
    }

    /// <summary>Bytes of all processes of a group together.</summary>
    public static long OfGroup(int groupId)
    {
        long total = 0;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!char.IsAsciiDigit(Path.GetFileName(folder)[0]))
            {
                continue;
            }

            // The name of the program stands in parentheses and may itself hold spaces and parentheses.
            var stat = Read(folder + "/stat");
            var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length > ResidentFieldAfterName && fields[GroupFieldAfterName] == groupId.ToString(CultureInfo.InvariantCulture))
            {
                total += Pages(fields[ResidentFieldAfterName]);
            }
        }

        return total;
    }

    private static long Pages(string count) => long.Parse(count, CultureInfo.InvariantCulture) * Environment.SystemPageSize;

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return "";
        }
    }
}
