using System.CommandLine;
using BotKb.Simulators.OpenAi;

var openAiPort = new Option<int?>("--openai-port") { Description = "Port of the OpenAI-compatible model server; 0 takes a free one." };
var command = new RootCommand("Stand-ins for the services that BotKb works with. They run until Ctrl+C.") { openAiPort };
command.SetAction(async (result, cancellationToken) =>
{
    if (result.GetValue(openAiPort) is not { } port)
    {
        await Console.Error.WriteLineAsync("Name at least one simulator, e.g. --openai-port 8080.");
        return 2;
    }

    await using var openAi = await OpenAiSimulator.StartAsync(port, cancellationToken);
    Console.WriteLine($"ready {openAi.Endpoint}");
    var stopped = new TaskCompletionSource();
    await using (cancellationToken.Register(stopped.SetResult))
    {
        await stopped.Task;
    }

    return 0;
});
return await command.Parse(args).InvokeAsync();
