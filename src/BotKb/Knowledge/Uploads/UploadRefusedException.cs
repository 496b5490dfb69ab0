namespace BotKb.Knowledge.Uploads;

/// <summary>A file is not stored; what was stored before is untouched.</summary>
public sealed class UploadRefusedException : Exception
{
    public UploadRefusedException()
    {
    }

    public UploadRefusedException(string message)
        : base(message)
    {
    }

    public UploadRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>A refusal for a reason that each language words for itself.</summary>
    public UploadRefusedException(UploadRefusal refusal, Exception? innerException = null)
        : base($"The file was not stored: {refusal}.", innerException)
    {
        Refusal = refusal;
    }

    /// <summary>The reason.</summary>
    public UploadRefusal Refusal { get; } = UploadRefusal.NotStored;
}
