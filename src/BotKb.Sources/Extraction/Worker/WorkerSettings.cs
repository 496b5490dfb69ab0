namespace BotKb.Sources.Extraction.Worker;

/// <summary>All that a worker knows of its host.</summary>
/// <param name="HostProcessId">The process with which the worker ends.</param>
/// <param name="MemoryBytes">The memory that reading one file may take, converters included.</param>
/// <param name="LibreOffice">Path of the soffice program; null where the settings name none.</param>
internal sealed record WorkerSettings(int HostProcessId, long MemoryBytes, string? LibreOffice);
