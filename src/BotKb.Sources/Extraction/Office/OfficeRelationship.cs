namespace BotKb.Sources.Extraction.Office;

/// <summary>A link from one part of an Office file to another.</summary>
/// <param name="Kind">The last word of its type, the same in both dialects of the standard: 'slide', 'header', 'styles'.</param>
/// <param name="Part">Path of the part that it leads to.</param>
internal sealed record OfficeRelationship(string Kind, string Part);
