using BotKb.Host.Commands;
using BotKb.Sources.Extraction;

return args is [ExtractionWorker.CommandName]
    ? await ExtractionWorker.RunAsync(Console.OpenStandardInput(), Console.OpenStandardOutput(), CancellationToken.None)
    : await CommandLine.RunAsync(args);
