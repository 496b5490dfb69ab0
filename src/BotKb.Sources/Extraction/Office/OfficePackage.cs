using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using BotKb.Knowledge;

namespace BotKb.Sources.Extraction.Office;

/// <summary>The parts of a Word, PowerPoint or Excel file. Tolerates what real programs write: odd slashes, case, missing parts.</summary>
internal sealed class OfficePackage : IDisposable
{
    private static readonly XmlReaderSettings XmlSettings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = false,
        CloseInput = true,
    };

    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);

    public OfficePackage(byte[] content)
    {
        _archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
        foreach (var entry in _archive.Entries)
        {
            _parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }
    }

    /// <summary>The part that holds the document itself.</summary>
    /// <param name="usual">Where it usually is, for packages whose own statement is damaged.</param>
    /// <exception cref="ExtractionException">There is none.</exception>
    public string MainPart(string usual)
    {
        var stated = Relationships("").Values.FirstOrDefault(link => link.Kind == "officeDocument")?.Part;
        if (stated is not null && _parts.ContainsKey(stated))
        {
            return stated;
        }

        return _parts.ContainsKey(usual)
            ? usual
            : throw new ExtractionException(ExtractionStatus.Corrupt, "The Office file lacks the part that holds its text.");
    }

    /// <summary>The links of a part by their id; of the package itself for an empty path.</summary>
    public Dictionary<string, OfficeRelationship> Relationships(string part)
    {
        var slash = part.LastIndexOf('/');
        var links = new Dictionary<string, OfficeRelationship>(StringComparer.Ordinal);
        var root = Xml($"{part[..(slash + 1)]}_rels/{part[(slash + 1)..]}.rels");
        foreach (var link in root?.Elements() ?? [])
        {
            if (link.Value("Id") is { } id && link.Value("Type") is { } type && link.Value("Target") is { } target
                && link.Value("TargetMode") != "External")
            {
                links[id] = new OfficeRelationship(type[(type.LastIndexOf('/') + 1)..], Resolve(part[..(slash + 1)], target));
            }
        }

        return links;
    }

    /// <summary>The root of a part, null where the part is missing.</summary>
    /// <exception cref="XmlException">The part is damaged.</exception>
    public XElement? Xml(string? part)
    {
        using var reader = Read(part);
        return reader is null ? null : XElement.Load(reader);
    }

    /// <summary>The part as a stream of XML, null where it is missing.</summary>
    public XmlReader? Read(string? part) => part is not null && _parts.TryGetValue(part, out var entry)
        ? XmlReader.Create(entry.Open(), XmlSettings)
        : null;

    /// <summary>How long the part claims to be, in bytes.</summary>
    public long Size(string part) => _parts.GetValueOrDefault(part)?.Length ?? 0;

    /// <summary>The title in the document's properties, where it says something.</summary>
    public string? Title()
    {
        var part = Relationships("").Values.FirstOrDefault(link => link.Kind == "core-properties")?.Part ?? "docProps/core.xml";
        try
        {
            return MetadataTitle.Sensible(Xml(part)?.Child("title")?.Value);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    public void Dispose() => _archive.Dispose();

    private static string Resolve(string folder, string target)
    {
        target = Uri.UnescapeDataString(target.Replace('\\', '/'));
        var steps = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step != "..")
            {
                steps.Add(step);
            }
            else if (steps.Count > 0)
            {
                steps.RemoveAt(steps.Count - 1);
            }
        }

        return string.Join('/', steps.Where(step => step != "."));
    }
}
