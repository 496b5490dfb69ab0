using System.Text;

namespace BotKb.Host.EmbeddedPostgres;

/// <summary>The embedded server's places in the state folder.</summary>
internal sealed class PostgresFolder
{
    public const int Port = 5432;

    /// <summary>The kernel's limit for the address of a Unix socket, without the final zero.</summary>
    private const int LongestSocketPath = 107;

    private PostgresFolder(string root) => Root = root;

    public string Root { get; }

    public string Data => Path.Combine(Root, "data");

    /// <summary>The data folder while it is made; it becomes <see cref="Data"/> in one step.</summary>
    public string NewData => Path.Combine(Root, "data.new");

    public string Socket => Path.Combine(Root, "socket");

    public string Logs => Path.Combine(Root, "log");

    /// <summary>What the server says before it writes to <see cref="Logs"/>.</summary>
    public string StartLog => Path.Combine(Root, "start.log");

    public string Configuration => Path.Combine(Root, "postgresql.conf");

    public string HostBasedAuthentication => Path.Combine(Root, "pg_hba.conf");

    public string UserNameMap => Path.Combine(Root, "pg_ident.conf");

    /// <summary>The version of the extension that the database was brought to last.</summary>
    public string ExtensionVersion => Path.Combine(Root, "vector.version");

    /// <summary>Held exclusively while a process starts, joins or stops the server.</summary>
    public string ChangeLock => Path.Combine(Root, "change.lock");

    /// <summary>Held shared by each process that uses the server.</summary>
    public string UsersLock => Path.Combine(Root, "users.lock");

    public static PostgresFolder Open(StateFolder state)
    {
        var folder = new PostgresFolder(state.CreateFolder("postgres"));
        var socket = Path.Combine(folder.Socket, $".s.PGSQL.{Port}");
        var surplus = Encoding.UTF8.GetByteCount(socket) - LongestSocketPath;
        if (surplus > 0)
        {
            throw new BotKbException(
                FailureKind.TellAdmin,
                $"The path of the state folder {state.Path} is {surplus} bytes too long for PostgreSQL's socket; "
                + "set State:Folder to a shorter one.");
        }

        // Npgsql takes a comma in the host for a list of hosts.
        return socket.Contains(',', StringComparison.Ordinal)
            ? throw new BotKbException(
                FailureKind.TellAdmin, $"The path of the state folder {state.Path} contains a comma; set State:Folder to one without.")
            : folder;
    }
}
