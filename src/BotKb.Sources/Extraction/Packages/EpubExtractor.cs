using System.Xml.Linq;
using BotKb.Knowledge;
using BotKb.Sources.Extraction.Html;
using BotKb.Sources.Extraction.Text;

namespace BotKb.Sources.Extraction.Packages;

/// <summary>Reads e-books: the pages of the spine in order.</summary>
internal sealed class EpubExtractor : IFormatExtractor
{
    /// <inheritdoc/>
    public ExtractedDocument? Extract(string fileName, byte[] content, CancellationToken cancellationToken)
    {
        using var package = new PackageReader(content);
        var opfPath = package.Load("META-INF/container.xml")?
            .Descendants().FirstOrDefault(e => e.Name.LocalName == "rootfile")?.Attribute("full-path")?.Value ?? "";
        var opf = package.Load(opfPath);
        if (opf is null)
        {
            throw new ExtractionException(ExtractionStatus.Corrupt, "The e-book has no table of its files; get a sound copy.");
        }

        RefuseProtected(package);
        var blocks = new BlockBuilder();
        foreach (var path in Spine(opf, opfPath))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (package.Read(path) is { } page)
            {
                HtmlExtractor.AddBlocks(blocks, TextFile.Read(page, declaredEncoding: null), headingsBelow: 0, cancellationToken);
            }
        }

        return blocks.Build(opf.Descendants().FirstOrDefault(e => e.Name.LocalName == "title")?.Value);
    }

    private static IEnumerable<string> Spine(XDocument opf, string opfPath)
    {
        var folder = opfPath[..(opfPath.LastIndexOf('/') + 1)];
        var pages = opf.Descendants()
            .Where(e => e.Name.LocalName == "item" && e.Attribute("id") is not null)
            .ToLookup(e => e.Attribute("id")!.Value, e => e.Attribute("href")?.Value);
        return opf.Descendants()
            .Where(e => e.Name.LocalName == "itemref")
            .SelectMany(e => pages[e.Attribute("idref")?.Value ?? ""].Take(1))
            .OfType<string>()
            .Select(href => folder + Uri.UnescapeDataString(href));
    }

    // Fonts may be obfuscated without harm; a page that is listed here cannot be read.
    private static void RefuseProtected(PackageReader package)
    {
        var encrypted = package.Load("META-INF/encryption.xml")?.Descendants().Where(e => e.Name.LocalName == "CipherReference") ?? [];
        if (encrypted.Any(e => e.Attribute("URI")?.Value.Contains("htm", StringComparison.OrdinalIgnoreCase) == true))
        {
            throw new ExtractionException(ExtractionStatus.Encrypted, "The e-book is copy-protected; get a copy without protection.");
        }
    }
}
