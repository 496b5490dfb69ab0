using System.Diagnostics;
using BotKb.Simulators.OpenAi;
using BotKb.Simulators.People;

namespace BotKb.Benchmarks;

/// <summary>The program, serving as a process of its own.</summary>
internal static class BenchmarkHost
{
    /// <summary>Serves on a free port; null answers without a model, and has nobody signed in yet.</summary>
    public static Task<ServedHost> ServeAsync(OpenAiSimulator? model, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "BotKb.Host.dll"), "serve", "--urls", "http://127.0.0.1:0"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (model is not null)
        {
            start.Environment["Models__scripted__Endpoint"] = model.Endpoint.ToString();
            start.Environment["Models__scripted__Model"] = "scripted";
            start.Environment["Answering__Model"] = "scripted";
        }

        return ServedHost.WaitAsync(Process.Start(start)!, model is null, cancellationToken);
    }
}
