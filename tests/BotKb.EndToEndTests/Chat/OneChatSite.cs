namespace BotKb.EndToEndTests.Chat;

/// <summary>The tests that share one host, one after the other.</summary>
[CollectionDefinition]
public sealed class OneChatSite : ICollectionFixture<ChatSite>;
