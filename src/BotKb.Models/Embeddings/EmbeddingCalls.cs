using System.ClientModel;
using BotKb.Answering;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace BotKb.Models.Embeddings;

/// <summary>Calls that end in time, with vectors that can be compared or a <see cref="ModelException"/>. Safe for concurrent use.</summary>
internal sealed class EmbeddingCalls(
    string name, EmbeddingOptions options, IEmbeddingGenerator<string, Embedding<float>> generator, TimeProvider time, ILogger logger)
{
    // Half a minute in all: a server that restarts is back by then, and what comes later is the next run's.
    private const int Attempts = 6;
    private const int SilentAttempts = 2;
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);
    private readonly VectorCheck _check = new(name, options.Dimensions);
    private readonly EndpointRest _rest = new(time);

    /// <summary>The vector of a question, in one attempt, and in none while the endpoint rests.</summary>
    public async Task<float[]> OnceAsync(string text, CancellationToken cancellationToken)
    {
        _rest.ThrowIfResting();
        try
        {
            var vectors = await TryAsync([text], TimeSpan.FromSeconds(options.QuestionSeconds), cancellationToken);
            _rest.Succeeded();
            return vectors[0];
        }
        catch (ModelException failure) when (failure.Kind == FailureKind.Retry)
        {
            _rest.Failed(failure);
            throw;
        }
    }

    /// <summary>One vector a text, in order; a service that is busy, broken or silent is asked again for a while.</summary>
    public async Task<IReadOnlyList<float[]>> PatientlyAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            TimeSpan wait;
            try
            {
                return await TryAsync(texts, TimeSpan.FromSeconds(options.TimeoutSeconds), cancellationToken);
            }
            catch (ModelException failure) when (attempt < AttemptsAt(failure) && WaitAfter(failure, attempt) <= LongestWait)
            {
                wait = WaitAfter(failure, attempt);
                logger.AskedAgain(name, failure.Failure, (long)wait.TotalMilliseconds);
            }

            // Two hosts that were refused together do not come back together.
            await Task.Delay(wait + (FirstWait * Random.Shared.NextDouble()), time, cancellationToken);
        }
    }

    private static int AttemptsAt(ModelException failure) =>
        failure.Kind != FailureKind.Retry ? 1 : failure.Failure == ModelFailure.Silent ? SilentAttempts : Attempts;

    private static TimeSpan WaitAfter(ModelException failure, int attempt) => failure.RetryAfter ?? FirstWait * (1 << (attempt - 1));

    private async Task<IReadOnlyList<float[]>> TryAsync(IReadOnlyList<string> texts, TimeSpan most, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(most, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            var answer = await generator.GenerateAsync(texts, cancellationToken: end.Token);
            return _check.Pass([.. answer.Select(embedding => embedding.Vector)]);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The vendor's edge: whatever the client throws is a failure of the model. A service may repeat the text in its error, which
            // then is in the client's exception.
            var failure = ModelFailures.Read(exception, name, time, $"{nameof(ModelOptions.Embedding)}:{nameof(EmbeddingOptions.MaxTokens)}");
            throw exception is ClientResultException ? new ModelException(failure.Failure, failure.Message, failure.RetryAfter) : failure;
        }
    }
}
