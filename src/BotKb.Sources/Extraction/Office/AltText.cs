using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace BotKb.Sources.Extraction.Office;

/// <summary>The words that an author put in place of a picture.</summary>
internal static partial class AltText
{
    /// <summary>The description of the picture or drawing below <paramref name="drawing"/>; empty where it only names a file.</summary>
    public static string Read(XElement drawing)
    {
        var properties = drawing.DescendantsAndSelf().FirstOrDefault(element => element.Name.LocalName is "docPr" or "cNvPr");
        var description = properties.Value("descr") ?? "";
        var text = Generated().Replace(description, "").Trim();
        return FileName().IsMatch(text) || !text.Any(char.IsLetter) ? "" : text;
    }

    [GeneratedRegex(
        @"\s*(?:Description automatically generated.*|AI-generated content may be incorrect\.?|描述已自动生成|自动生成的说明)\s*$",
        RegexOptions.CultureInvariant | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Generated();

    [GeneratedRegex(
        @"^(?:\S*[/\\]\S*|.{0,120}\.(?:png|jpe?g|gif|bmp|tiff?|svg|emf|wmf|webp)"
            + @"|(?:image|picture|img|graphic|图片|圖片)[\s_-]*\d*)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FileName();
}
