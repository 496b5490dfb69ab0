using System.Xml.Linq;
using BotKb.Knowledge;

namespace BotKb.Sources.Extraction.Office;

/// <summary>Reads PPTX, PPTM, PPSX, POTX: titles, bullets, tables, charts, diagrams and speaker notes, slide by slide.</summary>
internal sealed class PresentationExtractor : IFormatExtractor
{
    /// <inheritdoc/>
    public ExtractedDocument? Extract(string fileName, byte[] content, CancellationToken cancellationToken)
    {
        using var package = new OfficePackage(content);
        var builder = new BlockBuilder();
        var margins = new HashSet<string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var slide in Slides(package))
        {
            cancellationToken.ThrowIfCancellationRequested();
            builder.Slide = ++number;
            Read(package, slide, margins, builder);
        }

        return builder.Build(package.Title());
    }

    private static IEnumerable<string> Slides(OfficePackage package)
    {
        var main = package.MainPart("ppt/presentation.xml");
        var links = package.Relationships(main);
        foreach (var reference in package.Xml(main)?.Child("sldIdLst")?.Children("sldId") ?? [])
        {
            // The plain 'id' of a slide stands beside the 'id' of its relationship.
            var id = reference.Attributes().Where(attribute => attribute.Name.LocalName == "id" && attribute.Name.NamespaceName.Length > 0);
            if (id.FirstOrDefault() is { } link && links.TryGetValue(link.Value, out var slide))
            {
                yield return slide.Part;
            }
        }
    }

    private static void Read(OfficePackage package, string part, HashSet<string> margins, BlockBuilder builder)
    {
        var links = package.Relationships(part);
        if (package.Xml(part)?.Child("cSld")?.Child("spTree") is { } shapes)
        {
            new SlideShapes(builder, new OfficeGraphics(package, links)).Read(shapes);
        }

        var notes = package.Xml(links.Values.FirstOrDefault(link => link.Kind == "notesSlide")?.Part);
        foreach (var shape in notes?.Below("sp") ?? [])
        {
            ReadNote(shape, margins, builder);
        }
    }

    private static void ReadNote(XElement shape, HashSet<string> margins, BlockBuilder builder)
    {
        var role = SlideShapes.Placeholder(shape);
        if (role is "sldNum" or "sldImg" or "dt")
        {
            return;
        }

        foreach (var paragraph in shape.Child("txBody")?.Children("p") ?? [])
        {
            var text = DrawingText.Read(paragraph);
            if (role is not ("hdr" or "ftr") || margins.Add(text))
            {
                builder.Paragraph(text);
            }
        }
    }
}
