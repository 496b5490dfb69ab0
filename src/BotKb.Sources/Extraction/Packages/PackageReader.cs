using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace BotKb.Sources.Extraction.Packages;

/// <summary>Reads single files out of a zip package that has passed the gate.</summary>
internal sealed class PackageReader(byte[] content) : IDisposable
{
    private readonly ZipArchive _zip = new(new MemoryStream(content, writable: false), ZipArchiveMode.Read);

    /// <summary>The whole file of this path; null where there is none.</summary>
    public byte[]? Read(string path)
    {
        using var stream = _zip.GetEntry(path)?.Open();
        if (stream is null)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>The file of this path as XML; null where there is none.</summary>
    public XDocument? Load(string path)
    {
        using var stream = _zip.GetEntry(path)?.Open();
        if (stream is null)
        {
            return null;
        }

        using var reader = XmlReader.Create(stream, SafeXml.Settings);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    /// <inheritdoc/>
    public void Dispose() => _zip.Dispose();
}
