using Npgsql;

namespace BotKb.Knowledge.Sync;

/// <summary>
/// One run over a source. Its attempt number was raised by compare-and-set before anything else; a run that finds a higher number is
/// stale: it may not commit, and ends.
/// </summary>
/// <param name="SourceId">The source's row.</param>
/// <param name="Attempt">This run's number.</param>
/// <param name="Kind">Which implementation reads it.</param>
/// <param name="Settings">What the implementation needs to know.</param>
/// <param name="Cursor">Where the run begins.</param>
internal sealed record SourceRun(long SourceId, long Attempt, string Kind, string Settings, string? Cursor)
{
    /// <summary>Raises the attempt number of a source and returns the run; null where the source is gone.</summary>
    public static async Task<SourceRun?> BeginAsync(NpgsqlDataSource database, long sourceId, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "update source set attempt = attempt + 1 where id = $1 returning attempt, kind, settings::text, cursor");
        command.Parameters.AddWithValue(sourceId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new SourceRun(
                sourceId, reader.GetInt64(0), reader.GetString(1), reader.GetString(2),
                await reader.IsDBNullAsync(3, cancellationToken) ? null : reader.GetString(3))
            : null;
    }

    /// <summary>Holds the source's row until the transaction ends, so that no newer run can begin in between.</summary>
    /// <exception cref="BotKbException">A newer run has begun, or the source is gone.</exception>
    public async Task HoldAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select 1 from source where id = $1 and attempt = $2 for share", connection);
        command.Parameters.AddWithValue(SourceId);
        command.Parameters.AddWithValue(Attempt);
        if (await command.ExecuteScalarAsync(cancellationToken) is null)
        {
            throw new BotKbException(
                FailureKind.GiveUp, "Another sync of this source has begun, or the source was deleted; this run ended without it.");
        }
    }
}
