namespace BotKb.Sources.Extraction.Worker;

/// <summary>A worker ended, or said something that is no result, before it had answered.</summary>
internal sealed class WorkerLostException : Exception
{
    public WorkerLostException()
        : base("The process that read the file ended without a result.")
    {
    }

    public WorkerLostException(string message)
        : base(message)
    {
    }

    public WorkerLostException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
