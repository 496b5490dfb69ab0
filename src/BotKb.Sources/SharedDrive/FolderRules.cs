using BotKb.Sources.SharedDrive.Native;
using Microsoft.Extensions.Options;
using Microsoft.Win32.SafeHandles;

namespace BotKb.Sources.SharedDrive;

/// <summary>
/// Which folders may be read as a shared drive. Asked when a source is added and again before each run, as links and mounts change.
/// </summary>
public sealed class FolderRules(IOptions<SharedDriveOptions> options)
{
    private const string RootsKey = $"{SharedDriveOptions.Section}:{nameof(SharedDriveOptions.Roots)}";

    // /var/lib/postgresql: the files of databases hold what BotKb's own rules protect.
    private static readonly string[] SystemFolders = ["/etc", "/proc", "/sys", "/dev", "/run", "/boot", "/var/lib/postgresql"];

    /// <summary>Allows a folder or says in one sentence why not and what to do.</summary>
    /// <param name="path">The folder as the admin named it.</param>
    /// <param name="stateFolder">Where BotKb keeps its own files; it need not exist yet.</param>
    /// <returns>Where the folder really is once links are resolved.</returns>
    /// <exception cref="BotKbException">The folder is missing or refused.</exception>
    public string Check(string path, string stateFolder)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal))
        {
            throw Refused("No folder is named: give the path of the folder to read.");
        }

        string named = Path.GetFullPath(path);
        string real = Resolve(named);
        RequireFolder(named, real);
        RefuseSystemFolders(named, real);
        RefuseStateFolder(named, real, stateFolder);
        RequireRoot(named, real);
        return real;
    }

    private static string Resolve(string named)
    {
        if (RealPath.Resolve(NativePath.Terminate(named), out int error) is not { } bytes)
        {
            throw Refused(error switch
            {
                Errno.NotFound => $"The folder {named} does not exist: check the spelling, or mount the drive.",
                Errno.Loop => $"The folder {named} is a loop of symbolic links: name the folder itself.",
                _ => $"The folder {named} cannot be reached: {Errno.Describe(error)}.",
            });
        }

        return NativePath.Decode(bytes)
            ?? throw Refused($"The folder {named} leads to a path that is not UTF-8 ({FileName.Escape(bytes)}): rename that folder.");
    }

    private static void RequireFolder(string named, string real)
    {
        using SafeFileHandle? folder = PathOpener.OpenPlace(real, out int error);
        if (folder is null)
        {
            throw Refused(error == Errno.NotFolder
                ? $"{named} is a file, not a folder: name the folder that holds it."
                : $"The folder {named} cannot be opened: {Errno.Describe(error)}.");
        }

        if (KernelFileSystem.Holds(folder))
        {
            throw Refused($"{Shown(named, real)} belongs to the system and is never read: choose a folder of documents.");
        }
    }

    private static void RefuseSystemFolders(string named, string real)
    {
        if (real == "/")
        {
            throw Refused($"{Shown(named, real)} is the whole machine and is never read: choose a folder of documents.");
        }

        foreach (string system in SystemFolders.Select(RealPath.ResolveExistingPart))
        {
            if (FolderPath.IsSameOrBelow(real, system))
            {
                throw Refused($"{Shown(named, real)} belongs to the system and is never read: choose a folder of documents.");
            }

            if (FolderPath.IsSameOrBelow(system, real))
            {
                throw Refused($"{Shown(named, real)} holds {system}, which is never read: choose a folder below it.");
            }
        }
    }

    private static void RefuseStateFolder(string named, string real, string stateFolder)
    {
        string state = RealPath.ResolveExistingPart(stateFolder);
        if (FolderPath.IsSameOrBelow(real, state) || FolderPath.IsSameOrBelow(state, real))
        {
            throw Refused(
                $"{Shown(named, real)} holds or lies in BotKb's own state folder {state}: "
                + "choose another folder, or move the state with State:Folder.");
        }
    }

    private void RequireRoot(string named, string real)
    {
        IList<string> roots = options.Value.Roots;
        if (roots.Count > 0 && !roots.Any(root => FolderPath.IsSameOrBelow(real, RealPath.ResolveExistingPart(root))))
        {
            throw Refused(
                $"{Shown(named, real)} is not under a folder in {RootsKey} ({string.Join(", ", roots)}): "
                + "choose one that is, or add it there.");
        }
    }

    private static string Shown(string named, string real) =>
        named == real ? $"The folder {named}" : $"The folder {named}, which leads to {real},";

    private static BotKbException Refused(string message) => new(FailureKind.TellAdmin, message);
}
