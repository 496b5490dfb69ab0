namespace BotKb.Quality.Figures;

/// <summary>A citation in an answers file.</summary>
/// <param name="Document">The document's id in the data set.</param>
/// <param name="Page">Page, where there is one.</param>
/// <param name="Heading">The innermost heading, where there is one.</param>
/// <param name="Quote">The words quoted.</param>
public sealed record CitedPassage(string Document, int? Page, string? Heading, string Quote);
