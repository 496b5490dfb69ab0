using System.Security.Cryptography;
using System.Text;
using BotKb.Access;
using Npgsql;

namespace BotKb.Knowledge.Sync;

/// <summary>The rows of permission scopes, made where they are missing; within one transaction.</summary>
internal sealed class ScopeRows(NpgsqlConnection connection)
{
    private readonly Dictionary<string, long> _known = new(StringComparer.Ordinal);

    /// <summary>The row of a set of readers.</summary>
    public async Task<long> OfAsync(ReaderSet readers, CancellationToken cancellationToken)
    {
        if (!_known.TryGetValue(readers.Key, out var id))
        {
            id = await FindOrAddAsync(readers, cancellationToken);
            _known[readers.Key] = id;
        }

        return id;
    }

    // Two hosts may add the same set at once: whoever comes second finds the row, and the principals only come with a new one.
    private async Task<long> FindOrAddAsync(ReaderSet readers, CancellationToken cancellationToken)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(readers.Key));
        await using var command = new NpgsqlCommand(
            """
            with names as (
                insert into principal (key) select unnest($3) on conflict (key) do update set key = excluded.key returning id),
            added as (
                insert into permission_scope (key_hash, everyone) values ($1, $2) on conflict (key_hash) do nothing returning id),
            members as (
                insert into scope_principal (scope_id, principal_id) select added.id, names.id from added, names)
            select id from added
            """,
            connection);
        command.Parameters.AddWithValue(hash);
        command.Parameters.AddWithValue(readers.Everyone);
        command.Parameters.AddWithValue(readers.Principals.ToArray());
        return await command.ExecuteScalarAsync(cancellationToken) is long added ? added : await FindAsync(hash, cancellationToken);
    }

    private async Task<long> FindAsync(byte[] hash, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select id from permission_scope where key_hash = $1", connection);
        command.Parameters.AddWithValue(hash);
        return (long)(await command.ExecuteScalarAsync(cancellationToken)
            ?? throw new BotKbException(FailureKind.Retry, "A permission scope vanished while it was being read; sync again."));
    }
}
