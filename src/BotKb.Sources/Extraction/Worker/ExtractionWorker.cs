namespace BotKb.Sources.Extraction;

/// <summary>The process that reads files: it has no settings, no secrets and no network, and may die at any moment.</summary>
public static class ExtractionWorker
{
    /// <summary>The hidden command of the program that starts it.</summary>
    public const string CommandName = "extraction-worker";

    /// <summary>Serves requests until <paramref name="input"/> ends.</summary>
    public static Task<int> RunAsync(Stream input, Stream output, CancellationToken cancellationToken)
    {
        throw new NotSupportedException();
    }
}
