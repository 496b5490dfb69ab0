using BotKb.Data;
using Microsoft.Extensions.Options;
using Npgsql;

namespace BotKb.Knowledge.Uploads;

/// <summary>
/// The bytes of uploaded files, in PostgreSQL. A file is there once all of it is; until then the one that it replaces stays. Safe for
/// concurrent use: of two uploads of the same name, the one that ends last stays.
/// </summary>
public sealed class UploadStore(NpgsqlDataSource database, SourceCatalog sources, IOptions<UploadOptions> options, TimeProvider time)
{
    private static readonly TimeSpan LongestUpload = TimeSpan.FromDays(1);

    /// <summary>Begins to store a file; dispose what it returns, which takes away what is not complete.</summary>
    /// <param name="place">The knowledge base and who may read the file.</param>
    /// <param name="named">The name that came with the file.</param>
    /// <param name="uploadedBy">Who uploads it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="UploadRefusedException">The name is refused, the knowledge base is gone, or others may read the file of this name.</exception>
    public async Task<PendingUpload> BeginAsync(
        UploadSettings place, string named, string uploadedBy, CancellationToken cancellationToken)
    {
        var name = UploadName.Of(named);
        try
        {
            var sourceId = await sources.AddAsync(
                place.KnowledgeBaseId, UploadSettings.Kind, place.ToLocation(), place.ToJson(), cancellationToken);
            return new PendingUpload(
                database, time, sourceId, await AddAsync(sourceId, name, uploadedBy, cancellationToken), name, options.Value.MaxFileBytes);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.ForeignKeyViolation)
        {
            throw new UploadRefusedException(UploadRefusal.Gone, exception);
        }
    }

    /// <summary>The complete files of one place by name.</summary>
    public async Task<IReadOnlyList<UploadedFile>> ListAsync(UploadSettings place, CancellationToken cancellationToken)
    {
        await using var command = PlaceCommand(UploadSql.List, place);
        var files = new List<UploadedFile>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            files.Add(ReadFile(reader));
        }

        return files;
    }

    /// <summary>All complete files of a knowledge base by name, with what became of them.</summary>
    public async Task<IReadOnlyList<UploadSummary>> SummarizeAsync(long knowledgeBaseId, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(UploadSql.Summarize);
        command.Parameters.AddWithValue(knowledgeBaseId);
        command.Parameters.AddWithValue(UploadSettings.Kind);
        var files = new List<UploadSummary>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            files.Add(ReadSummary(reader));
        }

        return files;
    }

    /// <summary>Opens a complete file, to be read part by part; null where there is none of this name.</summary>
    public async Task<Stream?> OpenAsync(UploadSettings place, string name, CancellationToken cancellationToken)
    {
        await using var command = PlaceCommand(UploadSql.Find, place);
        command.Parameters.AddWithValue(PostgresText.Clean(name));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? new UploadContent(database, reader.GetInt64(0), reader.GetInt64(1)) : null;
    }

    /// <summary>Deletes a file and its document with all passages, at once.</summary>
    /// <returns>The source that held it; null where there is no such file.</returns>
    public async Task<long?> DeleteAsync(long knowledgeBaseId, long uploadId, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(UploadSql.Delete);
        command.Parameters.AddWithValue(knowledgeBaseId);
        command.Parameters.AddWithValue(UploadSettings.Kind);
        command.Parameters.AddWithValue(uploadId);
        return await command.ExecuteScalarAsync(cancellationToken) as long?;
    }

    /// <summary>Takes away what uploads left behind that began more than a day ago and did not end.</summary>
    /// <returns>How many.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("delete from upload where content_hash is null and uploaded_at < $1");
        command.Parameters.AddWithValue(time.GetUtcNow() - LongestUpload);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static UploadedFile ReadFile(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetInt64(2), Convert.ToHexStringLower((byte[])row.GetValue(3)),
        row.GetFieldValue<DateTimeOffset>(4), row.GetBoolean(5));

    private static UploadSummary ReadSummary(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetInt64(2), UploadSettings.FromJson(row.GetString(3)).Readers, row.GetString(4),
        row.GetFieldValue<DateTimeOffset>(5), row.GetValue(6) as long?, row.GetValue(7) as string ?? DocumentStatus.Pending,
        row.GetValue(8) as string ?? "");

    private async Task<long> AddAsync(long sourceId, string name, string uploadedBy, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(UploadSql.Begin);
        command.Parameters.AddWithValue(sourceId);
        command.Parameters.AddWithValue(name);
        command.Parameters.AddWithValue(PostgresText.Clean(uploadedBy));
        command.Parameters.AddWithValue(time.GetUtcNow());
        command.Parameters.AddWithValue(UploadSettings.Kind);
        return await command.ExecuteScalarAsync(cancellationToken) as long?
            ?? throw new UploadRefusedException(UploadRefusal.OtherReaders);
    }

    private NpgsqlCommand PlaceCommand(string sql, UploadSettings place)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.AddWithValue(place.KnowledgeBaseId);
        command.Parameters.AddWithValue(UploadSettings.Kind);
        command.Parameters.AddWithValue(place.ToLocation());
        return command;
    }
}
