namespace BotKb.Host.EmbeddedPostgres;

/// <summary>Server programs on this machine that have pgvector.</summary>
/// <param name="BinFolder">The folder of <c>postgres</c> and <c>initdb</c>.</param>
/// <param name="Major">The server's major version, which its data folder shares.</param>
/// <param name="VectorVersion">The version of pgvector that belongs to it.</param>
internal sealed record PostgresInstallation(string BinFolder, int Major, Version VectorVersion)
{
    public string Postgres => Path.Combine(BinFolder, "postgres");

    public string InitDb => Path.Combine(BinFolder, "initdb");

    /// <summary>Where a private copy keeps its client library, which is not on the system's search path.</summary>
    public string LibraryFolder => Path.GetFullPath(Path.Combine(BinFolder, "../lib"));
}
