using System.Xml.Linq;

namespace BotKb.Sources.Extraction.Office;

/// <summary>
/// Looks names up without their namespace: the transitional and the strict dialect of the Office formats, and those of
/// careless programs, differ in nothing else that text needs.
/// </summary>
internal static class OfficeXml
{
    /// <summary>The first child with this local name.</summary>
    public static XElement? Child(this XElement element, string name)
    {
        foreach (var child in element.Elements())
        {
            if (child.Name.LocalName == name)
            {
                return child;
            }
        }

        return null;
    }

    /// <summary>All children with this local name.</summary>
    public static IEnumerable<XElement> Children(this XElement element, string name) =>
        element.Elements().Where(child => child.Name.LocalName == name);

    /// <summary>All elements below with this local name, those in the unused halves of alternatives left out.</summary>
    public static IEnumerable<XElement> Below(this XElement element, string name)
    {
        foreach (var child in element.Elements())
        {
            var used = Used(child);
            if (used is null)
            {
                continue;
            }

            if (used.Name.LocalName == name)
            {
                yield return used;
            }

            foreach (var found in used.Below(name))
            {
                yield return found;
            }
        }
    }

    /// <summary>The value of the first attribute with this local name.</summary>
    public static string? Value(this XElement? element, string name)
    {
        for (var attribute = element?.FirstAttribute; attribute is not null; attribute = attribute.NextAttribute)
        {
            if (attribute.Name.LocalName == name && !attribute.IsNamespaceDeclaration)
            {
                return attribute.Value;
            }
        }

        return null;
    }

    /// <summary>The whole number in an attribute, null where there is none.</summary>
    public static int? Number(this XElement? element, string name) =>
        int.TryParse(element.Value(name), out var number) ? number : null;

    /// <summary>
    /// The half of an AlternateContent that is read, the element itself for all others: the first choice that holds text, else
    /// the fallback, never both.
    /// </summary>
    public static XElement? Used(XElement element)
    {
        if (element.Name.LocalName != "AlternateContent")
        {
            return element;
        }

        return element.Elements().FirstOrDefault(half => half.Name.LocalName is "Choice" or "Fallback" && HoldsText(half))
            ?? element.Elements().FirstOrDefault();
    }

    private static bool HoldsText(XElement half) =>
        half.Descendants().Any(child => child.Name.LocalName is "t" or "textpath" or "chart" or "relIds");
}
