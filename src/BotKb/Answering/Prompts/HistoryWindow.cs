using System.Collections.Immutable;
using BotKb.Answering.Streaming;
using Microsoft.Extensions.AI;

namespace BotKb.Answering.Prompts;

/// <summary>The latest exchanges of a conversation that fit a budget, as messages, oldest first.</summary>
/// <param name="Messages">Question and answer in turn; the answers without citation marks, whose numbers mean nothing now.</param>
/// <param name="Tokens">What they take.</param>
internal sealed record HistoryWindow(IReadOnlyList<ChatMessage> Messages, int Tokens)
{
    private const int TokensAround = 16;

    /// <summary>Takes exchanges from the latest back for as long as they fit.</summary>
    public static HistoryWindow Of(ImmutableArray<PastExchange> history, int budget)
    {
        var messages = new List<ChatMessage>();
        var used = 0;
        foreach (var exchange in history.Reverse())
        {
            var answer = CitationMarks.Without(exchange.Answer);
            var tokens = TokenCount.Of(exchange.Question) + TokenCount.Of(answer) + TokensAround;
            if (used + tokens > budget)
            {
                break;
            }

            used += tokens;
            messages.InsertRange(0, [new ChatMessage(ChatRole.User, exchange.Question), new ChatMessage(ChatRole.Assistant, answer)]);
        }

        return new HistoryWindow(messages, used);
    }
}
