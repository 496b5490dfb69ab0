using BotKb.Answering;
using BotKb.Knowledge.Sync;
using BotKb.Retrieval.Dense;
using Spectre.Console;

namespace BotKb.Host.Commands;

/// <summary>Runs a sync and shows how far it is.</summary>
internal static class SyncOutput
{
    public static async Task<int> RunAsync(CommandSession session, long sourceId, CancellationToken cancellationToken)
    {
        var outcome = await AnsiConsole.Progress().AutoClear(true).HideCompleted(false)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context => RunAsync(session, sourceId, context.AddTask("Looking for documents"), cancellationToken));
        Console.WriteLine(Sentence(outcome));
        foreach (var folder in outcome.Unlisted)
        {
            Console.WriteLine(VisibleText.Line($"Could not list {folder}; what was known below it is kept."));
        }

        if (outcome.NotIndexed > 0)
        {
            Console.WriteLine("'botkb source status' says why a document is not indexed.");
        }

        return await EmbedAsync(session, cancellationToken);
    }

    private static async Task<int> EmbedAsync(CommandSession session, CancellationToken cancellationToken)
    {
        try
        {
            await session.Get<IndexVectors>().RunAsync(cancellationToken);
            return ExitCode.Done;
        }
        catch (Exception exception) when (exception is ModelException or BotKbException)
        {
            await Console.Error.WriteLineAsync(
                VisibleText.Line($"Found by its words only, not by its meaning: {exception.Message} A running host, or the next sync, tries again."));
            return ExitCode.Failed;
        }
    }

    private static Task<SyncOutcome> RunAsync(CommandSession session, long sourceId, ProgressTask bar, CancellationToken cancellationToken)
    {
        bar.IsIndeterminate = true;
        var progress = new DirectProgress<SyncProgress>(state =>
        {
            bar.IsIndeterminate = state.ToIndex == 0;
            bar.Description = state.ToIndex == 0 ? $"Looking for documents: {state.Found}" : $"Indexing {state.Done} of {state.ToIndex}";
            bar.MaxValue = Math.Max(1, state.ToIndex);
            bar.Value = state.Done;
        });
        return session.Get<SyncSource>().RunAsync(sourceId, progress, cancellationToken);
    }

    private static string Sentence(SyncOutcome outcome)
    {
        var parts = new List<string> { $"{outcome.Found} found", $"{outcome.Indexed} indexed" };
        if (outcome.Unchanged > 0)
        {
            parts.Add($"{outcome.Unchanged} unchanged after reading");
        }

        if (outcome.NotIndexed > 0)
        {
            parts.Add($"{outcome.NotIndexed} not indexed");
        }

        if (outcome.Removed > 0)
        {
            parts.Add($"{outcome.Removed} gone");
        }

        return string.Join(", ", parts) + ".";
    }
}
