using Microsoft.Extensions.AI;

namespace BotKb.Answering;

/// <summary>
/// What is known about the language model that writes the answers; a chat client tells it through
/// <see cref="IChatClient.GetService(Type, object?)"/>.
/// </summary>
/// <param name="Name">As set, for the trace.</param>
/// <param name="ContextTokens">Tokens of request and answer together.</param>
/// <param name="MaxAnswerTokens">The longest answer, in tokens.</param>
public sealed record AnswerModel(string Name, int ContextTokens, int MaxAnswerTokens)
{
    private const int SmallContext = 8_192;
    private const int ShortAnswer = 1_024;

    /// <summary>What a client tells, or careful assumptions.</summary>
    internal static AnswerModel Of(IChatClient client) =>
        client.GetService(typeof(AnswerModel)) as AnswerModel
        ?? new AnswerModel(client.GetService<ChatClientMetadata>()?.DefaultModelId ?? "unnamed", SmallContext, ShortAnswer);
}
