using System.CommandLine;
using BotKb.Knowledge;

namespace BotKb.Host.Commands;

/// <summary><c>botkb source add-folder|sync|status|list</c>.</summary>
internal static class SourceCommands
{
    public static Command Create() =>
        new("source", "Where a knowledge base takes its documents from: add, sync, status, list.") 
        {
            AddFolder(), Sync(), Status(), List(),
        };

    public static void Write(IReadOnlyList<SourceSummary> sources) => TableOutput.Write(
        ["source", "knowledge base", "kind", "location", "last sync", "documents"],
        sources.Select(source => new[]
        {
            $"{source.Id}",
            source.KnowledgeBase,
            source.Kind,
            source.Location,
            source.Failure is not null ? $"failed: {source.Failure}" : source.SyncedAt is { } at ? $"{at:u}" : "never",
            string.Join(
                ", ", source.Documents.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Value} {pair.Key}")),
        }));

    private static Command AddFolder()
    {
        var folder = new Argument<string>("folder") { Description = "The folder to read." };
        var kb = Options.Kb();
        var readers = new Option<string?>("--readers")
        {
            Description = "Who may read it: everyone (the default for a new folder), nobody, or e-mails and groups such as "
                + "anna@example.com,group:hr. Left out for a folder that was added before: as it was.",
        };
        var folderReaders = new Option<string[]>("--folder-readers")
        {
            Description = "Readers of one folder below, such as HR=group:hr; may be given several times. "
                + "Left out for a folder that was added before: as they were.",
        };
        return new Command("add-folder", "Adds a folder to a knowledge base and reads it.") { folder, kb, readers, folderReaders }.Runs(
            async (line, session, cancellationToken) =>
            {
                var found = await session.Get<KnowledgeBaseCatalog>().FindAsync(line.GetRequiredValue(kb), cancellationToken);
                var added = await session.Get<IFolderSources>().AddAsync(
                    found.Id, line.GetRequiredValue(folder), line.GetValue(readers), line.GetValue(folderReaders) ?? [],
                    cancellationToken);
                Console.WriteLine(VisibleText.Line($"Added {added.Access.Root} to '{found.Name}'. Readers: {added.Access.Readers}"
                    + string.Concat(added.Access.FolderReaders.Select(rule => $"; {rule}"))));
                return await SyncOutput.RunAsync(session, added.SourceId, cancellationToken);
            });
    }

    private static Command Sync()
    {
        var kb = Options.Kb();
        return new Command("sync", "Reads every source of a knowledge base again: what is new, changed and gone.") { kb }.Runs(
            async (line, session, cancellationToken) =>
            {
                var sources = await FindAsync(session, line.GetRequiredValue(kb), cancellationToken);
                var worst = ExitCode.Done;
                foreach (var source in sources)
                {
                    Console.WriteLine(VisibleText.Line(source.Location));
                    worst = Math.Max(
                        worst, await CommandFailure.GuardAsync(token => SyncOutput.RunAsync(session, source.Id, token), cancellationToken));
                }

                return worst;
            });
    }

    private static Command Status()
    {
        var kb = Options.Kb();
        var all = new Option<bool>("--all") { Description = "Indexed documents too." };
        var json = Options.Json();
        return new Command("status", "Shows what became of each document, and why one is not indexed.") { kb, all, json }.Runs(
            async (line, session, cancellationToken) =>
            {
                var sources = await FindAsync(session, line.GetRequiredValue(kb), cancellationToken);
                var documents = new List<DocumentState>();
                foreach (var source in sources)
                {
                    documents.AddRange(await session.Get<SourceCatalog>().DocumentsAsync(source.Id, line.GetValue(all), cancellationToken));
                }

                if (line.GetValue(json))
                {
                    await JsonOutput.WriteAsync(new { Sources = sources, Documents = documents });
                    return ExitCode.Done;
                }

                Write(sources);
                TableOutput.Write(
                    ["document", "state", "passages", "reason"],
                    documents.Select(document => new[] { document.Path, document.Status, $"{document.Chunks}", document.Reason }));
                return ExitCode.Done;
            });
    }

    private static Command List()
    {
        var json = Options.Json();
        return new Command("list", "Lists all sources.") { json }.Runs(async (line, session, cancellationToken) =>
        {
            var sources = await session.Get<SourceCatalog>().ListAsync(null, cancellationToken);
            if (line.GetValue(json))
            {
                await JsonOutput.WriteAsync(sources);
            }
            else
            {
                Write(sources);
            }

            return ExitCode.Done;
        });
    }

    private static async Task<IReadOnlyList<SourceSummary>> FindAsync(
        CommandSession session, string kb, CancellationToken cancellationToken)
    {
        var found = await session.Get<KnowledgeBaseCatalog>().FindAsync(kb, cancellationToken);
        return await session.Get<SourceCatalog>().ListAsync(found.Id, cancellationToken);
    }
}
