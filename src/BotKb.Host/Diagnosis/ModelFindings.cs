using BotKb.Answering;
using BotKb.Retrieval.Dense;
using Microsoft.Extensions.AI;

namespace BotKb.Host.Diagnosis;

/// <summary>Calls the models that the settings name, once each.</summary>
internal static class ModelFindings
{
    private const string AnyText = "Is anybody there?";
    private const int FewTokens = 64;

    /// <summary>Whether the language model answers.</summary>
    public static Task<Finding> ExamineLanguageModelAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        const string check = "language model";
        return services.GetService<IChatClient>() is not { } model
            ? Task.FromResult(new Finding(check, FindingState.Good, "None is set: answers are quoted from the documents."))
            : ExamineAsync(check, async () =>
            {
                await model.GetResponseAsync(AnyText, new ChatOptions { MaxOutputTokens = FewTokens }, cancellationToken);
                return "It answers.";
            });
    }

    /// <summary>Whether the embedding model embeds a question in time.</summary>
    public static Task<Finding> ExamineEmbeddingModelAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        const string check = "embedding model";
        return services.GetRequiredService<IEmbeddingModels>().Configured is not { } model
            ? Task.FromResult(new Finding(check, FindingState.Good, "None is set: the search is by words alone."))
            : ExamineAsync(check, async () => $"It answers, {(await model.EmbedQuestionAsync(AnyText, cancellationToken)).Length} dimensions.");
    }

    // What passes by itself is no fault of the settings.
    private static async Task<Finding> ExamineAsync(string check, Func<Task<string>> call)
    {
        try
        {
            return new Finding(check, FindingState.Good, await call());
        }
        catch (ModelException failure)
        {
            return new Finding(check, failure.Kind == FailureKind.Retry ? FindingState.Limited : FindingState.Broken, failure.Message);
        }
    }
}
