using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace BotKb.Sources.Extraction.Office;

/// <summary>
/// The paragraph styles of a Word document: by outline level, by inheritance, by the names that Word uses in each language.
/// </summary>
internal sealed partial class WordStyles
{
    private const int DeepestInheritance = 20;
    private const int BodyText = 9;

    private readonly Dictionary<string, XElement> _definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordStyle> _resolved = new(StringComparer.Ordinal);

    public WordStyles(XElement? styles)
    {
        foreach (var style in styles?.Children("style") ?? [])
        {
            if (style.Value("styleId") is { } id && style.Value("type") is null or "paragraph")
            {
                _definitions.TryAdd(id, style);
            }
        }
    }

    /// <summary>The style with this id, as if it had no parents.</summary>
    public WordStyle Find(string? id)
    {
        if (id is null)
        {
            return WordStyle.Plain;
        }

        if (!_resolved.TryGetValue(id, out var style))
        {
            _resolved.Add(id, style = Resolve(id));
        }

        return style;
    }

    private WordStyle Resolve(string id)
    {
        int? outline = null, numbering = null, level = null;
        var (named, isTitle) = NamedLevel(id, _definitions.ContainsKey(id) ? null : id);
        var current = id;
        for (var depth = 0; depth < DeepestInheritance && _definitions.TryGetValue(current, out var definition); depth++)
        {
            var name = definition.Child("name").Value("val");
            var (ownLevel, ownTitle) = NamedLevel(current, name);
            named = named == 0 && outline is null ? ownLevel : named;
            isTitle |= ownTitle && depth == 0;
            var properties = definition.Child("pPr");
            outline ??= properties?.Child("outlineLvl").Number("val");
            numbering ??= properties?.Child("numPr")?.Child("numId").Number("val");
            level ??= properties?.Child("numPr")?.Child("ilvl").Number("val");
            current = definition.Child("basedOn").Value("val") ?? "";
        }

        var heading = outline is null ? named : outline < BodyText ? outline.Value + 1 : 0;
        return new WordStyle(isTitle && heading == 0 ? 1 : heading, isTitle, numbering, level);
    }

    private static (int Level, bool IsTitle) NamedLevel(string id, string? name)
    {
        var match = HeadingName().Match(name ?? "");
        if (!match.Success && name is null)
        {
            match = HeadingName().Match(id);
        }

        return match.Success
            ? (int.Parse(match.Groups["level"].ValueSpan), false)
            : (0, name is "Title" or "title" or "标题" or "標題" or "Titel" or "Titre" or "表題" or "Название");
    }

    [GeneratedRegex(
        @"^(?:heading|标题|標題|見出し|제목|überschrift|titre|título|titolo|kop|rubrik|заголовок|nagłówek)\s*(?<level>[1-9])(?:\b|$)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HeadingName();
}
