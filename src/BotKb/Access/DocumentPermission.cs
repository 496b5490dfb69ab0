namespace BotKb.Access;

/// <summary>The one place that says in SQL which documents a reader may read.</summary>
internal static class DocumentPermission
{
    /// <summary>A condition on the row <c>d</c> of the table document.</summary>
    /// <param name="principalKeys">The placeholder of the reader's principal keys, e.g. <c>$3</c>.</param>
    public static string Allows(string principalKeys) => $"""
        exists (
            select from permission_scope p where p.id = d.scope_id and (p.everyone or exists (
                select from scope_principal m join principal r on r.id = m.principal_id where m.scope_id = p.id and r.key = any({principalKeys}))))
        """;
}
