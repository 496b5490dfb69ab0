using System.ComponentModel.DataAnnotations;

namespace BotKb.Knowledge.Uploads;

/// <summary>What may be uploaded; section <c>Upload</c> of the settings.</summary>
public sealed class UploadOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Upload";

    /// <summary>Files of more megabytes than this are refused.</summary>
    [Range(1, 256, ErrorMessage = "Upload:MaxFileMegabytes must be a number from 1 to 256.")]
    public int MaxFileMegabytes { get; set; } = 256;

    /// <summary>The same in bytes.</summary>
    public long MaxFileBytes => MaxFileMegabytes * 1024L * 1024;
}
