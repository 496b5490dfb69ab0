using System.Text;
using BotKb.Sources.SharedDrive.Native;

namespace BotKb.Sources.SharedDrive;

/// <summary>
/// Judges symbolic links, none of which is followed: what they lead to inside the root is read at its own place, so only a link
/// that shows people nothing there is worth a word. Opens nothing.
/// </summary>
internal sealed class LinkInspector(string rootPath)
{
    private readonly byte[] rootBytes = Encoding.UTF8.GetBytes(rootPath);

    /// <summary>Why nothing can be read through a link; null where it leads to a place inside the root.</summary>
    internal string? Problem(string path)
    {
        byte[]? target = RealPath.Resolve(NativePath.Terminate($"{rootPath}/{path}"), out int error);
        if (target is not null)
        {
            return IsInside(target) ? null : "The symbolic link leads out of the shared drive and is not followed.";
        }

        return error switch
        {
            Errno.NotFound or Errno.NotFolder => "The symbolic link leads to nothing.",
            Errno.Loop => "The symbolic link leads back to itself.",
            _ => $"The symbolic link cannot be resolved: {Errno.Describe(error)}.",
        };
    }

    private bool IsInside(ReadOnlySpan<byte> target) =>
        target.StartsWith(rootBytes) && (target.Length == rootBytes.Length || target[rootBytes.Length] == (byte)'/');
}
