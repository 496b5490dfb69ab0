using System.Xml.Linq;

namespace BotKb.Sources.Extraction.Office;

/// <summary>Reads the shapes of one slide in their own order, the title first.</summary>
internal sealed class SlideShapes(BlockBuilder builder, OfficeGraphics graphics)
{
    /// <summary>Reads a tree of shapes.</summary>
    public void Read(XElement shapes)
    {
        var title = shapes.Below("sp").FirstOrDefault(IsTitle);
        if (title is not null)
        {
            ReadTitle(title);
        }

        ReadGroup(shapes, title);
    }

    /// <summary>The role of a shape in its layout ('title', 'body', 'sldNum'); null for a free shape.</summary>
    public static string? Placeholder(XElement shape) =>
        shape.Elements().FirstOrDefault(child => child.Name.LocalName.StartsWith("nv", StringComparison.Ordinal))?
            .Child("nvPr")?.Child("ph") is { } placeholder ? placeholder.Value("type") ?? "obj" : null;

    private static bool IsTitle(XElement shape) =>
        Placeholder(shape) is "title" or "ctrTitle" && shape.Child("txBody")?.Below("t").Any(run => run.Value.Length > 0) == true;

    private void ReadTitle(XElement title) =>
        builder.Heading(1, string.Join(' ', title.Child("txBody")!.Children("p").Select(DrawingText.Read)));

    private void ReadGroup(XElement group, XElement? title)
    {
        foreach (var shape in group.Elements())
        {
            switch (shape.Name.LocalName)
            {
                case "sp" or "cxnSp" when shape != title:
                    ReadText(shape);
                    break;
                case "pic":
                    builder.Paragraph(AltText.Read(shape));
                    break;
                case "grpSp":
                    ReadGroup(shape, title);
                    break;
                case "graphicFrame":
                    ReadFrame(shape);
                    break;
                case "AlternateContent" when OfficeXml.Used(shape) is { } used:
                    ReadGroup(used, title);
                    break;
                default:
                    break;
            }
        }
    }

    private void ReadText(XElement shape)
    {
        var role = Placeholder(shape);
        if (role == "sldNum")
        {
            return;
        }

        var paragraphs = shape.Child("txBody")?.Children("p").ToList() ?? [];
        var isList = role is "body" or "obj" && paragraphs.Count(paragraph => paragraph.Below("t").Any()) > 1;
        var counters = new int[9];
        foreach (var paragraph in paragraphs)
        {
            Add(DrawingText.Read(paragraph), paragraph.Child("pPr"), isList, counters);
        }
    }

    private void Add(string text, XElement? properties, bool isList, int[] counters)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        var level = Math.Clamp(properties.Number("lvl") ?? 0, 0, counters.Length - 1);
        var automatic = properties?.Child("buAutoNum");
        counters[level] = automatic is null ? 0 : Math.Max(counters[level] + 1, automatic.Number("startAt") ?? 1);
        Array.Clear(counters, level + 1, counters.Length - level - 1);
        if (automatic is not null)
        {
            builder.ListItem($"{Number(counters[level], automatic.Value("type") ?? "")} {text}");
        }
        else if (properties?.Child("buNone") is null && (isList || properties?.Child("buChar") is not null))
        {
            builder.ListItem("- " + text);
        }
        else
        {
            builder.Paragraph(text);
        }
    }

    private static string Number(int number, string type)
    {
        var format = type switch
        {
            _ when type.StartsWith("alphaLc", StringComparison.Ordinal) => "lowerLetter",
            _ when type.StartsWith("alphaUc", StringComparison.Ordinal) => "upperLetter",
            _ when type.StartsWith("romanLc", StringComparison.Ordinal) => "lowerRoman",
            _ when type.StartsWith("romanUc", StringComparison.Ordinal) => "upperRoman",
            _ when type.StartsWith("circle", StringComparison.Ordinal) => "decimalEnclosedCircle",
            _ when type.StartsWith("ea1", StringComparison.Ordinal) => "chineseCounting",
            _ => "decimal",
        };
        var text = NumberText.Write(number, format);
        return type.EndsWith("ParenBoth", StringComparison.Ordinal) ? $"({text})"
            : type.EndsWith("ParenR", StringComparison.Ordinal) ? $"{text})"
            : format == "decimalEnclosedCircle" ? text
            : format == "chineseCounting" ? $"{text}、"
            : $"{text}.";
    }

    private void ReadFrame(XElement frame)
    {
        foreach (var table in frame.Below("tbl"))
        {
            builder.Table(SlideTable.Rows(table));
        }

        graphics.Read(frame, builder);
    }
}
