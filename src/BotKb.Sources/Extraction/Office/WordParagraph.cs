using System.Xml.Linq;

namespace BotKb.Sources.Extraction.Office;

/// <summary>What stands in one paragraph of a Word document.</summary>
/// <param name="Text">Its text as it reads now: insertions kept, deletions and field codes dropped.</param>
/// <param name="PagesBefore">Page breaks before its first character.</param>
/// <param name="PagesAfter">Page breaks after that.</param>
/// <param name="Boxes">Text boxes that are anchored in it.</param>
/// <param name="Graphics">Charts and diagrams that are anchored in it.</param>
/// <param name="Pictures">What its pictures show, in the author's words.</param>
/// <param name="Notes">Its footnotes and endnotes, in order.</param>
internal sealed record WordParagraph(
    string Text,
    int PagesBefore,
    int PagesAfter,
    IReadOnlyList<XElement> Boxes,
    IReadOnlyList<XElement> Graphics,
    IReadOnlyList<string> Pictures,
    IReadOnlyList<(bool IsEndnote, string Id)> Notes);
