using BotKb.Answering;
using BotKb.Retrieval.Dense;

namespace BotKb.Models.Embeddings;

/// <summary>
/// Embeds one row of passages. A request that the endpoint refuses, or fails at while it takes another, is halved until it takes the
/// parts; a text that it refuses alone is shortened, then given up. For one use.
/// </summary>
internal sealed class PassageRun(string name, EmbeddingOptions options, int batchTokens, EmbeddingCalls calls, BatchLimit limit)
{
    private const int Halvings = 4;
    private const string AnyText = "ok";
    private readonly List<string> _texts = [];
    private readonly List<float[]?> _vectors = [];
    private bool _accepted;

    /// <summary>One result a passage, in order.</summary>
    /// <exception cref="ModelException">The endpoint fails, or refuses every text.</exception>
    public async Task<IReadOnlyList<EmbeddedPassage>> EmbedAsync(IReadOnlyList<string> passages, CancellationToken cancellationToken)
    {
        _texts.AddRange(passages.Where(passage => !string.IsNullOrWhiteSpace(passage))
            .Select(passage => PassageText.Of(options.PassagePrefix, passage, options.MaxTokens)));
        _vectors.AddRange(Enumerable.Repeat<float[]?>(null, _texts.Count));
        List<int> tokens = [.. _texts.Select(PassageText.Tokens)];
        foreach (var (start, count) in PassageBatches.Cut(tokens, limit.Texts, batchTokens))
        {
            await FillAsync(start, count, cancellationToken);
        }

        var next = 0;
        return [.. passages.Select(passage => string.IsNullOrWhiteSpace(passage) ? new EmbeddedPassage(null, "The passage has no text.") : Result(next++))];
    }

    // True where no text of the range was refused alone.
    private async Task<bool> FillAsync(int start, int count, CancellationToken cancellationToken)
    {
        if (count > limit.Texts)
        {
            return await FillHalvesAsync(start, count, cancellationToken);
        }

        var (vectors, failure) = await TryAsync(_texts.GetRange(start, count), cancellationToken);
        if (vectors is not null)
        {
            for (var i = 0; i < count; i++)
            {
                _vectors[start + i] = vectors[i];
            }

            return true;
        }

        if (count == 1)
        {
            _vectors[start] = await AloneAsync(_texts[start], failure, cancellationToken);
            return false;
        }

        var whole = await FillHalvesAsync(start, count, cancellationToken);
        if (whole && failure != ModelFailure.Broken)
        {
            limit.Lower((count + 1) / 2);
        }

        return whole;
    }

    private async Task<bool> FillHalvesAsync(int start, int count, CancellationToken cancellationToken)
    {
        var half = (count + 1) / 2;
        var first = await FillAsync(start, half, cancellationToken);
        return await FillAsync(start + half, count - half, cancellationToken) && first;
    }

    private async Task<float[]?> AloneAsync(string text, ModelFailure? failure, CancellationToken cancellationToken)
    {
        // An endpoint that is back only just now takes the whole text.
        var again = failure is ModelFailure.Broken or ModelFailure.Silent ? (await TryAsync([text], cancellationToken)).Vectors : null;
        return again?[0] ?? await ShortenAsync(text[options.PassagePrefix.Length..], cancellationToken);
    }

    private async Task<float[]?> ShortenAsync(string text, CancellationToken cancellationToken)
    {
        for (var i = 0; i < Halvings && PassageText.Half(text) is { } half; i++)
        {
            if (await TryAsync([options.PassagePrefix + half], cancellationToken) is ([var vector], _))
            {
                return vector;
            }

            text = half;
        }

        if (!_accepted)
        {
            await ProbeAsync(cancellationToken);
        }

        return null;
    }

    // Fails where the endpoint takes no text at all: then the trouble is not of the texts.
    private async Task ProbeAsync(CancellationToken cancellationToken)
    {
        await calls.PatientlyAsync([options.PassagePrefix + AnyText], cancellationToken);
        _accepted = true;
    }

    // Vectors, or the failure where the trouble is of the texts.
    private async Task<(IReadOnlyList<float[]>? Vectors, ModelFailure? Failure)> TryAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        try
        {
            var vectors = await calls.PatientlyAsync(texts, cancellationToken);
            _accepted = true;
            return (vectors, null);
        }
        catch (ModelException refusal) when (refusal.Failure is ModelFailure.ContextTooLong or ModelFailure.Refused or ModelFailure.Filtered)
        {
            return (null, refusal.Failure);
        }
        catch (ModelException failure) when (failure.Failure is ModelFailure.Broken or ModelFailure.Silent)
        {
            // Some servers break at certain texts, and a slow one does not get through many in time.
            await ProbeAsync(cancellationToken);
            return (null, failure.Failure);
        }
    }

    private EmbeddedPassage Result(int at) =>
        _vectors[at] is { } vector ? new EmbeddedPassage(vector, "") : new EmbeddedPassage(null, $"Models:{name} does not take this text, also when it is shortened.");
}
