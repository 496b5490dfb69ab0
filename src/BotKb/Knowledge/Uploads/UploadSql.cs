namespace BotKb.Knowledge.Uploads;

/// <summary>The statements of the uploads.</summary>
internal static class UploadSql
{
    /// <summary>Adds an incomplete upload, unless the name is taken by a file for other readers.</summary>
    public const string Begin = """
        insert into upload (source_id, name, size, uploaded_by, uploaded_at)
        select s.id, $2, 0, $3, $4 from source s
        where s.id = $1 and not exists (
            select from upload u join source o on o.id = u.source_id
            where o.knowledge_base_id = s.knowledge_base_id and o.kind = $5 and o.id <> s.id and u.name = $2 and u.content_hash is not null)
        returning id
        """;

    /// <summary>Adds a part; harmless when repeated.</summary>
    public const string Append =
        "insert into upload_part (upload_id, ordinal, bytes) values ($1, $2, $3) on conflict (upload_id, ordinal) do nothing";

    /// <summary>Holds the knowledge base of a source, so that uploads to it become complete one after the other.</summary>
    public const string Hold = """
        select k.id from knowledge_base k where k.id = (select knowledge_base_id from source where id = $1) for no key update
        """;

    /// <summary>True where a file of this name is there for other readers.</summary>
    public const string IsTaken = """
        select exists (
            select from upload u join source o on o.id = u.source_id join source s on s.knowledge_base_id = o.knowledge_base_id
            where s.id = $1 and o.kind = s.kind and o.id <> s.id and u.name = $2 and u.content_hash is not null)
        """;

    public const string Replace = "delete from upload where source_id = $1 and name = $2 and content_hash is not null and id <> $3";

    public const string Complete = """
        update upload set content_hash = $2, size = $3, uploaded_at = case when content_hash is null then $4 else uploaded_at end
        where id = $1
        """;

    public const string Abandon = "delete from upload where id = $1 and content_hash is null";

    public const string List = """
        select u.id, u.name, u.size, u.content_hash, u.uploaded_at,
            coalesce((select sum(octet_length(p.bytes)) from upload_part p where p.upload_id = u.id), 0) = u.size
        from upload u join source s on s.id = u.source_id
        where s.knowledge_base_id = $1 and s.kind = $2 and s.location = $3 and u.content_hash is not null
        order by u.name
        """;

    public const string Find = """
        select u.id, u.size from upload u join source s on s.id = u.source_id
        where s.knowledge_base_id = $1 and s.kind = $2 and s.location = $3 and u.name = $4 and u.content_hash is not null
        """;

    public const string Summarize = """
        select u.id, u.name, u.size, s.settings::text, u.uploaded_by, u.uploaded_at, d.id, d.status, d.reason
        from upload u join source s on s.id = u.source_id left join document d on d.source_id = u.source_id and d.item_id = u.name
        where s.knowledge_base_id = $1 and s.kind = $2 and u.content_hash is not null
        order by u.name
        """;

    public const string Delete = """
        with gone as (
            delete from upload u using source s
            where s.id = u.source_id and s.knowledge_base_id = $1 and s.kind = $2 and u.id = $3 and u.content_hash is not null
            returning u.source_id, u.name),
        withdrawn as (
            delete from document d using gone where d.source_id = gone.source_id and d.item_id = gone.name)
        select source_id from gone
        """;
}
