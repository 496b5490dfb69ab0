using BotKb.Answering;
using BotKb.Models.Embeddings;
using BotKb.Retrieval.Dense;
using BotKb.Simulators.OpenAi;

namespace BotKb.Tests.Models.Embeddings;

/// <summary>
/// What every embedding model of BotKb keeps; a protocol inherits this and says how it reaches a server that plays the script.
/// </summary>
public abstract class EmbeddingModelConformanceTests : IAsyncLifetime
{
    private const string Secret = "the secret of the harbour";
    private static readonly string[] Passages = ["Leave is 25 days a year.", "年假每年二十五天。", "The harbour opens at nine.", "Zulu 👩‍👩‍👧 \uD800 tail"];

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();

    [Fact]
    public async Task Each_passage_has_its_own_vector_of_length_one()
    {
        Play(new EmbeddingScript { Dimensions = 96, Length = 7 });
        var results = await Model().EmbedPassagesAsync(Passages, Token);

        results.Count.ShouldBe(Passages.Length);
        for (var i = 0; i < 3; i++)
        {
            results[i].Reason.ShouldBeEmpty();
            results[i].Vector!.Length.ShouldBe(96);
            Dot(results[i].Vector!, results[i].Vector!).ShouldBe(1, 1e-4);
            Dot(results[i].Vector!, WordVectors.Of(Passages[i], 96, 1)).ShouldBe(1, 1e-4);
        }

        results[3].Vector.ShouldNotBeNull();
    }

    [Fact]
    public async Task Question_is_near_the_passage_that_it_shares_words_with()
    {
        var model = Model();
        var passages = await model.EmbedPassagesAsync(Passages, Token);
        var question = await model.EmbedQuestionAsync("When is the harbour open?", Token);

        passages.Select(passage => Dot(passage.Vector!, question)).ToList().IndexOf(passages.Max(passage => Dot(passage.Vector!, question))).ShouldBe(2);
    }

    [Fact]
    public async Task Requests_hold_no_more_than_allowed_and_order_is_kept()
    {
        string[] passages = [.. Enumerable.Range(0, 25).Select(i => $"word{i} and {(i % 2 == 0 ? "even" : "odd")}")];
        var results = await Model(options => options.BatchTexts = 10).EmbedPassagesAsync(passages, Token);

        Texts.Select(texts => texts.Count).ShouldBe([10, 10, 5]);
        ShouldBeOf(passages, results);
    }

    [Fact]
    public async Task Requests_hold_no_more_tokens_than_allowed()
    {
        string[] passages = [.. Enumerable.Range(0, 8).Select(i => $"word{i} " + new string('x', 90))];
        ShouldBeOf(passages, await Model(options => options.BatchTokens = 120).EmbedPassagesAsync(passages, Token));

        Texts.ShouldAllBe(texts => texts.Count == 2);
    }

    [Fact]
    public async Task Request_refused_as_too_large_is_halved_and_the_size_is_remembered()
    {
        Play(new EmbeddingScript { MaxTexts = 5 });
        string[] passages = [.. Enumerable.Range(0, 30).Select(i => $"word{i}")];
        var model = Model(options => options.BatchTexts = 16);

        ShouldBeOf(passages, await model.EmbedPassagesAsync(passages, Token));
        var refused = Texts.Count(texts => texts.Count > 5);
        ShouldBeOf(passages, await model.EmbedPassagesAsync(passages, Token));
        Texts.Count(texts => texts.Count > 5).ShouldBe(refused);
        refused.ShouldBeLessThanOrEqualTo(3);
    }

    [Fact]
    public async Task Text_that_is_too_long_is_shortened_and_its_neighbours_are_whole()
    {
        Play(new EmbeddingScript { MaxCharacters = 100 });
        string[] passages = ["first", string.Concat(Enumerable.Repeat("long words 长文 ", 20)), "last"];
        var results = await Model().EmbedPassagesAsync(passages, Token);

        ShouldBeOf(["first", "last"], [results[0], results[2]]);
        Dot(results[1].Vector!, WordVectors.Of(passages[1], 256, 1)).ShouldBeGreaterThan(0.9);
    }

