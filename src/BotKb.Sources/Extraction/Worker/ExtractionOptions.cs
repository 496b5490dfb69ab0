using System.ComponentModel.DataAnnotations;

namespace BotKb.Sources.Extraction;

/// <summary>How files are read: the section <c>Extraction</c> of the settings.</summary>
public sealed class ExtractionOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Extraction";

    /// <summary>The most files that are read at the same time, one process each. Default: one a processor core, at most four.</summary>
    [Range(1, 64, ErrorMessage = "Extraction:Workers must be a number from 1 to 64.")]
    public int Workers { get; set; } = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <summary>Seconds after which the reading of one file is given up.</summary>
    [Range(1, 3600, ErrorMessage = "Extraction:TimeoutSeconds must be a number from 1 to 3600.")]
    public int TimeoutSeconds { get; set; } = 60;

    /// <summary>Megabytes of memory that the reading of one file may take.</summary>
    [Range(128, 65536, ErrorMessage = "Extraction:MemoryMegabytes must be a number from 128 to 65536.")]
    public int MemoryMegabytes { get; set; } = 1024;

    /// <summary>Files of more megabytes than this are not read.</summary>
    [Range(1, 256, ErrorMessage = "Extraction:MaxFileMegabytes must be a number from 1 to 256.")]
    public int MaxFileMegabytes { get; set; } = 256;

    /// <summary>Files after which a process is replaced by a fresh one.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Extraction:FilesPerWorker must be a number from 1 to 1000000.")]
    public int FilesPerWorker { get; set; } = 5000;

    /// <summary>
    /// Path of LibreOffice's soffice program, for the old Office formats; where it is not set, the one on the PATH is used.
    /// </summary>
    public string? LibreOffice { get; set; }

    internal TimeSpan Timeout => TimeSpan.FromSeconds(TimeoutSeconds);

    internal long MemoryBytes => MemoryMegabytes * 1024L * 1024;

    internal long MaxFileBytes => MaxFileMegabytes * 1024L * 1024;
}
