namespace BotKb.Sources.Extraction.Worker;

/// <summary>More content came through a pipe than its reader takes.</summary>
internal sealed class ContentTooLongException : Exception
{
    public ContentTooLongException()
        : base("The content is longer than the limit.")
    {
    }

    public ContentTooLongException(string message)
        : base(message)
    {
    }

    public ContentTooLongException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
