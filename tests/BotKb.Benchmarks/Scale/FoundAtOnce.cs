using BotKb.Access;
using BotKb.Host.Commands;
using BotKb.Knowledge;
using BotKb.Knowledge.Sync;
using BotKb.Retrieval;

namespace BotKb.Benchmarks.Scale;

/// <summary>Indexes files one by one beside the corpus and asks for each in the very next question.</summary>
internal static class FoundAtOnce
{
    private const int Files = 20;

    public static async Task RunAsync(CommandSession session, long kb, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("botkb-benchmark-");
        var found = 0;
        try
        {
            var added = await session.Get<IFolderSources>().AddAsync(kb, folder.FullName, null, [], cancellationToken);
            for (var i = 0; i < Files; i++)
            {
                var code = $"NEWS-{Guid.NewGuid():N}";
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"{code}.txt"), $"The parcel {code} has arrived.", cancellationToken);
                await session.Get<SyncSource>().RunAsync(added.SourceId, null, cancellationToken);
                var result = await session.Get<IPassageSearch>().SearchAsync($"Where is {code}?", [kb], Reader.Anonymous, 1, cancellationToken);
                found += result.Passages is [{ } passage] && passage.Text.Contains(code, StringComparison.Ordinal) ? 1 : 0;
            }

            await session.Get<SourceCatalog>().RemoveAsync(added.SourceId, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        Report.Line($"{found} of {Files} new documents are found by the question after their indexing was committed");
        if (found < Files)
        {
            throw new InvalidOperationException("A committed document was not found by the next question.");
        }
    }
}
