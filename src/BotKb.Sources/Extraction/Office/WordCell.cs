using System.Xml.Linq;

namespace BotKb.Sources.Extraction.Office;

/// <summary>One cell of a Word table.</summary>
/// <param name="Element">Its content.</param>
/// <param name="Skipped">Columns of the grid that are left out before it.</param>
/// <param name="Span">Columns of the grid that it covers.</param>
/// <param name="IsMergedUp">It continues the cell above.</param>
internal sealed record WordCell(XElement Element, int Skipped, int Span, bool IsMergedUp);
