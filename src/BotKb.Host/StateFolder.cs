namespace BotKb.Host;

/// <summary>
/// The folder with the embedded database and whatever else this installation must not lose. Other accounts may pass
/// through it, because PostgreSQL does not run as root, but may not list it; what lies in it has to be private itself.
/// </summary>
internal sealed class StateFolder
{
    private const UnixFileMode PassOnly =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private StateFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>/var/lib/botkb for root, the XDG state folder of everybody else.</summary>
    public static string DefaultPath
    {
        get
        {
            if (Environment.IsPrivilegedProcess)
            {
                return "/var/lib/botkb";
            }

            var state = Environment.GetEnvironmentVariable("XDG_STATE_HOME");
            return string.IsNullOrEmpty(state)
                ? System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "state", "botkb")
                : System.IO.Path.Combine(state, "botkb");
        }
    }

    /// <summary>Makes the folder where it is missing.</summary>
    /// <exception cref="BotKbException">It is not an absolute path, or cannot be made.</exception>
    public static StateFolder Open(StateOptions options)
    {
        var path = string.IsNullOrWhiteSpace(options.Folder) ? DefaultPath : options.Folder;

        // Said before anything is made: the validation of the other settings comes after the database has started.
        return System.IO.Path.IsPathRooted(path)
            ? new StateFolder(CreatePassable(System.IO.Path.GetFullPath(path)))
            : throw new BotKbException(FailureKind.TellAdmin, $"State:Folder is '{path}'; it must be an absolute path such as /srv/botkb.");
    }

    /// <summary>Makes a folder in it, with the same mode.</summary>
    public string CreateFolder(string name) => CreatePassable(System.IO.Path.Combine(Path, name));

    private static string CreatePassable(string path)
    {
        try
        {
            if (!Directory.Exists(path))
            {
                Directory.CreateDirectory(path);
                File.SetUnixFileMode(path, PassOnly);
            }

            return path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BotKbException(
                FailureKind.TellAdmin,
                $"The folder {path} cannot be made ({e.Message}); set State:Folder to a folder that you may write.",
                e);
        }
    }
}
