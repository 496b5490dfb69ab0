using System.Runtime.InteropServices;
using BotKb.Knowledge;

namespace BotKb.Sources.SharedDrive;

/// <summary>What a scan found under one name: a change, a folder to read, an error of the whole folder, or nothing.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct EntryFinding(SourceChange? Change = null, PendingFolder? Folder = null, int FolderError = 0)
{
    /// <summary>A name that is passed over.</summary>
    internal static EntryFinding Nothing => default;
}
