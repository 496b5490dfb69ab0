using System.Text.Json;
using Microsoft.Playwright;

namespace BotKb.EndToEndTests.Browser;

/// <summary>What axe-core finds on a page.</summary>
internal static class Accessibility
{
    private const string Run =
        """
        async () => {
            const { violations } = await axe.run(document, { resultTypes: ['violations'] });
            return violations.filter(found => ['serious', 'critical'].includes(found.impact))
                .map(found => `${found.impact} ${found.id}: ${found.nodes.map(node => `${node.html} (${node.failureSummary})`).join(' | ')}`);
        }
        """;

    /// <summary>The serious and critical ones, each as a sentence.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page, string axe)
    {
        await page.EvaluateAsync(axe);
        return [.. (await page.EvaluateAsync<JsonElement>(Run)).EnumerateArray().Select(found => found.GetString()!)];
    }
}
