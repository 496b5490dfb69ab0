using BotKb.Answering;
using BotKb.Retrieval;
using BotKb.Simulators.OpenAi;
using BotKb.Tests.Models;

namespace BotKb.Tests.Answering;

/// <summary>The engine with the real client on the simulated model server.</summary>
public sealed class AnswerThroughModelTests : IAsyncLifetime
{
    private const string Asked = "How many days of annual leave do new employees get?";
    private static readonly Passage Leave = Passages.Of("New employees get 25 days of annual leave. Ask your manager.", title: "Leave policy");
    private OpenAiSimulator _simulator = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _simulator = await OpenAiSimulator.StartAsync(0, Token);

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Fact]
    public async Task Simulated_model_answers_from_the_passages()
    {
        var answer = await AskAsync();

        answer.Text.ShouldBe("New employees get 25 days of annual leave. [1]");
        answer.Cited.Single().Passage.ShouldBe(Leave);
        answer.Trace.Model.ShouldBe("main");
        answer.Trace.OutputTokens!.Value.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("hang")]
    [InlineData("401")]
    [InlineData("402")]
    [InlineData("429")]
    [InlineData("500")]
    [InlineData("html")]
    [InlineData("error-in-stream")]
    [InlineData("cut")]
    [InlineData("no-finish")]
    [InlineData("hang-mid-stream")]
    [InlineData("garbage")]
    [InlineData("context-length")]
    [InlineData("content-filter")]
    public async Task Every_fault_ends_in_the_documents_and_a_notice(string fault)
    {
        _simulator.Fail(new OpenAiFault { Fault = fault, Times = 0 });
        var answer = await AskAsync(seconds: 0.5);

        answer.Text.ShouldContain("25 days of annual leave. [1]");
        answer.Outcome.ShouldBe(AnswerOutcome.Answered);
        answer.Notice!.ShouldContain("the documents are quoted instead");
        answer.Trace.Fallback!.ShouldContain("Models:main");
        answer.Trace.Fallback!.ShouldNotContain("secret-key");
    }

    // Patient where an answer is expected, however busy the machine is.
    private Task<Engine.Answered> AskAsync(double seconds = 60) => Engine.AskAsync(
        Asked, new FixedSearch(Leave), TestModel.Of(_simulator, options => (options.FirstTokenSeconds, options.IdleSeconds) = (seconds, seconds)));
}
