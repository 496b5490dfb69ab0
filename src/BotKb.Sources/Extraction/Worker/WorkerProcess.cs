using System.Text.Json;
using BotKb.Knowledge;

namespace BotKb.Sources.Extraction.Worker;

/// <summary>
/// One process that reads files, seen from the host. One file at a time; <see cref="Kill"/> may be called from any thread.
/// </summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    /// <summary>The longest result that is taken, as JSON: more text than any document that a person wrote.</summary>
    private const long MaxResultBytes = 128L * 1024 * 1024;

    private const int MaxComplaint = 2000;

    private readonly KeptProcess process;
    private readonly string folder;
    private readonly FrameWriter requests;
    private readonly FrameReader results;
    private readonly CancellationTokenSource disposing = new();
    private readonly Task<string> complaint;

    /// <summary>Takes over a process that has just been started, and the folder that is to go with it.</summary>
    public WorkerProcess(KeptProcess process, string folder)
    {
        this.process = process;
        this.folder = folder;
        requests = new FrameWriter(process.Input);
        results = new FrameReader(process.Output);
        complaint = ReadComplaintAsync(process.Error, disposing.Token);
    }

    public int Id => process.Id;

    /// <summary>Files that it was given.</summary>
    public int Files { get; private set; }

    public bool IsAlive => !process.Exited.IsCompleted;

    /// <summary>Waits until the process can read files; where it fails, the process is gone.</summary>
    /// <exception cref="WorkerLostException">It ended before; the message is what it said.</exception>
    public async Task GreetAsync(WorkerSettings settings, CancellationToken cancellationToken)
    {
        await using var kill = cancellationToken.Register(Kill);
        try
        {
            await SendAsync(FrameKind.Settings, JsonSerializer.SerializeToUtf8Bytes(settings, WireJson.Compact.WorkerSettings));
            await FlushAsync();
            await ReceiveAsync(() => results.ReadAsync(FrameKind.Ready, CancellationToken.None).AsTask());
        }
        catch (WorkerLostException e)
        {
            var exitCode = await EndAsync();
            var said = (await complaint).Split('\n', 2)[0].Trim();
            await DisposeAsync();
            cancellationToken.ThrowIfCancellationRequested();
            throw new WorkerLostException(said.Length > 0 ? said : $"it ended with exit code {exitCode}", e);
        }
    }

    /// <summary>Has one file read. Whoever wants to end that earlier kills the process.</summary>
    /// <exception cref="WorkerLostException">The process ended or broke the protocol.</exception>
    public async Task<ExtractionResult> ExtractAsync(
        string fileName, Stream content, ExtractionOptions options, CancellationToken cancellationToken)
    {
        Files++;
        var request = JsonSerializer.SerializeToUtf8Bytes(new ExtractionRequest(fileName), WireJson.Compact.ExtractionRequest);
        await SendAsync(FrameKind.Request, request);
        var buffer = new byte[Frame.MaxPayload];
        long total = 0;
        int count;
        while ((count = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            total += count;
            if (total > options.MaxFileBytes)
            {
                Kill();
                return WorkerVerdicts.FileTooLarge(options);
            }

            await SendAsync(FrameKind.Content, buffer.AsMemory(0, count));
        }

        await SendAsync(FrameKind.End, default);
        await FlushAsync();
        return await ReceiveAsync(ReadResultAsync);
    }

    /// <summary>The memory that the process holds now; 0 where it has ended.</summary>
    public long ResidentBytes() => ResidentMemory.OfProcess(process.Id);

    /// <summary>Makes sure that the process has ended, and tells its exit code; 128 and the signal where one ended it.</summary>
    public async Task<int> EndAsync()
    {
        Kill();
        await process.Exited;
        return process.ExitCode;
    }

    public void Kill() => process.Kill();

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        await disposing.CancelAsync();
        await complaint;
        process.Dispose();
        disposing.Dispose();
        WorkerFolders.Delete(folder);
    }

    private async Task<ExtractionResult> ReadResultAsync()
    {
        await using var content = new FrameContentStream(results, MaxResultBytes);
        try
        {
            return await WireResult.ReadAsync(content, CancellationToken.None);
        }
        catch (ContentTooLongException)
        {
            Kill();
            return WorkerVerdicts.TextTooLarge;
        }
    }

    private async Task SendAsync(FrameKind kind, ReadOnlyMemory<byte> payload)
    {
        try
        {
            await requests.WriteAsync(kind, payload, CancellationToken.None);
        }
        catch (IOException e)
        {
            throw Lost(e);
        }
    }

    private async Task FlushAsync()
    {
        try
        {
            await requests.FlushAsync(CancellationToken.None);
        }
        catch (IOException e)
        {
            throw Lost(e);
        }
    }

    private static async Task<T> ReceiveAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception e) when (e is IOException or InvalidDataException or JsonException)
        {
            throw Lost(e);
        }
    }

    private static WorkerLostException Lost(Exception cause) => new("The process that reads files gave no result.", cause);

    /// <summary>Keeps the beginning of what the process says on standard error, and reads the rest away so that it never waits.</summary>
    private static async Task<string> ReadComplaintAsync(StreamReader error, CancellationToken cancellationToken)
    {
        var kept = "";
        var buffer = new char[1024];
        try
        {
            int count;
            while ((count = await error.ReadAsync(buffer.AsMemory(), cancellationToken)) > 0)
            {
                kept += new string(buffer, 0, Math.Min(count, MaxComplaint - kept.Length));
            }
        }
        catch (OperationCanceledException)
        {
            // The process has ended; what it started may still hold the pipe.
        }

        return kept;
    }
}
