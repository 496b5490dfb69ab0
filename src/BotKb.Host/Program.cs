using BotKb.Sources.Extraction;

if (args is [ExtractionWorker.CommandName])
{
    return await ExtractionWorker.RunAsync(Console.OpenStandardInput(), Console.OpenStandardOutput(), CancellationToken.None);
}

return 2;
