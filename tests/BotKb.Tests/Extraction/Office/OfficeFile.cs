using System.IO.Compression;
using System.Text;

namespace BotKb.Tests.Extraction.Office;

/// <summary>An Office file put together part by part, so that a test can say exactly what a program wrote.</summary>
internal sealed class OfficeFile
{
    public const string Dialect = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public const string StrictDialect = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    private readonly Dictionary<string, string> _parts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StringBuilder> _links = new(StringComparer.Ordinal);

    public string Relationships { get; init; } = Dialect;

    /// <summary>Adds a part; <paramref name="from"/> (the package when null) refers to it.</summary>
    public OfficeFile With(string path, string xml, string kind, string? from = null, string? id = null)
    {
        _parts[path] = xml;
        var owner = from is null ? "_rels/.rels" : $"{Path.GetDirectoryName(from)}/_rels/{Path.GetFileName(from)}.rels";
        if (!_links.TryGetValue(owner, out var links))
        {
            _links.Add(owner, links = new StringBuilder());
        }

        links.Append($"<Relationship Id=\"{id ?? "r" + _parts.Count}\" Type=\"{Relationships}/{kind}\" Target=\"/{path}\"/>");
        return this;
    }

    public OfficeFile WithTitle(string title) => With(
        "docProps/core.xml",
        $"<cp:coreProperties xmlns:cp=\"urn:cp\" xmlns:dc=\"urn:dc\"><dc:title>{title}</dc:title></cp:coreProperties>",
        "core-properties");

    public byte[] Build()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, xml) in _parts)
            {
                Write(archive, path, xml);
            }

            foreach (var (path, links) in _links)
            {
                Write(archive, path, $"<Relationships xmlns=\"urn:rels\">{links}</Relationships>");
            }
        }

        return stream.ToArray();
    }

    private static void Write(ZipArchive archive, string path, string xml)
    {
        using var writer = new StreamWriter(archive.CreateEntry(path).Open());
        writer.Write(xml);
    }
}
