namespace BotKb.Sources.Extraction.Worker;

/// <summary>Asks a worker to read the file whose bytes follow.</summary>
/// <param name="FileName">The file's name.</param>
internal sealed record ExtractionRequest(string FileName);
