using System.ComponentModel;
using System.Diagnostics;
using BotKb.Knowledge;
using BotKb.Sources.Extraction.Worker;

namespace BotKb.Sources.Extraction.Conversion;

/// <summary>
/// Converts through LibreOffice, where that is installed, within an extraction worker: bounded in memory here, in time by the
/// worker's host. Its processes end with the worker, however that ends.
/// </summary>
internal sealed class LibreOfficeConverter(string? program, string folder, long memoryBytes) : IOfficeConverter
{
    private const int LookMilliseconds = 100;

    /// <summary>
    /// Runs the converter beside a watch that waits on a pipe from the worker: when that closes, the whole group is killed.
    /// The file size limit (blocks of 512 bytes) keeps one file from filling the disk.
    /// </summary>
    private const string Script = """
        exec 3<&0 >/dev/null 2>&1
        (read -r _ <&3; kill -KILL 0) &
        ulimit -f 2097152
        "$@" </dev/null 3<&-
        """;

    private readonly string profile = Path.Combine(folder, "profile");

    /// <summary>The converter of a worker: the program that the settings name, else the one on the PATH.</summary>
    public static LibreOfficeConverter Create(WorkerSettings settings) =>
        new(settings.LibreOffice ?? FindOnPath(), Path.GetTempPath(), settings.MemoryBytes);

    /// <inheritdoc/>
    public byte[]? Convert(string fileName, byte[] content, string targetEnding, CancellationToken cancellationToken)
    {
        if (program is null || !File.Exists(program))
        {
            return null;
        }

        var job = Directory.CreateDirectory(Path.Combine(folder, Path.GetRandomFileName())).FullName;
        try
        {
            var source = Path.Combine(job, "in" + SafeEnding(fileName));
            File.WriteAllBytes(source, content);
            Run(source, targetEnding, Path.Combine(job, "out"), cancellationToken);
            return Read(Path.Combine(job, "out", "in." + targetEnding));
        }
        finally
        {
            Directory.Delete(job, recursive: true);
        }
    }

    private void Run(string source, string targetEnding, string output, CancellationToken cancellationToken)
    {
        using var process = Start(source, targetEnding, output);
        var finished = false;
        try
        {
            while (!process.WaitForExit(LookMilliseconds))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (ResidentMemory.OfGroup(process.Id) > memoryBytes)
                {
                    throw new OfficeConversionException(
                        ExtractionStatus.TooLarge, "Converting the file takes more memory than Extraction:MemoryMegabytes allows.");
                }
            }

            finished = true;
        }
        finally
        {
            process.StandardInput.Close();
            process.WaitForExit();
            if (!finished && Directory.Exists(profile))
            {
                // A profile in use when its program was killed may keep the next one from starting.
                Directory.Delete(profile, recursive: true);
            }
        }
    }

    private Process Start(string source, string targetEnding, string output)
    {
        string[] line =
        [
            "/bin/sh", "-c", Script, "sh", program!, "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo",
            "-env:UserInstallation=" + new Uri(profile), "--convert-to", targetEnding, "--outdir", output, source,
        ];
        try
        {
            return Process.Start(new ProcessStartInfo("setsid", line)
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                WorkingDirectory = folder,
            })!;
        }
        catch (Win32Exception e)
        {
            throw new OfficeConversionException($"LibreOffice cannot be started: {e.Message}.", e);
        }
    }

    private byte[] Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new OfficeConversionException(
                ExtractionStatus.Corrupt, "LibreOffice cannot read the file; it is damaged or asks for a password.");
        }

        return new FileInfo(path).Length <= memoryBytes / 4
            ? File.ReadAllBytes(path)
            : throw new OfficeConversionException(
                ExtractionStatus.TooLarge, "The converted file is larger than Extraction:MemoryMegabytes allows.");
    }

    /// <summary>The ending without anything that a path or a program could take for something else.</summary>
    private static string SafeEnding(string fileName)
    {
        var ending = Path.GetExtension(fileName);
        return ending.Length <= 8 && ending.Skip(1).All(char.IsAsciiLetterOrDigit) ? ending : "";
    }

    private static string? FindOnPath() => WorkerEnvironment.SearchPath.Split(':')
        .Where(Path.IsPathRooted)
        .Select(directory => Path.Combine(directory, "soffice"))
        .FirstOrDefault(File.Exists);
}
