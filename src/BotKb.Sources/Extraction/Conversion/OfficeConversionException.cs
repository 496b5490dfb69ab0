using BotKb.Knowledge;

namespace BotKb.Sources.Extraction.Conversion;

/// <summary>A file was not converted; the message is a sentence for the admin.</summary>
public sealed class OfficeConversionException : Exception
{
    public OfficeConversionException()
    {
    }

    public OfficeConversionException(string message)
        : base(message)
    {
    }

    public OfficeConversionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>A conversion that ended in <paramref name="status"/>.</summary>
    public OfficeConversionException(ExtractionStatus status, string message)
        : base(message)
    {
        Status = status;
    }

    /// <summary>How the extraction of the file ends.</summary>
    public ExtractionStatus Status { get; } = ExtractionStatus.Corrupt;
}
