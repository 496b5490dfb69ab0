using BotKb.Data;
using BotKb.PostgresTests.Fixture;
using BotKb.PostgresTests.Knowledge;
using Microsoft.EntityFrameworkCore;

namespace BotKb.PostgresTests.Data;

public sealed class MigrateDatabaseTests(PostgresFixture postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Migrations_hold_everything_that_the_model_needs()
    {
        await using var knowledge = await TestKnowledge.CreateAsync(postgres, Cancellation);
        await using var context = await knowledge.Get<IDbContextFactory<BotKbContext>>().CreateDbContextAsync(Cancellation);

        context.Database.HasPendingModelChanges().ShouldBeFalse();
    }

    [Fact]
    public async Task Second_migration_applies_nothing()
    {
        await using var knowledge = await TestKnowledge.CreateAsync(postgres, Cancellation);

        (await knowledge.Get<MigrateDatabase>().RunAsync(Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Database_of_a_newer_program_is_refused_in_a_sentence()
    {
        await using var knowledge = await TestKnowledge.CreateAsync(postgres, Cancellation);
        await knowledge.QueryAsync("insert into \"__EFMigrationsHistory\" values ('29990101000000_Future', '99')", Cancellation);

        var failure = await Should.ThrowAsync<BotKbException>(() => knowledge.Get<MigrateDatabase>().RunAsync(Cancellation));

        failure.Message.ShouldContain("newer BotKb");
    }

    [Theory]
    [InlineData("select id from document where (xid >= '99'::xid8 or xid = any('{5,7}'::xid8[]))", "ix_document_xid")]
    [InlineData("select id from chunk where (xid >= '99'::xid8 or xid = any('{5,7}'::xid8[]))", "ix_chunk_xid")]
    [InlineData("select chunk_id from chunk_gone where (xid >= '99'::xid8 or xid = any('{5,7}'::xid8[]))", "ix_chunk_gone_xid")]
    [InlineData(
        "select id from document where source_id = 1 and id > 5 and status = 'pending' order by id limit 500", "ix_document_pending")]
    [InlineData("delete from chunk where document_id = any('{1,2}')", "ix_chunk_document_id")]
    public async Task Frequent_statements_have_an_index_to_use(string sql, string index)
    {
        await using var knowledge = await TestKnowledge.CreateAsync(postgres, Cancellation);

        var plan = await knowledge.QueryAsync($"set enable_seqscan = off; explain {sql}", Cancellation);

        string.Join('\n', plan).ShouldContain(index);
    }
}
