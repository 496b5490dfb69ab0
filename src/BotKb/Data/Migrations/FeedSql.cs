namespace BotKb.Data.Migrations;

/// <summary>
/// What EF Core cannot express of the first tables: case-blind names, and the feed of the lexical index. Each change of a chunk or of a
/// document's scope is stamped with its transaction, so that a reader who knows the snapshot of its last visit (<see cref="ChangeCursor"/>)
/// misses nothing and needs no lock.
/// </summary>
internal static class FeedSql
{
    public const string Create = """
        create unique index ix_knowledge_base_name on knowledge_base (lower(name));

        alter table chunk alter column lex set storage external;
        alter table chunk add column xid xid8 not null default pg_current_xact_id();
        create index ix_chunk_xid on chunk (xid);

        alter table document add column xid xid8 not null default pg_current_xact_id();
        create index ix_document_xid on document (xid);
        create function document_scope_changed() returns trigger language plpgsql as
        $$ begin new.xid := pg_current_xact_id(); return new; end $$;
        create trigger document_scope_changed before update of scope_id on document
            for each row when (old.scope_id is distinct from new.scope_id) execute function document_scope_changed();

        create table chunk_gone (
            chunk_id bigint not null,
            xid xid8 not null default pg_current_xact_id(),
            at timestamptz not null default now());
        create index ix_chunk_gone_xid on chunk_gone (xid);
        create function chunk_deleted() returns trigger language plpgsql as
        $$ begin insert into chunk_gone (chunk_id) select id from gone; return null; end $$;
        create trigger chunk_deleted after delete on chunk
            referencing old table as gone for each statement execute function chunk_deleted();
        """;

    public const string Drop = """
        drop trigger chunk_deleted on chunk;
        drop function chunk_deleted;
        drop table chunk_gone;
        drop trigger document_scope_changed on document;
        drop function document_scope_changed;
        """;
}
