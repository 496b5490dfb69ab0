using System.Xml.Linq;

namespace BotKb.Sources.Extraction.Office;

/// <summary>Reads what charts and diagrams say; both are kept in parts of their own.</summary>
internal sealed class OfficeGraphics(OfficePackage package, Dictionary<string, OfficeRelationship> links)
{
    private const int MostPoints = 200;

    /// <summary>Reads the charts and diagrams that <paramref name="graphic"/> refers to.</summary>
    public void Read(XElement graphic, BlockBuilder builder)
    {
        foreach (var reference in graphic.DescendantsAndSelf())
        {
            if (reference.Name.LocalName == "chart" && Linked(reference.Value("id")) is { } chart)
            {
                ReadChart(chart, builder);
            }
            else if (reference.Name.LocalName == "relIds" && Linked(reference.Value("dm")) is { } diagram)
            {
                ReadDiagram(diagram, builder);
            }
        }
    }

    private XElement? Linked(string? id) => id is not null && links.TryGetValue(id, out var link) ? package.Xml(link.Part) : null;

    private static void ReadDiagram(XElement diagram, BlockBuilder builder)
    {
        foreach (var point in diagram.Below("pt").Where(point => point.Value("type") is null or "node" or "asst"))
        {
            foreach (var paragraph in point.Below("p"))
            {
                builder.Paragraph(DrawingText.Read(paragraph));
            }
        }
    }

    private static void ReadChart(XElement chart, BlockBuilder builder)
    {
        foreach (var title in chart.Below("title"))
        {
            builder.Paragraph(string.Join('\n', title.Below("p").Select(DrawingText.Read)));
        }

        var series = chart.Below("ser").ToList();
        if (series.Count == 0)
        {
            return;
        }

        var columns = series.Select(one => Points(one.Child("val") ?? one.Child("yVal"))).ToList();
        var categories = series.Select(one => Points(one.Child("cat") ?? one.Child("xVal"))).FirstOrDefault(one => one.Count > 0) ?? [];
        var header = series.Select(Name).Prepend(Kind(series[0]));
        var rows = Enumerable.Range(0, columns.Append(categories).Max(points => points.Keys.DefaultIfEmpty(-1).Max() + 1))
            .Select(row => columns.Prepend(categories).Select(points => points.GetValueOrDefault(row, "")).ToList());
        builder.Table([header.ToList(), .. rows]);
    }

    /// <summary>'Line chart' for the element lineChart.</summary>
    private static string Kind(XElement series)
    {
        var name = series.Parent?.Name.LocalName ?? "";
        return name.EndsWith("Chart", StringComparison.Ordinal) && name.Length > 5
            ? $"{char.ToUpperInvariant(name[0])}{name[1..^5]} chart"
            : "";
    }

    private static string Name(XElement series) =>
        string.Join(' ', series.Child("tx")?.Below("v").Select(name => name.Value) ?? []);

    private static Dictionary<int, string> Points(XElement? data)
    {
        var points = new Dictionary<int, string>();
        foreach (var point in data?.Below("pt") ?? [])
        {
            if (point.Number("idx") is >= 0 and < MostPoints and var index)
            {
                points.TryAdd(index, CellNumber.Plain(point.Child("v")?.Value ?? ""));
            }
        }

        return points;
    }
}
