namespace BotKb.Data.Migrations;

/// <summary>
/// The one row of <c>feed_mark</c> says what the feeds still hold. Deletions of transactions below <c>horizon</c> are purged; <c>next</c>
/// will be the horizon an hour after <c>next_at</c>: by then every host that lives has seen what had been committed when it was noted,
/// however long its transaction was open. A new <c>epoch</c> tells hosts that the stamps have been renewed.
/// </summary>
internal static class FeedMarkSql
{
    public const string Create = """
        create table feed_mark (
            single boolean primary key default true check (single),
            epoch uuid not null default gen_random_uuid(),
            horizon xid8 not null default '0',
            next xid8 not null default '0',
            next_at timestamptz not null default now());
        insert into feed_mark default values;
        alter table chunk_gone drop column at;
        """;

    public const string Drop = """
        alter table chunk_gone add column at timestamptz not null default now();
        drop table feed_mark;
        """;
}