    [Theory]
    [InlineData("400")]
    [InlineData("413")]
    [InlineData("422")]
    [InlineData("500")]
    [InlineData("nan")]
    [InlineData("zero")]
    [InlineData("content-filter")]
    public async Task Text_that_is_refused_is_given_up_with_a_reason_without_its_words(string fault)
    {
        Fail(new OpenAiFault { Fault = fault, Match = "harbour", Times = 0 });
        string[] passages = [string.Concat(Enumerable.Repeat("harbour ", 40)), "second", "third", "fourth"];
        var results = await Model().EmbedPassagesAsync(passages, Token);

        results[0].Vector.ShouldBeNull();
        results[0].Reason.ShouldStartWith("Models:main ");
        results[0].Reason.ShouldNotContain("harbour");
        ShouldBeOf(passages[1..], [.. results.Skip(1)]);
    }

    [Fact]
    public async Task Empty_passage_is_given_up_without_a_call()
    {
        (await Model().EmbedPassagesAsync(["  "], Token)).ShouldHaveSingleItem().Reason.ShouldNotBeEmpty();
        (await Model().EmbedPassagesAsync([], Token)).ShouldBeEmpty();
        Texts.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("400", ModelFailure.Refused)]
    [InlineData("401", ModelFailure.Unauthorised)]
    [InlineData("402", ModelFailure.NoCredit)]
    [InlineData("403", ModelFailure.Unauthorised)]
    [InlineData("404", ModelFailure.NotAModel)]
    [InlineData("413", ModelFailure.ContextTooLong)]
    [InlineData("422", ModelFailure.Refused)]
    [InlineData("424", ModelFailure.Refused)]
    [InlineData("429", ModelFailure.Busy)]
    [InlineData("500", ModelFailure.Broken)]
    [InlineData("503", ModelFailure.Busy)]
    [InlineData("insufficient-quota", ModelFailure.NoCredit)]
    [InlineData("html", ModelFailure.NotAModel)]
    [InlineData("garbage", ModelFailure.NotAModel)]
    [InlineData("empty", ModelFailure.NotAModel)]
    [InlineData("wrong-length", ModelFailure.NotAModel)]
    [InlineData("mixed-lengths", ModelFailure.NotAModel)]
    [InlineData("nan", ModelFailure.Broken)]
    [InlineData("zero", ModelFailure.Broken)]
    [InlineData("too-few-rows", ModelFailure.NotAModel)]
    public async Task Failure_is_typed_and_holds_neither_key_nor_words(string fault, ModelFailure failure)
    {
        Fail(new OpenAiFault { Fault = fault, Times = 0 });
        var model = Model(options => options.Dimensions = 64);

        await ShouldFailAsync(() => model.EmbedPassagesAsync([Secret, Secret + " too"], Token), failure);
        if (fault != "mixed-lengths")
        {
            var calls = Texts.Count;
            await ShouldFailAsync(() => model.EmbedQuestionAsync(Secret, Token), failure);
            (Texts.Count - calls).ShouldBe(1);
        }
    }

