namespace BotKb.Sources.Extraction.Worker;

/// <summary>A temporary file without a name, so that it is gone with the process that holds it, however that ends.</summary>
internal static class UnnamedFile
{
    /// <summary>Creates an empty file on the disk of <paramref name="folder"/>, open for reading and writing.</summary>
    public static FileStream Create(string folder)
    {
        var path = Path.Combine(folder, Path.GetRandomFileName());
        var file = new FileStream(
            path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, Frame.MaxPayload, FileOptions.Asynchronous);
        File.Delete(path);
        return file;
    }
}
