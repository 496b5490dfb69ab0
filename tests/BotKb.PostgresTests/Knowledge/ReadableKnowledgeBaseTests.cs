using BotKb.Access;
using BotKb.Knowledge;
using BotKb.PostgresTests.Fixture;

namespace BotKb.PostgresTests.Knowledge;

public sealed class ReadableKnowledgeBaseTests(PostgresFixture postgres)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_knowledge_bases_with_a_document_that_the_reader_may_read_are_listed()
    {
        await using var knowledge = await TestKnowledge.CreateAsync(postgres, Cancelled);
        var catalog = knowledge.Get<KnowledgeBaseCatalog>();
        await catalog.CreateAsync("empty", Cancelled);
        knowledge.Source.Put("a", "The bonus of the board is secret.", readers: ReaderSet.Of(["user:anna@example.com"]));
        knowledge.Source.Put("b", "Nobody reads this.", readers: ReaderSet.Nobody);
        await knowledge.SyncAsync(Cancelled);

        (await catalog.ListReadableAsync(Of("anna@example.com"), Cancelled)).ShouldBe([new ReadableKnowledgeBase(knowledge.Kb, "test")]);
        (await catalog.ListReadableAsync(Of("bert@example.com"), Cancelled)).ShouldBeEmpty();
        (await catalog.ListReadableAsync(Reader.Anonymous, Cancelled)).ShouldBeEmpty();

        knowledge.Source.Put("c", "The canteen opens at noon.", readers: ReaderSet.All);
        await knowledge.SyncAsync(Cancelled);

        (await catalog.ListReadableAsync(Reader.Anonymous, Cancelled)).ShouldHaveSingleItem();
    }

    private static Reader Of(string email) => new(email, [$"user:{email}"]);
}
