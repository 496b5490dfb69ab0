using System.ClientModel.Primitives;
using BotKb.Answering;

namespace BotKb.Models;

/// <summary>Refuses a successful answer that is a web page: a proxy's or a sign-in page, or a wrong address.</summary>
internal sealed class OnlyModelAnswers : PipelinePolicy
{
    /// <inheritdoc/>
    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        ProcessNext(message, pipeline, currentIndex);
        Check(message.Response);
    }

    /// <inheritdoc/>
    public override async ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        await ProcessNextAsync(message, pipeline, currentIndex);
        Check(message.Response);
    }

    private static void Check(PipelineResponse? response)
    {
        if (response is { IsError: false } && ModelFailures.IsPage(response))
        {
            throw new ModelException(
                ModelFailure.NotAModel, $"answered with a web page or a redirect (HTTP {response.Status}) instead of a model's answer");
        }
    }
}
