using System.Runtime.CompilerServices;
using BotKb.Answering;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace BotKb.Models;

/// <summary>
/// A chat client over one endpoint that ends in time: thinking is taken out, every failure is a <see cref="ModelException"/>, and a
/// service without capacity is asked once more before the first word. Cancelling closes the connection. Safe for concurrent use.
/// </summary>
internal sealed class ModelChatClient(
    string name,
    ModelOptions options,
    IChatClient inner,
    TimeProvider time,
    ILogger<ModelChatClient> logger)
    : DelegatingChatClient(inner)
{
    // A person waits: a service that asks for more than this is as good as silent.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(250);
    private const int Attempts = 2;

    /// <inheritdoc/>
    public override object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(AnswerModel)
            ? new AnswerModel(name, options.ContextTokens, options.MaxAnswerTokens)
            : base.GetService(serviceType, serviceKey);

    /// <inheritdoc/>
    public override Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    /// <inheritdoc/>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? asked = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        List<ChatMessage> sent = [.. messages];
        var start = time.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            using var patience = new Patience(options, time.GetElapsedTime(start), time, cancellationToken);
            var reader = new UpdateReader();
            await using var updates = InnerClient.GetStreamingResponseAsync(sent, RequestQuirks.Apply(asked, options), patience.Token)
                .GetAsyncEnumerator(patience.Token);
            ModelException? failure;
            while (true)
            {
                (var update, failure) = await NextAsync(updates, reader, patience, cancellationToken);
                if (update is null)
                {
                    break;
                }

                yield return update;
            }

            if (failure is null)
            {
                yield break;
            }

            if (attempt == Attempts || reader.Began || WaitBefore(failure, time.GetElapsedTime(start)) is not { } wait)
            {
                throw failure;
            }

            logger.AskedAgain(name, failure.Failure, (long)wait.TotalMilliseconds);
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    // The next update worth showing; none at the end or with a failure.
    private async ValueTask<(ChatResponseUpdate? Update, ModelException? Failure)> NextAsync(
        IAsyncEnumerator<ChatResponseUpdate> updates, UpdateReader reader, Patience patience, CancellationToken cancellationToken)
    {
        try
        {
            while (await updates.MoveNextAsync())
            {
                var update = reader.Read(updates.Current);
                if (reader.Alive)
                {
                    patience.Renew();
                }

                if (update is not null)
                {
                    return (update, null);
                }
            }

            return (reader.Finish(), null);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The vendor's edge: whatever the client throws is a failure of the model.
            return (null, ModelFailures.Read(exception, name, time));
        }
    }

    private TimeSpan? WaitBefore(ModelException failure, TimeSpan spent)
    {
        if (failure.Failure is not (ModelFailure.Busy or ModelFailure.Broken))
        {
            return null;
        }

        var wait = failure.RetryAfter ?? ShortestWait + TimeSpan.FromMilliseconds(Random.Shared.Next(ShortestWait.Milliseconds));
        return wait <= LongestWait && spent + wait < TimeSpan.FromSeconds(options.FirstTokenSeconds) ? wait : null;
    }
}
