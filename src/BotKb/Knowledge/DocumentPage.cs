namespace BotKb.Knowledge;

/// <summary>A part of a list of documents.</summary>
/// <param name="Total">How many documents the whole list has.</param>
/// <param name="Rows">This part, by path.</param>
public sealed record DocumentPage(int Total, IReadOnlyList<DocumentRow> Rows);
