using System.Collections.Immutable;
using BotKb.Answering.Prompts;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;

namespace BotKb.Answering.FollowUps;

/// <summary>
/// Rewrites follow-up questions to stand alone: by the model, where there is one and it is quick, else by <see cref="FollowUpRules"/>.
/// The rules alone tell what is a follow-up.
/// </summary>
internal sealed class RewriteQuestion(
    IOptions<AnsweringOptions> options,
    TimeProvider time,
    ILogger<RewriteQuestion> logger,
    IChatClient? model = null)
{
    private const int LongestAnswer = 500;
    private const int MaxTokens = 200;

    /// <summary>The question standing alone; null where it does already.</summary>
    public async Task<string?> RewriteAsync(string question, ImmutableArray<PastExchange> history, CancellationToken cancellationToken)
    {
        if (FollowUpRules.Rewrite(question, history) is not { } byRules)
        {
            return null;
        }

        return model is null ? byRules : await AskAsync(model, question, history, cancellationToken) ?? byRules;
    }

    private async Task<string?> AskAsync(IChatClient client, string question, ImmutableArray<PastExchange> history, CancellationToken cancellationToken)
    {
        var instruction = await PromptFile.Rewrite.RenderAsync(new KernelArguments(), cancellationToken);
        var past = HistoryWindow.Of(history, options.Value.HistoryTokens);
        ChatMessage[] messages = [new(ChatRole.System, instruction), .. past.Messages, new(ChatRole.User, question)];
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.RewriteSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            var response = await client.GetResponseAsync(messages, new ChatOptions { MaxOutputTokens = MaxTokens, Temperature = 0 }, either.Token);
            return Usable(response.Text);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            logger.RewriteFailed(ModelFailure.Silent);
            return null;
        }
        catch (ModelException exception)
        {
            logger.RewriteFailed(exception.Failure);
            return null;
        }
    }

    private static string? Usable(string answer)
    {
        var line = answer.Trim().Trim('"', '“', '”', '「', '」');
        return line.Length is > 0 and <= LongestAnswer && !line.Contains('\n', StringComparison.Ordinal) ? line : null;
    }
}
