using System.CommandLine;
using BotKb.Access;
using BotKb.Answering;
using BotKb.Knowledge;
using BotKb.Sources.SharedDrive;

namespace BotKb.Host.Commands;

/// <summary><c>botkb quickstart FOLDER</c>: a knowledge base from a folder, an example, then questions typed at a prompt.</summary>
internal static class QuickstartCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "The folder with the documents." };
        var example = new Option<string?>("--example")
        {
            Description = "The question to begin with; without it, the heading of a passage is asked for.",
        };
        return new Command("quickstart", "Makes a knowledge base from a folder and answers questions about it.") { folder, example }.Runs(
            async (line, session, cancellationToken) =>
            {
                var kb = await PrepareAsync(session, line.GetRequiredValue(folder), cancellationToken);
                var first = line.GetValue(example) ?? await ExampleQuestion.OfAsync(session, kb.Id, cancellationToken);
                if (first is not null)
                {
                    Console.WriteLine($"\n> {VisibleText.Line(first)}");
                    await AnswerAsync(session, kb.Id, first, cancellationToken);
                }

                Console.WriteLine("\nAsk a question; an empty line or Ctrl-C ends.");
                await PromptAsync(session, kb.Id, cancellationToken);
                return ExitCode.Done;
            });
    }

    private static async Task<KnowledgeBaseSummary> PrepareAsync(CommandSession session, string folder, CancellationToken cancellationToken)
    {
        var root = session.Get<SharedDriveKind>().Resolve(SharedDriveSettings.Parse(folder, "everyone", [])).Root;
        var catalog = session.Get<KnowledgeBaseCatalog>();
        var name = Path.GetFileName(root);
        var kb = await catalog.TryFindAsync(name, cancellationToken) ?? await catalog.CreateAsync(name, cancellationToken);
        var added = await session.Get<IFolderSources>().AddAsync(kb.Id, root, null, [], cancellationToken);
        Console.WriteLine(VisibleText.Line($"Knowledge base '{kb.Name}' from {root}"
            + (added.IsNew ? " (everyone may read it; 'botkb source add-folder --readers' changes that)" : "")));
        await SyncOutput.RunAsync(session, added.SourceId, cancellationToken);
        return kb;
    }

    private static async Task PromptAsync(CommandSession session, long kb, CancellationToken cancellationToken)
    {
        while (true)
        {
            Console.Write("> ");
            var question = await Task.Run(Console.In.ReadLine, cancellationToken).WaitAsync(cancellationToken);
            if (string.IsNullOrWhiteSpace(question))
            {
                return;
            }

            await CommandFailure.GuardAsync(token => AnswerAsync(session, kb, question, token), cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private static async Task<int> AnswerAsync(CommandSession session, long kb, string question, CancellationToken cancellationToken)
    {
        AnswerOutput.Write(await session.Get<AnswerQuestion>().AskAsync(question, [kb], Reader.Anonymous, cancellationToken));
        return ExitCode.Done;
    }
}
