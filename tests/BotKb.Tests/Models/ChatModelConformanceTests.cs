using BotKb.Answering;
using BotKb.Simulators.OpenAi;
using Microsoft.Extensions.AI;

namespace BotKb.Tests.Models;

/// <summary>What every chat client of BotKb keeps; a provider inherits this and says how it reaches a server that plays the script.</summary>
public abstract class ChatModelConformanceTests : IAsyncLifetime
{
    private static readonly ChatMessage[] Messages = [new(ChatRole.System, "Answer."), new(ChatRole.User, "How long is the leave?")];

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();

    [Theory]
    [InlineData("New employees get 25 days. 新员工有二十五天年假。")]
    [InlineData("Line one\n\n- item [1]\n- item 👩‍👩‍👧 [2]\n")]
    public async Task Text_arrives_whole_in_pieces(string text)
    {
        Play(new OpenAiScript { Text = text });
        var updates = await ReadAsync(Client());

        string.Concat(updates.Select(update => update.Text)).ShouldBe(text);
        updates.Count(update => update.Text.Length > 0).ShouldBeGreaterThan(1);
        updates.ShouldContain(update => update.FinishReason == ChatFinishReason.Stop);
    }

    [Fact]
    public async Task Usage_arrives_with_the_stream()
    {
        Play(new OpenAiScript { Text = "One two three" });

        var usage = (await ReadAsync(Client())).SelectMany(update => update.Contents).OfType<UsageContent>().Single();
        usage.Details.OutputTokenCount.ShouldBe(3);
        usage.Details.InputTokenCount!.Value.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Thinking_is_not_passed_on()
    {
        Play(new OpenAiScript { Text = "<think>They want\nleave.</think>\n\n25 days.", Reasoning = "Let me think.", CharactersPerToken = 3 });
        var updates = await ReadAsync(Client());

        string.Concat(updates.Select(update => update.Text)).ShouldBe("25 days.");
        updates.SelectMany(update => update.Contents).OfType<TextReasoningContent>().ShouldBeEmpty();
    }

    [Fact]
    public async Task Cancelling_ends_the_call_at_the_server()
    {
        Play(new OpenAiScript { Text = string.Concat(Enumerable.Repeat("word ", 500)), TokensPerSecond = 100 });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var update in Client().GetStreamingResponseAsync(Messages, null, stop.Token))
            {
                if (update.Text.Length > 0)
                {
                    await stop.CancelAsync();
                }
            }
        });

        await ServerSawTheEndAsync();
    }

    [Theory]
    [InlineData("401", ModelFailure.Unauthorised, FailureKind.TellAdmin, 1)]
    [InlineData("403", ModelFailure.Unauthorised, FailureKind.TellAdmin, 1)]
    [InlineData("402", ModelFailure.NoCredit, FailureKind.TellAdmin, 1)]
    [InlineData("insufficient-quota", ModelFailure.NoCredit, FailureKind.TellAdmin, 1)]
    [InlineData("404", ModelFailure.NotAModel, FailureKind.TellAdmin, 1)]
    [InlineData("422", ModelFailure.Refused, FailureKind.TellAdmin, 1)]
    [InlineData("429", ModelFailure.Busy, FailureKind.Retry, 2)]
    [InlineData("503", ModelFailure.Busy, FailureKind.Retry, 2)]
    [InlineData("529", ModelFailure.Busy, FailureKind.Retry, 2)]
    [InlineData("500", ModelFailure.Broken, FailureKind.Retry, 2)]
    [InlineData("context-length", ModelFailure.ContextTooLong, FailureKind.GiveUp, 1)]
    [InlineData("content-filter", ModelFailure.Filtered, FailureKind.GiveUp, 1)]
    [InlineData("html", ModelFailure.NotAModel, FailureKind.TellAdmin, 1)]
    [InlineData("garbage", ModelFailure.NotAModel, FailureKind.TellAdmin, 1)]
    [InlineData("empty", ModelFailure.Broken, FailureKind.Retry, 2)]
    public async Task Failure_before_the_first_word_is_typed(string fault, ModelFailure failure, FailureKind kind, int calls)
    {
        Fail(new OpenAiFault { Fault = fault, Times = 0 });

        var exception = await Should.ThrowAsync<ModelException>(() => ReadAsync(Client()));
        exception.Failure.ShouldBe(failure);
        exception.Kind.ShouldBe(kind);
        exception.Message.ShouldNotContain("secret-key");
        exception.Message.ShouldContain("Models:main");
        CallCount.ShouldBe(calls);
    }

    [Theory]
    [InlineData("error-in-stream")]
    [InlineData("cut")]
    [InlineData("no-finish")]
    public async Task Failure_in_mid_stream_comes_after_the_words_and_is_not_tried_again(string fault)
    {
        Play(new OpenAiScript { Text = "one two three four five" });
        Fail(new OpenAiFault { Fault = fault, AfterTokens = 2 });
        var words = "";

        var exception = await Should.ThrowAsync<ModelException>(async () =>
        {
            await foreach (var update in Client().GetStreamingResponseAsync(Messages, null, Token))
            {
                words += update.Text;
            }
        });
        exception.Kind.ShouldBe(FailureKind.Retry);
        exception.Message.Split("Models:main").Length.ShouldBe(2);
        words.ShouldBe("one two");
        CallCount.ShouldBe(1);
    }

    [Theory]
    [InlineData("429", 0.2)]
    [InlineData("503", null)]
    [InlineData("503", double.NegativeInfinity)]
    public async Task Busy_service_is_asked_once_more(string fault, double? retryAfter)
    {
        Play(new OpenAiScript { Text = "Here I am." });
        Fail(new OpenAiFault { Fault = fault, RetryAfterSeconds = retryAfter });

        string.Concat((await ReadAsync(Client())).Select(update => update.Text)).ShouldBe("Here I am.");
        CallCount.ShouldBe(2);
    }

    [Fact]
    public async Task Service_that_asks_for_a_long_wait_is_not_waited_for()
    {
        Fail(new OpenAiFault { Fault = "429", RetryAfterSeconds = 60 });

        (await Should.ThrowAsync<ModelException>(() => ReadAsync(Client()))).RetryAfter.ShouldBe(TimeSpan.FromSeconds(60));
        CallCount.ShouldBe(1);
    }

    [Theory]
    [InlineData("hang")]
    [InlineData("hang-mid-stream")]
    public async Task Silence_ends(string fault)
    {
        Play(new OpenAiScript { Text = "one two three four five" });
        Fail(new OpenAiFault { Fault = fault, Times = 0 });

        (await Should.ThrowAsync<ModelException>(() => ReadAsync(ImpatientClient()))).Failure.ShouldBe(ModelFailure.Silent);
        await ServerSawTheEndAsync();
    }

    [Fact]
    public async Task Whole_answer_is_the_stream_joined()
    {
        Play(new OpenAiScript { Text = "One two three" });

        (await Client().GetResponseAsync(Messages, null, Token)).Text.ShouldBe("One two three");
    }

    /// <summary>How many calls the server received.</summary>
    protected abstract int CallCount { get; }

    /// <summary>The client with its key <c>secret-key</c>, as Models:main.</summary>
    protected abstract IChatClient Client();

    /// <summary>The same that waits for less than half a second.</summary>
    protected abstract IChatClient ImpatientClient();

    /// <summary>Makes the server play a script.</summary>
    protected abstract void Play(OpenAiScript script);

    /// <summary>Makes the server fail.</summary>
    protected abstract void Fail(OpenAiFault fault);

    /// <summary>Returns once the server saw that the client closed the last call.</summary>
    protected abstract Task ServerSawTheEndAsync();

    private static async Task<List<ChatResponseUpdate>> ReadAsync(IChatClient client)
    {
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in client.GetStreamingResponseAsync(Messages, new ChatOptions { MaxOutputTokens = 100 }, Token))
        {
            updates.Add(update);
        }

        return updates;
    }
}
