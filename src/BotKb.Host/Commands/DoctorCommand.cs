using System.CommandLine;
using BotKb.Host.Diagnosis;

namespace BotKb.Host.Commands;

/// <summary><c>botkb doctor</c>.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var json = Options.Json();
        return new Command("doctor", "Checks what BotKb needs, and says what to do about what is missing.") { json }.Runs(
            async (line, session, cancellationToken) =>
            {
                var findings = await Doctor.ExamineAsync(session, cancellationToken);
                if (line.GetValue(json))
                {
                    await JsonOutput.WriteAsync(new { Healthy = findings.All(finding => finding.State != FindingState.Broken), Findings = findings });
                }
                else
                {
                    TableOutput.Write(["check", "state", "finding"], findings.Select(finding => new[] { finding.Check, finding.State, finding.Text }));
                }

                return findings.Any(finding => finding.State == FindingState.Broken) ? ExitCode.Failed : ExitCode.Done;
            });
    }
}
