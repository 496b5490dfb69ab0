using BotKb.Answering;
using BotKb.Models;
using BotKb.Models.Embeddings;
using FsCheck;
using FsCheck.Xunit;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotKb.Tests.Models.Embeddings;

/// <summary>Passages in requests: nothing lost, nothing twice, nothing too large, whatever the endpoint takes.</summary>
public sealed class PassageBatchesPropertyTests
{
    [Property(MaxTest = 1_000)]
    public void Requests_are_the_whole_row_and_as_long_as_fits(NonNegativeInt[] tokens, PositiveInt maxTexts, PositiveInt maxTokens)
    {
        int[] row = [.. tokens.Select(count => count.Get)];
        List<(int Start, int Count)> ranges = [.. PassageBatches.Cut(row, maxTexts.Get, maxTokens.Get)];

        ranges.SelectMany(range => Enumerable.Range(range.Start, range.Count)).ShouldBe(Enumerable.Range(0, row.Length));
        foreach (var (start, count) in ranges)
        {
            count.ShouldBeInRange(1, maxTexts.Get);
            (count == 1 || row.Skip(start).Take(count).Sum() <= maxTokens.Get).ShouldBeTrue();
        }

        ranges.Zip(ranges.Skip(1)).ShouldAllBe(pair =>
            pair.First.Count == maxTexts.Get || row.Skip(pair.First.Start).Take(pair.First.Count + 1).Sum() > maxTokens.Get);
    }

    [Property(MaxTest = 300)]
    public async Task Every_text_has_its_vector_or_a_reason_whatever_the_endpoint_takes(bool[] refused, PositiveInt takesTexts, PositiveInt takesLetters, PositiveInt batchTexts)
    {
        string[] passages = [.. refused.Select((isRefused, i) => $"{(isRefused ? "bad" : "good")}{i}")];
        using var vectors = new ScriptedVectors(texts =>
        {
            if (texts.Count > takesTexts.Get || texts.Sum(text => text.Length) > takesLetters.Get + 10 || texts.Any(text => text.Contains('b')))
            {
                throw new ModelException(ModelFailure.Refused, "refused");
            }
        });
        var options = new ModelOptions { Endpoint = "http://127.0.0.1:9", Model = "m" };
        options.Embedding.BatchTexts = batchTexts.Get;
        var model = new EmbeddingModel("main", options, vectors, TimeProvider.System, NullLogger<EmbeddingModel>.Instance);

        // What is left of a bad text after a few halvings has no b any more, or is refused still.
        var results = await model.EmbedPassagesAsync(passages, CancellationToken.None);
        results.Count.ShouldBe(passages.Length);
        for (var i = 0; i < passages.Length; i++)
        {
            (results[i].Vector is null).ShouldBe(refused[i]);
            results[i].Reason.Length.ShouldBe(refused[i] ? results[i].Reason.Length : 0);
            if (!refused[i])
            {
                results[i].Vector!.Zip(ScriptedVectors.Of(passages[i]), (a, b) => a * b).Sum().ShouldBe(1, 1e-3);
            }
        }
    }

    [Property(MaxTest = 1_000)]
    public void Cut_text_is_a_beginning_and_a_half_is_no_half_character(NonNull<string> prefix, NonNull<string> text)
    {
        PassageText.Of(prefix.Get, text.Get, 1_000_000).ShouldBe(prefix.Get + text.Get);
        (prefix.Get + text.Get).ShouldStartWith(PassageText.Of(prefix.Get, text.Get, 16)[prefix.Get.Length..] is var cut ? prefix.Get + cut : "");
        if (PassageText.Half(text.Get) is { } half)
        {
            text.Get.ShouldStartWith(half);
            half.Length.ShouldBeInRange(1, text.Get.Length / 2);
            char.IsHighSurrogate(half[^1]).ShouldBeFalse();
        }
    }
}
