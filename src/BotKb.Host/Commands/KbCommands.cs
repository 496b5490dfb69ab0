using System.CommandLine;
using BotKb.Knowledge;

namespace BotKb.Host.Commands;

/// <summary><c>botkb kb create|list|show|delete</c>.</summary>
internal static class KbCommands
{
    public static Command Create() => new("kb", "Knowledge bases: create, list, show, delete.") { CreateOne(), List(), Show(), Delete() };

    private static Command CreateOne()
    {
        var name = Name();
        return new Command("create", "Creates a knowledge base.") { name }.Runs(async (line, session, cancellationToken) =>
        {
            var created = await session.Get<KnowledgeBaseCatalog>().CreateAsync(line.GetRequiredValue(name), cancellationToken);
            Console.WriteLine(VisibleText.Line($"Created '{created.Name}'. Next: botkb source add-folder --kb \"{created.Name}\" FOLDER"));
            return ExitCode.Done;
        });
    }

    private static Command List()
    {
        var json = Options.Json();
        return new Command("list", "Lists the knowledge bases.") { json }.Runs(async (line, session, cancellationToken) =>
        {
            var all = await session.Get<KnowledgeBaseCatalog>().ListAsync(cancellationToken);
            if (line.GetValue(json))
            {
                await JsonOutput.WriteAsync(all);
                return ExitCode.Done;
            }

            TableOutput.Write(
                ["name", "sources", "documents", "indexed", "passages"],
                all.Select(kb => new[] { kb.Name, $"{kb.Sources}", $"{kb.Documents}", $"{kb.Indexed}", $"{kb.Chunks}" }));
            return ExitCode.Done;
        });
    }

    private static Command Show()
    {
        var name = Name();
        var json = Options.Json();
        return new Command("show", "Shows a knowledge base, its sources and the states of its documents.") { name, json }.Runs(
            async (line, session, cancellationToken) =>
            {
                var found = await session.Get<KnowledgeBaseCatalog>().FindAsync(line.GetRequiredValue(name), cancellationToken);
                var sources = await session.Get<SourceCatalog>().ListAsync(found.Id, cancellationToken);
                if (line.GetValue(json))
                {
                    await JsonOutput.WriteAsync(new { KnowledgeBase = found, Sources = sources });
                    return ExitCode.Done;
                }

                Console.WriteLine(
                    VisibleText.Line($"{found.Name}: {found.Indexed} of {found.Documents} documents indexed, {found.Chunks} passages"));
                SourceCommands.Write(sources);
                return ExitCode.Done;
            });
    }

    private static Command Delete()
    {
        var name = Name();
        return new Command("delete", "Deletes a knowledge base from BotKb; the files it was made from stay.") { name }.Runs(
            async (line, session, cancellationToken) =>
            {
                var catalog = session.Get<KnowledgeBaseCatalog>();
                var found = await catalog.FindAsync(line.GetRequiredValue(name), cancellationToken);
                await catalog.DeleteAsync(found.Id, cancellationToken);
                Console.WriteLine(VisibleText.Line($"Deleted '{found.Name}'."));
                return ExitCode.Done;
            });
    }

    private static Argument<string> Name() => new("name") { Description = "The name of the knowledge base." };
}
