namespace BotKb.Sources.Extraction.Office;

/// <summary>What a paragraph style means for the text, its ancestors included.</summary>
/// <param name="HeadingLevel">Depth of the heading, from 1; 0 for running text.</param>
/// <param name="IsTitle">It is the title of the document.</param>
/// <param name="NumberingId">The numbering that it brings along.</param>
/// <param name="NumberingLevel">Its level in that numbering, from 0.</param>
internal sealed record WordStyle(int HeadingLevel, bool IsTitle, int? NumberingId, int? NumberingLevel)
{
    public static readonly WordStyle Plain = new(0, false, null, null);
}
