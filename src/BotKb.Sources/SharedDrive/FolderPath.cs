namespace BotKb.Sources.SharedDrive;

/// <summary>Comparison of paths by whole names: 'HR2' is not below 'HR'.</summary>
internal static class FolderPath
{
    /// <summary>True for the folder itself and for what lies in it; an empty folder or '/' holds everything.</summary>
    internal static bool IsSameOrBelow(string path, string folder)
    {
        ReadOnlySpan<char> above = folder.AsSpan().TrimEnd('/');
        return path.AsSpan().StartsWith(above, StringComparison.Ordinal)
            && (path.Length == above.Length || above.IsEmpty || path[above.Length] == '/');
    }

    /// <summary>The path of an entry of a folder below the root; the root's own path is empty.</summary>
    internal static string Join(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";
}
