using System.Diagnostics;
using BotKb.Host.Commands;
using BotKb.Retrieval.Dense;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace BotKb.Benchmarks.Dense;

/// <summary>Has the product make and index the vectors of everything that is loaded.</summary>
internal static class FillVectors
{
    public static async Task RunAsync(CommandSession session, int dimension, CancellationToken cancellationToken)
    {
        await using var services = new GeneratedModels(new GeneratedModel(dimension)).Open(session);
        var start = Stopwatch.GetTimestamp();
        await services.GetRequiredService<IndexVectors>().RunAsync(cancellationToken);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var index = await services.GetRequiredService<DenseIndexes>().CurrentAsync(cancellationToken)
            ?? throw new InvalidOperationException("There is no index of vectors.");
        await using var command = session.Get<NpgsqlDataSource>().CreateCommand(
            "select pg_table_size($1::regclass), coalesce(pg_relation_size(to_regclass($2)), 0), current_setting('shared_buffers')");
        command.Parameters.AddWithValue(index.Table.Name);
        command.Parameters.AddWithValue(index.Table.Graph);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        Report.Line(
            $"{index.Rows} vectors of {dimension} numbers complete and with their graph after {seconds:F0} s (embedding itself takes no time); "
            + $"rows {row.GetInt64(0) / 1e6:F0} MB, graph {row.GetInt64(1) / 1e6:F0} MB, shared_buffers {row.GetString(2)}");
    }
}
