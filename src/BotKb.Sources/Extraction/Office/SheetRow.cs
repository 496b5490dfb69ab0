namespace BotKb.Sources.Extraction.Office;

/// <summary>The filled cells of one row of a sheet.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Cells">Column from 0 and text, in ascending order; none of them empty.</param>
internal sealed record SheetRow(int Number, IReadOnlyList<(int Column, string Text)> Cells);
