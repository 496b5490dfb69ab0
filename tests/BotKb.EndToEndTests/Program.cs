using BotKb.EndToEndTests;
using BotKb.EndToEndTests.EmbeddedPostgres;

// The rest is what xunit.v3 generates where a test project has no entry point of its own.
return args switch
{
    [ServerUser.Command, var folder] => await ServerUser.RunAsync(folder),
    _ when args.Contains("--server") || args.Contains("--internal-msbuild-node") =>
        await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
    _ => await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args),
};
