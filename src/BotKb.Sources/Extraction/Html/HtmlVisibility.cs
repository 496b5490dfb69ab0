using AngleSharp.Dom;

namespace BotKb.Sources.Extraction.Html;

/// <summary>Decides which elements of a page are read.</summary>
internal sealed class HtmlVisibility
{
    private const string ContentSelector = "main, article, [role=main]";

    private static readonly HashSet<string> NeverRead = new(StringComparer.Ordinal)
    {
        "script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "canvas", "audio", "video", "map", "head", "title",
        "select", "datalist", "input", "textarea", "progress", "meter", "rt", "rp", "annotation", "ix:header",
    };

    private static readonly HashSet<string> AroundContent = new(StringComparer.Ordinal) { "header", "footer", "aside" };

    private readonly bool _hasContent;
    private readonly bool _readsNavigation;

    private HtmlVisibility(bool hasContent, bool readsNavigation)
    {
        _hasContent = hasContent;
        _readsNavigation = readsNavigation;
    }

    /// <summary>Everything but what no browser shows.</summary>
    public static HtmlVisibility OfEverything { get; } = new(hasContent: false, readsNavigation: true);

    /// <summary>What the page is about: no navigation and, where the page marks its content, nothing that frames it.</summary>
    public static HtmlVisibility OfContent(IDocument page) => new(page.QuerySelector(ContentSelector) is not null, readsNavigation: false);

    /// <summary>True when the element and what it holds is read.</summary>
    public bool Shows(IElement element) =>
        !NeverRead.Contains(element.LocalName) && !IsHidden(element) && (_readsNavigation || !Frames(element));

    private static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden") || (element.GetAttribute("style") is { } style && Hides(style));

    private bool Frames(IElement element) => element.LocalName switch
    {
        "nav" => true,
        // A question that unfolds is a button in a heading; others are commands.
        "button" => element.Closest("h1, h2, h3, h4, h5, h6, summary, dt") is null,
        var name => IsNavigation(element) || (_hasContent && AroundContent.Contains(name) && element.Closest(ContentSelector) is null),
    };

    private static bool IsNavigation(IElement element) => element.GetAttribute("role") is "navigation" or "search";

    private static bool Hides(string style)
    {
        var compact = style.Replace(" ", "", StringComparison.Ordinal);
        return compact.Contains("display:none", StringComparison.OrdinalIgnoreCase)
            || compact.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);
    }
}
