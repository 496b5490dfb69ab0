namespace BotKb.Sources.Extraction.Worker;

/// <summary>What a frame between the host and a worker carries.</summary>
internal enum FrameKind : byte
{
    /// <summary>Host to worker, first frame: <see cref="WorkerSettings"/> as JSON.</summary>
    Settings = 1,

    /// <summary>Worker to host: it has started and waits for files.</summary>
    Ready = 2,

    /// <summary>Host to worker: <see cref="ExtractionRequest"/> as JSON; the file's bytes follow.</summary>
    Request = 3,

    /// <summary>A piece of a file, or of a result as JSON.</summary>
    Content = 4,

    /// <summary>The file, or the result, is complete.</summary>
    End = 5,
}
