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
                var healthy = findings.All(finding => finding.State != FindingState.Broken);
                if (line.GetValue(json))
                {
                    await JsonOutput.WriteAsync(new { Healthy = healthy, Findings = findings });
                }
                else
                {
                    TableOutput.Write(
                        ["check", "state", "finding"], findings.Select(finding => new[] { finding.Check, finding.State, finding.Text }));
                }

                return healthy ? ExitCode.Done : ExitCode.Failed;
            });
    }
}
