using BotKb.Data;
using BotKb.Knowledge;
using Microsoft.EntityFrameworkCore;

namespace BotKb.Host.Commands;

/// <summary>A question that a folder can answer: the heading of a passage that says the most.</summary>
internal static class ExampleQuestion
{
    private const int ShortestHeading = 6;
    private const int LongestHeading = 60;

    /// <returns>Null where no passage has a heading.</returns>
    public static async Task<string?> OfAsync(CommandSession session, long knowledgeBaseId, CancellationToken cancellationToken)
    {
        await using var context = await session.Get<IDbContextFactory<BotKbContext>>().CreateDbContextAsync(cancellationToken);
        var headings = await context.Chunks
            .Where(chunk => chunk.Document!.Source!.KnowledgeBaseId == knowledgeBaseId
                && chunk.Document.Status == DocumentStatus.Indexed && chunk.Document.Scope!.Everyone && chunk.HeadingPath.Length > 0)
            .OrderByDescending(chunk => chunk.Text.Length).ThenBy(chunk => chunk.Id)
            .Select(chunk => chunk.HeadingPath)
            .Take(50)
            .ToListAsync(cancellationToken);
        return headings.Select(path => path[^1]).Where(heading => heading.Length is >= ShortestHeading and <= LongestHeading)
            .OrderByDescending(heading => heading.EndsWith('?') || heading.EndsWith('？')).FirstOrDefault();
    }
}
