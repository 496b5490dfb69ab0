using System.IO.Compression;
using System.Text;

namespace BotKb.Tests.Extraction;

/// <summary>Builds zip packages in memory.</summary>
internal static class TestZip
{
    /// <summary>A package of text files.</summary>
    public static byte[] Of(params (string Name, string Text)[] files) =>
        Of([.. files.Select(file => (file.Name, Encoding.UTF8.GetBytes(file.Text)))]);

    /// <summary>A package of any files.</summary>
    public static byte[] Of(params (string Name, byte[] Content)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
