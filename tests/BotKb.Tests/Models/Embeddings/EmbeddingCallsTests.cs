using BotKb.Answering;
using BotKb.Models;
using BotKb.Models.Embeddings;
using BotKb.Retrieval.Dense;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace BotKb.Tests.Models.Embeddings;

public sealed class EmbeddingCallsTests
{
    private readonly SwiftTime _time = new();
    private readonly FakeLogger<EmbeddingModel> _log = new();

    [Fact]
    public async Task Waits_grow_until_the_service_is_given_up()
    {
        await Should.ThrowAsync<ModelException>(() => EmbedAsync(_ => throw new ModelException(ModelFailure.Busy, "busy")));

        var waits = _time.Waits.Select(wait => wait.TotalSeconds).ToList();
        waits.Count.ShouldBe(5);
        for (var i = 0; i < waits.Count; i++)
        {
            waits[i].ShouldBeInRange(0.5 * (1 << i), (0.5 * (1 << i)) + 0.5);
        }
    }

    [Fact]
    public async Task Service_is_not_asked_before_it_said()
    {
        var asked = 0;
        await EmbedAsync(_ =>
        {
            if (asked++ == 0)
            {
                throw new ModelException(ModelFailure.Busy, "busy", TimeSpan.FromSeconds(7));
            }
        });

        _time.Waits.ShouldHaveSingleItem().TotalSeconds.ShouldBeInRange(7, 7.5);
    }

    [Fact]
    public async Task Words_of_passages_are_not_logged()
    {
        var asked = 0;
        await EmbedAsync(_ =>
        {
            if (asked++ == 0)
            {
                throw new InvalidOperationException("the harbour");
            }
        });

        _log.Collector.GetSnapshot().ShouldHaveSingleItem().Message.ShouldNotContain("harbour");
    }

    [Fact]
    public async Task Endpoint_that_rested_is_asked_again()
    {
        var time = new FakeTimeProvider();
        var broken = true;
        using var vectors = new ScriptedVectors(_ =>
        {
            if (broken)
            {
                throw new ModelException(ModelFailure.Broken, "broken");
            }
        });
        var model = new EmbeddingModel("main", Options(), vectors, time, _log);
        for (var i = 0; i < 5; i++)
        {
            await Should.ThrowAsync<ModelException>(() => model.EmbedQuestionAsync("why", TestContext.Current.CancellationToken));
        }

        vectors.Calls.Count.ShouldBe(3);
        broken = false;
        time.Advance(TimeSpan.FromSeconds(11));
        (await model.EmbedQuestionAsync("why", TestContext.Current.CancellationToken)).Length.ShouldBe(ScriptedVectors.Dimensions);
    }

    [Fact]
    public async Task Requests_that_a_slow_service_does_not_get_through_become_smaller()
    {
        using var vectors = new ScriptedVectors(texts =>
        {
            if (texts.Count > 4)
            {
                throw new ModelException(ModelFailure.Silent, "slow");
            }
        });
        var model = new EmbeddingModel("main", Options(), vectors, _time, _log);
        string[] passages = [.. Enumerable.Range(0, 32).Select(i => $"word{i}")];

        (await model.EmbedPassagesAsync(passages, TestContext.Current.CancellationToken)).ShouldAllBe(passage => passage.Vector != null);
        var slow = vectors.Calls.Count(texts => texts.Count > 4);
        await model.EmbedPassagesAsync(passages, TestContext.Current.CancellationToken);
        vectors.Calls.Count(texts => texts.Count > 4).ShouldBe(slow);
    }

    [Fact]
    public async Task Service_that_was_broken_for_a_while_still_takes_requests_of_the_old_size()
    {
        var failures = 7;
        using var vectors = new ScriptedVectors(texts =>
        {
            if (texts.Count > 1 && failures-- > 0)
            {
                throw new ModelException(ModelFailure.Broken, "broken");
            }
        });
        var model = new EmbeddingModel("main", Options(), vectors, _time, _log);
        string[] passages = [.. Enumerable.Range(0, 32).Select(i => $"word{i}")];
        await model.EmbedPassagesAsync(passages, TestContext.Current.CancellationToken);
        await model.EmbedPassagesAsync(passages, TestContext.Current.CancellationToken);

        vectors.Calls[^1].Count.ShouldBe(32);
    }

    [Theory]
    [InlineData(ModelFailure.Broken, 6)]
    [InlineData(ModelFailure.Silent, 2)]
    public async Task Text_is_not_shortened_because_the_service_was_away(ModelFailure failure, int failures)
    {
        using var vectors = new ScriptedVectors(_ =>
        {
            if (failures-- > 0)
            {
                throw new ModelException(failure, "away");
            }
        });
        await new EmbeddingModel("main", Options(), vectors, _time, _log).EmbedPassagesAsync(["the whole text"], TestContext.Current.CancellationToken);

        vectors.Calls[^1].ShouldBe(["the whole text"]);
    }

    private static ModelOptions Options() =>
        new() { Endpoint = "http://127.0.0.1:9", Model = "m", Embedding = new EmbeddingOptions { TimeoutSeconds = 3_600 } };

    private Task<IReadOnlyList<EmbeddedPassage>> EmbedAsync(Action<IReadOnlyList<string>> before)
    {
        return new EmbeddingModel("main", Options(), new ScriptedVectors(before), _time, _log)
            .EmbedPassagesAsync(["the harbour"], TestContext.Current.CancellationToken);
    }
}
