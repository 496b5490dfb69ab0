using System.Diagnostics;

namespace BotKb.Host.EmbeddedPostgres;

/// <summary>Runs PostgreSQL's programs with an environment of their own: none of the host's settings and secrets reach them.</summary>
internal static class ServerProgram
{
    /// <summary>Runs one to its end and returns what it said on both outputs.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        IReadOnlyList<string> command, string libraryFolder, string input, CancellationToken cancellationToken)
    {
        using var process = Launch(command, libraryFolder);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
            process.StandardInput.Close();
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await output + await errors);
        }
        catch (IOException)
        {
            // It ended without reading its input: its exit code says more.
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode == 0 ? -1 : process.ExitCode, "");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>
    /// Starts the server in a session of its own, so that neither Ctrl-C nor the end of the terminal or of this process
    /// reaches it, and with a file in place of pipes, which would break when this process ends.
    /// </summary>
    public static Process StartServer(IReadOnlyList<string> command, string libraryFolder, string log) =>
        Launch(["/bin/sh", "-c", "log=$1; shift; exec setsid \"$@\" </dev/null >\"$log\" 2>&1", "sh", log, .. command], libraryFolder);

    private static Process Launch(IReadOnlyList<string> command, string libraryFolder)
    {
        // All three streams are redirected: .NET would else hand the terminal's settings to the child.
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = "/",
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["LD_LIBRARY_PATH"] = libraryFolder;
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new BotKbException(
                FailureKind.TellAdmin, $"The program {command[0]} could not be started ({e.Message}); install it and try again.", e);
        }
    }
}
