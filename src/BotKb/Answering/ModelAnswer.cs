using System.Runtime.CompilerServices;
using BotKb.Answering.Prompts;
using BotKb.Answering.Streaming;
using Microsoft.Extensions.AI;

namespace BotKb.Answering;

/// <summary>One answer that a language model writes: its parts as they come, then how it ended.</summary>
/// <param name="client">The model.</param>
/// <param name="model">What is known about it.</param>
/// <param name="write">Writes the prompt for a share of the budget.</param>
/// <param name="elapsed">Milliseconds since the question came.</param>
internal sealed class ModelAnswer(
    IChatClient client,
    AnswerModel model,
    Func<double, CancellationToken, Task<AnswerPrompt>> write,
    Func<double> elapsed)
{
    // Of the budget: what the first prompt may take, and one after the model found that too long.
    private static readonly double[] Shares = [1, 0.4];
    private readonly NoAnswerGate _gate = new();
    private AnswerFilter? _filter;

    /// <summary>Why the model did not answer; null where it did.</summary>
    public ModelException? Failure { get; private set; }

    /// <summary>True where the model says that the passages do not answer.</summary>
    public bool Refused => _gate.Refused;

    /// <summary>True where the answer was cut at its greatest length.</summary>
    public bool Cut { get; private set; }

    /// <summary>What the model was given; null before the first call.</summary>
    public AnswerPrompt? Prompt { get; private set; }

    /// <summary>Citations taken out because they point nowhere.</summary>
    public int Invented => _filter?.Invented ?? 0;

    /// <summary>The places among the passages given that were cited.</summary>
    public IReadOnlyList<int> Cited => _filter?.Cited ?? [];

    public double? FirstTokenAtMs { get; private set; }

    public long? InputTokens { get; private set; }

    public long? OutputTokens { get; private set; }

    /// <summary>The parts that may be shown; afterwards the properties say how it ended.</summary>
    public async IAsyncEnumerable<AnswerPart> StreamAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var share in Shares)
        {
            Failure = null;
            Prompt = await write(share, cancellationToken);
            _filter = new AnswerFilter(Prompt.Given, KnownHosts.Of(Prompt.Given));
            var options = new ChatOptions { MaxOutputTokens = model.MaxAnswerTokens, Temperature = 0.1f };
            await using var updates = client.GetStreamingResponseAsync(Prompt.Messages, options, cancellationToken)
                .GetAsyncEnumerator(cancellationToken);
            while (!Refused && await NextAsync(updates, cancellationToken))
            {
                foreach (var part in Read(updates.Current))
                {
                    yield return part;
                }
            }

            if (Failure is not { Failure: ModelFailure.ContextTooLong } || FirstTokenAtMs is not null)
            {
                break;
            }
        }

        foreach (var part in Finish())
        {
            yield return part;
        }
    }

    private async ValueTask<bool> NextAsync(IAsyncEnumerator<ChatResponseUpdate> updates, CancellationToken cancellationToken)
    {
        try
        {
            return await updates.MoveNextAsync();
        }
        catch (ModelException exception)
        {
            Failure = exception;
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            Failure = new ModelException(ModelFailure.Silent, "The language model's answer was given up.", null, exception);
        }

        return false;
    }

    private IReadOnlyList<AnswerPart> Read(ChatResponseUpdate update)
    {
        foreach (var usage in update.Contents.OfType<UsageContent>())
        {
            InputTokens = usage.Details.InputTokenCount;
            OutputTokens = usage.Details.OutputTokenCount;
        }

        Cut |= update.FinishReason == ChatFinishReason.Length;
        if (update.FinishReason == ChatFinishReason.ContentFilter)
        {
            Failure = new ModelException(ModelFailure.Filtered, "A content filter of the language model's service stopped the answer.");
        }

        var words = update.Text;
        if (words.Length == 0)
        {
            return [];
        }

        FirstTokenAtMs ??= elapsed();
        return _gate.Push(words) is { Length: > 0 } shown ? _filter!.Push(shown) : [];
    }

    private IReadOnlyList<AnswerPart> Finish()
    {
        if (Failure is not null || Refused)
        {
            return [];
        }

        var held = _gate.Finish();
        if (Refused)
        {
            return [];
        }

        if (FirstTokenAtMs is null)
        {
            Failure = new ModelException(ModelFailure.Broken, "The language model ended its answer without a word.");
            return [];
        }

        return held.Length > 0 ? [.. _filter!.Push(held), .. _filter.Finish()] : _filter!.Finish();
    }
}
