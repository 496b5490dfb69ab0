using System.Runtime.InteropServices;
using System.Text;
using BotKb.Data;
using BotKb.Host.Commands;
using BotKb.Knowledge;
using BotKb.Sources.Extraction;
using Npgsql;

namespace BotKb.Host.Diagnosis;

/// <summary>
/// Looks at everything that BotKb needs. That there are findings at all says that the settings are valid and PostgreSQL answers.
/// </summary>
internal static class Doctor
{
    private static readonly Version SoundVector = new(0, 8, 4);

    public static async Task<IReadOnlyList<Finding>> ExamineAsync(CommandSession session, CancellationToken cancellationToken) =>
    [
        new Finding(
            "program",
            FindingState.Good,
            $"BotKb {typeof(Doctor).Assembly.GetName().Version?.ToString(3)} on {RuntimeInformation.FrameworkDescription}"),
        new Finding("state folder", FindingState.Good, session.State.Path),
        await ExaminePostgresAsync(session, cancellationToken),
        await ExamineVectorAsync(session, cancellationToken),
        await ExamineTransactionsAsync(session, cancellationToken),
        await ExamineExtractionAsync(session, cancellationToken),
        await ExamineIsolationAsync(session, cancellationToken),
        await ModelFindings.ExamineLanguageModelAsync(session.Get<IServiceProvider>(), cancellationToken),
        await ModelFindings.ExamineEmbeddingModelAsync(session.Get<IServiceProvider>(), cancellationToken),
    ];

    private static async Task<Finding> ExaminePostgresAsync(CommandSession session, CancellationToken cancellationToken)
    {
        await using var command = session.Get<NpgsqlDataSource>().CreateCommand("select version(), pg_database_size(current_database())");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var version = reader.GetString(0).Split(" on ")[0];
        return new Finding("database", FindingState.Good, $"{version}, {reader.GetInt64(1) / (1024 * 1024)} MB, tables up to date");
    }

    private static async Task<Finding> ExamineVectorAsync(CommandSession session, CancellationToken cancellationToken)
    {
        await using var command = session.Get<NpgsqlDataSource>()
            .CreateCommand("select extversion from pg_extension where extname = 'vector'");
        return await command.ExecuteScalarAsync(cancellationToken) is not string text
            ? new Finding(
                "pgvector",
                FindingState.Limited,
                "Not in this database. Nothing needs it until an embedding model is set; then run 'create extension vector' in it.")
            : Version.TryParse(text, out var version) && version >= SoundVector
                ? new Finding("pgvector", FindingState.Good, text)
                : new Finding(
                    "pgvector",
                    FindingState.Limited,
                    $"{text}: versions before {SoundVector} can damage an index while rows are deleted; "
                    + "update it where your system has a newer one.");
    }

    private static async Task<Finding> ExamineTransactionsAsync(CommandSession session, CancellationToken cancellationToken) =>
        await session.Get<OldestTransaction>().AgeAsync(cancellationToken) is { } age && age > OldestTransaction.Worrying
            ? new Finding(
                "open transactions",
                FindingState.Limited,
                $"One has been writing for {age.TotalMinutes:F0} minutes: until it ends nothing that it wrote is found, and PostgreSQL cannot "
                + "clean up. See pg_stat_activity and pg_prepared_xacts, and end it with pg_terminate_backend or 'rollback prepared'.")
            : new Finding("open transactions", FindingState.Good, $"None older than {OldestTransaction.Worrying.TotalMinutes:F0} minutes.");

    private static async Task<Finding> ExamineExtractionAsync(CommandSession session, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes("A worker process reads this line."));
        var result = await session.Get<IDocumentExtractor>().ExtractAsync("check.txt", content, cancellationToken);
        return result.Status == ExtractionStatus.Ok
            ? new Finding("reading files", FindingState.Good, "A worker process answers.")
            : new Finding("reading files", FindingState.Broken, $"The worker process failed: {result.Reason}");
    }

    private static async Task<Finding> ExamineIsolationAsync(CommandSession session, CancellationToken cancellationToken)
    {
        var isolation = await session.Get<ExtractionPool>().IsolationAsync(cancellationToken);
        return new Finding(
            "worker isolation",
            isolation.Gaps.IsEmpty ? FindingState.Good : FindingState.Limited,
            string.Join("; ", isolation.Layers.Concat(isolation.Gaps)));
    }
}
