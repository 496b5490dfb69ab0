using System.Globalization;
using BotKb.Replies;

namespace BotKb.WebConsole.Chat;

/// <summary>How a citation is named.</summary>
internal static class CitationLabel
{
    /// <summary>The document's name.</summary>
    public static string Title(ReplyCitation citation) => citation.Title.Length > 0 ? citation.Title : citation.Path;

    /// <summary>Where in the document; empty for the document as a whole.</summary>
    public static string Place(ReplyCitation citation, ChatTexts texts)
    {
        var place = citation switch
        {
            { Page: { } page } => Fill(texts.Page, page),
            { Slide: { } slide } => Fill(texts.Slide, slide),
            { Sheet: { Length: > 0 } sheet } => Fill(texts.Sheet, sheet),
            _ => "",
        };
        var heading = citation.HeadingPath.IsDefaultOrEmpty ? "" : string.Join(" › ", citation.HeadingPath);
        return string.Join(" · ", new[] { place, heading }.Where(part => part.Length > 0));
    }

    /// <summary>Name and place.</summary>
    public static string Whole(ReplyCitation citation, ChatTexts texts) =>
        string.Join(" · ", new[] { Title(citation), Place(citation, texts) }.Where(part => part.Length > 0));

    /// <summary>A text with its gap filled.</summary>
    public static string Fill(string text, object value) => string.Format(CultureInfo.InvariantCulture, text, value);
}
