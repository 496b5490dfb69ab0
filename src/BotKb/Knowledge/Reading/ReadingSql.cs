using BotKb.Access;

namespace BotKb.Knowledge.Reading;

/// <summary>The statements of reading; those that a document's row comes from ask for the reader's right.</summary>
internal static class ReadingSql
{
    public static readonly string Document = $"""
        select coalesce(d.source_title, d.own_title), d.path, d.url, k.id, k.name, s.kind, d.chunk_count
        from document d join source s on s.id = d.source_id join knowledge_base k on k.id = s.knowledge_base_id
        where d.id = $1 and {DocumentPermission.Allows("$2")}
        """;

    public static readonly string Filter = $"select d.id from document d where d.id = any($1) and {DocumentPermission.Allows("$2")}";

    public static readonly string Original = $"""
        select s.kind, s.settings::text, d.item_id, d.path, d.version, d.size, d.modified_at
        from document d join source s on s.id = d.source_id
        where d.id = $1 and {DocumentPermission.Allows("$2")}
        """;

    public const string OrdinalOfChunk = "select ordinal from chunk where document_id = $1 and id = $2";

    public const string OrdinalOfQuote = """
        select ordinal from chunk
        where document_id = $1 and strpos(translate(text, E' \n\r\t\u00A0\u3000', ''), $2) > 0
        order by ordinal limit 1
        """;

    public const string Passages = """
        select id, ordinal, heading_path, page, sheet, slide, text from chunk
        where document_id = $1 and ordinal >= $2 order by ordinal limit $3
        """;
}
