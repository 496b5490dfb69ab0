using Microsoft.Playwright;

namespace BotKb.EndToEndTests.Browser;

/// <summary>Notes each length that the newest answer has on its way.</summary>
internal static class GrowingText
{
    public static Task WatchAsync(IPage page) => page.EvaluateAsync(
        """
        () => {
            window.lengths = [];
            new MutationObserver(() => {
                const turns = document.querySelectorAll('.chat-turn');
                const length = turns[turns.length - 1]?.querySelector('.chat-text')?.textContent.length ?? 0;
                if (length > 0 && length !== window.lengths.at(-1)) {
                    window.lengths.push(length);
                }
            }).observe(document.querySelector('.chat'), { childList: true, subtree: true, characterData: true });
        }
        """);

    /// <summary>How often the text was longer than before.</summary>
    public static Task<int> StatesAsync(IPage page) =>
        page.EvaluateAsync<int>("window.lengths.filter((length, at, all) => at === 0 || length > all[at - 1]).length");
}
