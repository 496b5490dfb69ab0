using System.Collections.Frozen;

namespace BotKb.Knowledge;

/// <summary>Files and folders that programs leave beside people's documents: hidden, temporary, half-written, bins and snapshots.</summary>
public static class IgnoredNames
{
    private static readonly string[] Beginnings = [".", "~$"];
    private static readonly string[] Endings = [".tmp", ".part", ".crdownload", ".swp"];

    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
        [
            "Thumbs.db", "desktop.ini", "@eaDir", "#recycle", "#snapshot", "~snapshot", "$RECYCLE.BIN",
            "System Volume Information", "lost+found",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>True for the name of such a file or folder.</summary>
    public static bool Contains(string name) =>
        Names.Contains(name)
        || Array.Exists(Beginnings, beginning => name.StartsWith(beginning, StringComparison.Ordinal))
        || Array.Exists(Endings, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
