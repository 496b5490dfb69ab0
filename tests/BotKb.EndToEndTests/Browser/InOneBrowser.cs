namespace BotKb.EndToEndTests.Browser;

/// <summary>The tests in a browser share one, and run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class InOneBrowser : ICollectionFixture<SharedChromium>
{
    public const string Name = "Browser";
}
