using System.Globalization;

namespace BotKb.Sources.Extraction.Worker;

/// <summary>The temporary folders of one host's workers: empty at their start, gone at their end.</summary>
internal sealed class WorkerFolders : IDisposable
{
    private const string Prefix = "botkb-extraction-";
    private readonly string root;
    private int count;

    /// <summary>Makes the folder that holds them, and removes what hosts that were killed have left.</summary>
    public WorkerFolders()
    {
        DeleteOrphans();
        root = Directory.CreateTempSubdirectory($"{Prefix}{Environment.ProcessId}-").FullName;

        // Another user may go through to the folder that is his own, and see nothing else.
        File.SetUnixFileMode(root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);
    }

    /// <summary>The folder that holds them; only the host's user writes into it.</summary>
    public string Root => root;

    /// <summary>Makes an empty folder.</summary>
    /// <param name="forNobody">True where its worker runs as the user nobody.</param>
    public string Create(bool forNobody)
    {
        var folder = Path.Combine(root, Interlocked.Increment(ref count).ToString(CultureInfo.InvariantCulture));
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (forNobody && NativeProcess.ChangeOwner(folder, IsolationProbe.Nobody, IsolationProbe.Nobody) != 0)
        {
            throw new IOException($"The folder {folder} cannot be given to the user nobody.");
        }

        return folder;
    }

    /// <summary>Removes a folder with all that is in it, as far as possible.</summary>
    public static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What cannot be removed now is removed by the next start.
        }
    }

    public void Dispose() => Delete(root);

    private static void DeleteOrphans()
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            var owner = Path.GetFileName(folder)[Prefix.Length..].Split('-')[0];
            if (!Directory.Exists($"/proc/{owner}"))
            {
                Delete(folder);
            }
        }
    }
}
