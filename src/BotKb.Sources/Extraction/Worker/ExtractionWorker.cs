using System.Text.Json;
using BotKb.Sources.Extraction.Conversion;
using BotKb.Sources.Extraction.Worker;

namespace BotKb.Sources.Extraction;

/// <summary>The process that reads files: it has no settings, no secrets and no network, and may die at any moment.</summary>
public static class ExtractionWorker
{
    /// <summary>The hidden command of the program that starts it.</summary>
    public const string CommandName = "extraction-worker";

    /// <summary>The exit code after input that no host sends.</summary>
    private const int BadInput = 2;

    /// <summary>The exit code when memory ran out where no result could be sent any more.</summary>
    internal const int OutOfMemory = 12;

    /// <summary>
    /// Serves requests until <paramref name="input"/> ends or the host dies. Ties the whole process to its host: call it once, first.
    /// </summary>
    /// <returns>The exit code of the process.</returns>
    public static async Task<int> RunAsync(Stream input, Stream output, CancellationToken cancellationToken)
    {
        // A library that prints must not write into the middle of a frame.
        Console.SetOut(Console.Error);
        var requests = new FrameReader(input);
        try
        {
            var frame = await requests.ReadAsync(FrameKind.Settings, cancellationToken);
            var settings = JsonSerializer.Deserialize(frame.Payload.Span, WireJson.Compact.WorkerSettings);
            if (settings is null || !TieToHost(settings.HostProcessId))
            {
                return BadInput;
            }

            await new WorkerLoop(new FileExtractor(LibreOfficeConverter.Create(settings)), requests, new FrameWriter(output))
                .ServeAsync(cancellationToken);
            return 0;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or JsonException or IOException)
        {
            await Console.Error.WriteLineAsync(
                $"{CommandName} is started by BotKb itself and reads its own protocol only: {e.Message}");
            return BadInput;
        }
        catch (OutOfMemoryException)
        {
            return OutOfMemory;
        }
    }

    private static bool TieToHost(int hostProcessId)
    {
        NativeProcess.LeaveTerminal();
        NativeProcess.WriteNoCoreFile();
        NativeProcess.DieWithParent();

        // The host may have died before the kernel was told.
        return NativeProcess.ParentId() == hostProcessId;
    }
}
