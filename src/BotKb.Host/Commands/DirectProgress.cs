namespace BotKb.Host.Commands;

/// <summary>Reports on the caller's thread, so that the last report is shown before the work ends.</summary>
internal sealed class DirectProgress<T>(Action<T> report) : IProgress<T>
{
    public void Report(T value) => report(value);
}
