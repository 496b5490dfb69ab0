using System.CommandLine;
using BotKb.Access;
using BotKb.Answering;
using BotKb.Host.Serving;
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

                return await WebHost.RunWhileAsync(session, (address, password, token) => ServeAsync(session, kb, address, password, token), cancellationToken);
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

    private static async Task<int> ServeAsync(
        CommandSession session, KnowledgeBaseSummary kb, string address, FirstPassword? first, CancellationToken cancellationToken)
    {
        Console.WriteLine($"\nThe console is at {address}");
        if (first is not null)
        {
            Console.WriteLine($"Sign in as {first.Email} with the one-time password {first.Password}");
        }

        Console.WriteLine("\nAsk a question here or there; an empty line or Ctrl-C ends.");
        if (!await PromptAsync(session, kb.Id, cancellationToken))
        {
            // Nobody can type here: the console stays until it is stopped.
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        return ExitCode.Done;
    }

    // False where there was nothing to read at all, as in the background.
    private static async Task<bool> PromptAsync(CommandSession session, long kb, CancellationToken cancellationToken)
    {
        for (var asked = false; ; asked = true)
        {
            Console.Write("> ");
            var question = await Task.Run(Console.In.ReadLine, cancellationToken).WaitAsync(cancellationToken);
            if (string.IsNullOrWhiteSpace(question))
            {
                return asked || question is not null;
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