    [Theory]
    [InlineData("429", 0.2)]
    [InlineData("429", null)]
    [InlineData("503", null)]
    [InlineData("500", null)]
    public async Task Passages_are_tried_again_where_the_service_is_in_trouble(string fault, double? retryAfter)
    {
        Fail(new OpenAiFault { Fault = fault, Times = 3, RetryAfterSeconds = retryAfter });

        ShouldBeOf(Passages[..3], await Model().EmbedPassagesAsync(Passages[..3], Token));
        Texts.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Passages_are_not_tried_for_ever()
    {
        Fail(new OpenAiFault { Fault = "503", Times = 0 });

        await ShouldFailAsync(() => Model().EmbedPassagesAsync(Passages, Token), ModelFailure.Busy);
        Texts.Count.ShouldBeInRange(3, 10);
    }

    [Fact]
    public async Task Long_wait_is_left_to_the_caller()
    {
        Fail(new OpenAiFault { Fault = "429", RetryAfterSeconds = 600 });

        (await Should.ThrowAsync<ModelException>(() => Model().EmbedPassagesAsync(Passages, Token))).RetryAfter.ShouldBe(TimeSpan.FromMinutes(10));
        Texts.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Questions_do_not_wait_again_and_again_for_a_service_in_trouble()
    {
        Fail(new OpenAiFault { Fault = "503", Times = 0 });
        var model = Model();
        for (var i = 0; i < 10; i++)
        {
            await ShouldFailAsync(() => model.EmbedQuestionAsync(Secret, Token), ModelFailure.Busy);
        }

        Texts.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("hang")]
    [InlineData("crawl")]
    public async Task Silence_ends_and_so_does_the_call(string fault)
    {
        Fail(new OpenAiFault { Fault = fault, Times = 0 });
        var model = Model(options => (options.QuestionSeconds, options.TimeoutSeconds) = (30, 20));

        await ShouldFailAsync(() => model.EmbedQuestionAsync(Secret, Token), ModelFailure.Silent);
        Texts.Count.ShouldBe(1);
        await ServerSawTheEndAsync();
        await ShouldFailAsync(() => model.EmbedPassagesAsync([Secret], Token), ModelFailure.Silent);
        await ServerSawTheEndAsync();
    }

    [Fact]
    public async Task Cancelling_ends_the_call_at_the_server()
    {
        Fail(new OpenAiFault { Fault = "hang" });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var embedding = Model().EmbedPassagesAsync(Passages, stop.Token);
        await ServerHasCallAsync();
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => embedding);
        await ServerSawTheEndAsync();
    }

    [Fact]
    public async Task Server_that_is_not_there_is_broken()
    {
        await DisposeAsync();

        await ShouldFailAsync(() => Model().EmbedQuestionAsync(Secret, Token), ModelFailure.Broken);
    }

    [Fact]
    public async Task Other_dimension_than_before_is_a_failure()
    {
        var model = Model();
        await model.EmbedPassagesAsync(Passages, Token);
        Play(new EmbeddingScript { Dimensions = 128 });

        await ShouldFailAsync(() => model.EmbedQuestionAsync(Secret, Token), ModelFailure.NotAModel);
        await ShouldFailAsync(() => model.EmbedPassagesAsync([Secret], Token), ModelFailure.NotAModel);
    }

    [Fact]
    public async Task Prefixes_and_dimensions_are_sent()
    {
        var model = Model(options => (options.QuestionPrefix, options.PassagePrefix, options.Dimensions) = ("query: ", "passage: ", 32));
        (await model.EmbedQuestionAsync("why", Token)).Length.ShouldBe(32);
        (await model.EmbedPassagesAsync(["because"], Token))[0].Vector!.Length.ShouldBe(32);

        Texts.ShouldBe([["query: why"], ["passage: because"]]);
    }

    [Fact]
    public async Task Long_text_is_cut_before_it_is_sent_and_keeps_its_prefix()
    {
        var model = Model(options => (options.PassagePrefix, options.MaxTokens) = ("passage: ", 16));
        await model.EmbedPassagesAsync([string.Concat(Enumerable.Repeat("word ", 100))], Token);

        Texts[0][0].ShouldStartWith("passage: word");
        Texts[0][0].Length.ShouldBeLessThan(100);
    }

    [Fact]
    public async Task Many_at_once_each_have_their_own()
    {
        var model = Model(options => options.BatchTexts = 3);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async n =>
        {
            string[] passages = [.. Enumerable.Range(0, 10).Select(i => $"word{n}x{i}")];
            ShouldBeOf(passages, await model.EmbedPassagesAsync(passages, Token));
        }));
    }

    /// <summary>The texts of each call that the server received.</summary>
    protected abstract IReadOnlyList<IReadOnlyList<string>> Texts { get; }

    /// <summary>The model with its key <c>secret-key</c>, as Models:main, in <see cref="SwiftTime"/>.</summary>
    protected abstract IEmbeddingModel Model(Action<EmbeddingOptions>? change = null);

    /// <summary>Makes the server make vectors otherwise.</summary>
    protected abstract void Play(EmbeddingScript script);

    /// <summary>Makes the server fail.</summary>
    protected abstract void Fail(OpenAiFault fault);

    /// <summary>Returns once the server has a call.</summary>
    protected abstract Task ServerHasCallAsync();

    /// <summary>Returns once the server saw that the client closed the last call.</summary>
    protected abstract Task ServerSawTheEndAsync();

    protected static async Task ShouldFailAsync(Func<Task> call, ModelFailure failure)
    {
        var exception = await Should.ThrowAsync<ModelException>(call);
        exception.Failure.ShouldBe(failure, exception.Message);
        exception.Message.ShouldStartWith("Models:main");
        exception.Message.ShouldEndWith(".");
        exception.ToString().ShouldNotContain("harbour");
        exception.ToString().ShouldNotContain("secret-key");
    }

    protected static void ShouldBeOf(IReadOnlyList<string> passages, IReadOnlyList<EmbeddedPassage> results)
    {
        results.Count.ShouldBe(passages.Count);
        for (var i = 0; i < passages.Count; i++)
        {
            Dot(results[i].Vector!, WordVectors.Of(passages[i], 256, 1)).ShouldBe(1, 1e-4, $"passage {i}");
        }
    }

    private static double Dot(float[] one, float[] other) => one.Zip(other, (a, b) => (double)a * b).Sum();
}
