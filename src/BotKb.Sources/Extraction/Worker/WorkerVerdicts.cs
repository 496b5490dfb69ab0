using BotKb.Knowledge;

namespace BotKb.Sources.Extraction.Worker;

/// <summary>The results that the host gives for a worker that could not give one.</summary>
internal static class WorkerVerdicts
{
    public static ExtractionResult FileTooLarge(ExtractionOptions options) => ExtractionResult.Failed(
        ExtractionStatus.TooLarge,
        $"The file is larger than {options.MaxFileMegabytes} MB, the limit of Extraction:MaxFileMegabytes; split it.");

    public static ExtractionResult TextTooLarge { get; } = ExtractionResult.Failed(
        ExtractionStatus.TooLarge,
        "The text of the file is too long for one document; split the file.");

    public static ExtractionResult TooMuchMemory(ExtractionOptions options) => ExtractionResult.Failed(
        ExtractionStatus.TooLarge,
        $"Reading the file takes more than {options.MemoryMegabytes} MB of memory; raise Extraction:MemoryMegabytes to have it read.");

    public static ExtractionResult TimedOut(ExtractionOptions options) => ExtractionResult.Failed(
        ExtractionStatus.Timeout,
        $"Reading the file took longer than {options.TimeoutSeconds} seconds; raise Extraction:TimeoutSeconds to give it more time.");

    public static ExtractionResult Crashed { get; } = ExtractionResult.Failed(
        ExtractionStatus.Corrupt,
        "The file is not read: reading it crashed the extractor; open it in its own program and save it again.");
}
