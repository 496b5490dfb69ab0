using BotKb.Knowledge;

namespace BotKb.Sources.Extraction;

/// <summary>A file that cannot be read.</summary>
/// <param name="status">How the extraction ends; never <see cref="ExtractionStatus.Ok"/>.</param>
/// <param name="message">One sentence for the admin.</param>
internal sealed class ExtractionException(ExtractionStatus status, string message) : Exception(message)
{
    /// <summary>How the extraction ends.</summary>
    public ExtractionStatus Status { get; } = status;
}
