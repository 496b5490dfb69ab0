using BotKb.Answering;
using BotKb.Host.Diagnosis;
using BotKb.Models;
using BotKb.Simulators.OpenAi;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BotKb.Tests.Models;

/// <summary>What <c>botkb doctor</c> says of models.</summary>
public sealed class ModelFindingsTests : IAsyncLifetime
{
    private OpenAiSimulator _simulator = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _simulator = await OpenAiSimulator.StartAsync(0, Token);

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Fact]
    public async Task No_model_is_no_fault()
    {
        foreach (var finding in await ExamineAsync(set: false))
        {
            finding.State.ShouldBe(FindingState.Good);
            finding.Text.ShouldStartWith("None is set");
        }
    }

    [Fact]
    public async Task Models_that_answer_are_good()
    {
        var findings = await ExamineAsync(set: true);

        findings.ShouldAllBe(finding => finding.State == FindingState.Good);
        findings[1].Text.ShouldContain("256 dimensions");
    }

    [Theory]
    [InlineData("401", FindingState.Broken)]
    [InlineData("503", FindingState.Limited)]
    public async Task Failure_is_told_with_its_sentence(string fault, string state)
    {
        _simulator.Fail(new OpenAiFault { Fault = fault, Times = 0 });

        foreach (var finding in await ExamineAsync(set: true))
        {
            finding.State.ShouldBe(state);
            finding.Text.ShouldStartWith("Models:main ");
        }
    }

    private async Task<Finding[]> ExamineAsync(bool set)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Models:main:Endpoint"] = _simulator.Endpoint.ToString(),
            ["Models:main:Model"] = "m",
            ["Models:main:Embedding:QuestionSeconds"] = "60",
            ["Answering:Model"] = set ? "main" : null,
            ["Retrieval:EmbeddingModel"] = set ? "main" : null,
        }).Build();
        await using var services = new ServiceCollection().AddAnswering(configuration).AddModels(configuration).BuildServiceProvider();
        return [await ModelFindings.ExamineLanguageModelAsync(services, Token), await ModelFindings.ExamineEmbeddingModelAsync(services, Token)];
    }
}
