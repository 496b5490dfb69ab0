using BotKb.Access;
using BotKb.Data;
using Npgsql;
using NpgsqlTypes;

namespace BotKb.Knowledge.Sync;

/// <summary>A reported item as it is copied into the transaction's table; a reason says why it is not read.</summary>
internal sealed record ItemRow(SourceItem Item, long ScopeId, string? Reason)
{
    /// <summary>The row of a change; null where the item is gone.</summary>
    public static async Task<ItemRow?> OfAsync(SourceChange change, ScopeRows scopes, CancellationToken cancellationToken) => change switch
    {
        SourceChange.Upserted { Item: var item } => new ItemRow(item, await scopes.OfAsync(item.Readers, cancellationToken), null),
        SourceChange.Failed failed => new ItemRow(
            new SourceItem(failed.ItemId, failed.Path, "", 0, DateTimeOffset.UnixEpoch, ReaderSet.Nobody),
            await scopes.OfAsync(ReaderSet.Nobody, cancellationToken),
            failed.Reason),
        _ => null,
    };

    public async Task WriteAsync(NpgsqlBinaryImporter copy, CancellationToken cancellationToken)
    {
        await copy.StartRowAsync(cancellationToken);
        await copy.WriteAsync(PostgresText.Clean(Item.ItemId), NpgsqlDbType.Text, cancellationToken);
        await copy.WriteAsync(PostgresText.Clean(Item.Path), NpgsqlDbType.Text, cancellationToken);
        await copy.WriteAsync(PostgresText.Clean(Item.Version), NpgsqlDbType.Text, cancellationToken);
        await copy.WriteAsync(Item.Size, NpgsqlDbType.Bigint, cancellationToken);
        await copy.WriteAsync(Item.ModifiedAt.ToUniversalTime(), NpgsqlDbType.TimestampTz, cancellationToken);
        await WriteOptionalAsync(copy, Item.Title, cancellationToken);
        await WriteOptionalAsync(copy, Item.Url, cancellationToken);
        await copy.WriteAsync(ScopeId, NpgsqlDbType.Bigint, cancellationToken);
        await WriteOptionalAsync(copy, Reason, cancellationToken);
    }

    private static Task WriteOptionalAsync(NpgsqlBinaryImporter copy, string? text, CancellationToken cancellationToken) =>
        text is null
            ? copy.WriteNullAsync(cancellationToken)
            : copy.WriteAsync(PostgresText.Clean(text), NpgsqlDbType.Text, cancellationToken);
}
