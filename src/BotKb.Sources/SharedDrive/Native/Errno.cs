using System.Runtime.InteropServices;

namespace BotKb.Sources.SharedDrive.Native;

/// <summary>The error numbers of Linux that a scan tells apart.</summary>
internal static class Errno
{
    internal const int NotPermitted = 1;
    internal const int NotFound = 2;
    internal const int NoDevice = 6;
    internal const int TryAgain = 11;
    internal const int AccessDenied = 13;
    internal const int CrossesBoundary = 18;
    internal const int NotFolder = 20;
    internal const int NameTooLong = 36;
    internal const int NoSuchCall = 38;
    internal const int Loop = 40;
    internal const int Stale = 116;

    /// <summary>The second half of a sentence: why something could not be opened, and what to do where that is known.</summary>
    internal static string Describe(int error) => error switch
    {
        NotFound => "it is no longer there",
        AccessDenied or NotPermitted => "access is denied; give the account that runs BotKb the right to read it",
        NotFolder => "a part of its path is not a folder",
        NameTooLong => "its path is longer than 4,095 bytes; move it higher up or shorten the names",
        Loop => "a symbolic link stands in its path, and links are not followed",
        CrossesBoundary => "its path leads out of the shared drive",
        Stale => "the file server no longer knows it; mount the drive again",
        _ => $"the system says '{Marshal.GetPInvokeErrorMessage(error)}'",
    };
}
