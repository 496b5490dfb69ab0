namespace BotKb.Knowledge;

/// <summary>One item could not be read; the message says why, in one sentence for the admin.</summary>
public sealed class SourceItemException : Exception
{
    public SourceItemException()
    {
    }

    public SourceItemException(string message)
        : base(message)
    {
    }

    public SourceItemException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
