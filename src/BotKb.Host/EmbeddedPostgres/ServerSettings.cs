namespace BotKb.Host.EmbeddedPostgres;

/// <summary>
/// The server's settings, written before each start. They lie outside the data folder and include its own postgresql.conf
/// first, so that an operator's additions stay. Sized for a machine with 2 cores that BotKb shares.
/// </summary>
internal static class ServerSettings
{
    public const string Role = "botkb";

    /// <summary>Parallel index builds overflow in pgvector before this release.</summary>
    private static readonly Version ParallelBuildsAreSafe = new(0, 8, 2);

    // The vectors of 100,000 passages and their graph are some hundred MB, and a walk through pages that are not at hand takes ten times
    // as long. Only what is used takes memory.
    private static long SharedMegabytes => Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 8 >> 20, 128, 4096);

    public static async Task WriteAsync(PostgresFolder folder, PostgresInstallation installation, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(folder.Configuration, Configuration(folder, installation), cancellationToken);

        // Nobody else gets in: only the account that runs BotKb, only as the role that owns the database, never as superuser.
        await File.WriteAllTextAsync(folder.HostBasedAuthentication, $"local all {Role} peer map={Role}\n", cancellationToken);
        await File.WriteAllTextAsync(folder.UserNameMap, $"{Role} \"{Environment.UserName}\" {Role}\n", cancellationToken);

        // The server reads them as another account, and the umask may have closed them.
        foreach (var file in (string[])[folder.Configuration, folder.HostBasedAuthentication, folder.UserNameMap])
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        }
    }

    private static string Configuration(PostgresFolder folder, PostgresInstallation installation) =>
        $"""
        include {Quoted($"{folder.Data}/postgresql.conf")}
        cluster_name = 'botkb'
        listen_addresses = ''
        port = {PostgresFolder.Port}
        unix_socket_directories = {Quoted($"\"{folder.Socket}\"")}
        unix_socket_permissions = 0700
        hba_file = {Quoted(folder.HostBasedAuthentication)}
        ident_file = {Quoted(folder.UserNameMap)}
        max_connections = 100
        shared_buffers = {SharedMegabytes}MB
        work_mem = 16MB
        maintenance_work_mem = 128MB
        max_parallel_maintenance_workers = {(installation.VectorVersion >= ParallelBuildsAreSafe ? 2 : 0)}
        random_page_cost = 1.1
        jit = off
        synchronous_commit = on
        wal_level = minimal
        max_wal_senders = 0
        max_wal_size = 1GB
        checkpoint_timeout = 15min
        timezone = 'UTC'
        log_timezone = 'UTC'
        lc_messages = 'C'
        logging_collector = on
        log_destination = 'stderr'
        log_directory = {Quoted(folder.Logs)}
        log_filename = 'postgres-%Y%m%dT%H%M%S.log'
        log_file_mode = 0600
        log_rotation_size = 10MB
        log_rotation_age = 0
        log_line_prefix = '%m [%p] '
        log_checkpoints = off
        # Statements and their values are people's documents and questions.
        log_statement = 'none'
        log_min_error_statement = panic
        log_error_verbosity = terse

        """;

    private static string Quoted(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
}
