using BotKb.Models;
using BotKb.Simulators.OpenAi;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotKb.Tests.Models;

/// <summary>The real client on the simulator.</summary>
internal static class TestModel
{
    public static IChatClient Of(OpenAiSimulator simulator, Action<ModelOptions>? change = null)
    {
        var options = new ModelOptions { Endpoint = simulator.Endpoint.ToString(), Model = "sim", ApiKey = "secret-key", ContextTokens = 8_192, MaxAnswerTokens = 512 };
        change?.Invoke(options);
        new ModelOptionsValidator().Validate("main", options).Failed.ShouldBeFalse();
        return ModelServices.Open("main", options, TimeProvider.System, NullLogger<ModelChatClient>.Instance);
    }
}
