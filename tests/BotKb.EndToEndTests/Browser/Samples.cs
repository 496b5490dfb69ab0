namespace BotKb.EndToEndTests.Browser;

/// <summary>The documents of infra/samples.</summary>
internal static class Samples
{
    public static string Folder { get; } = Find();

    /// <summary>One of them.</summary>
    public static string File(string path) => Path.Combine(Folder, path);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var samples = Path.Combine(folder.FullName, "infra", "samples");
            if (Directory.Exists(samples))
            {
                return samples;
            }
        }

        throw new DirectoryNotFoundException("There is no infra/samples above the folder of the tests.");
    }
}
