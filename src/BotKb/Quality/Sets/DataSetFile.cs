using System.Runtime.CompilerServices;
using System.Text.Json;

namespace BotKb.Quality.Sets;

/// <summary>Reads the files of a data set; every error is one sentence that names the file and the line.</summary>
internal static class DataSetFile
{
    /// <summary>The objects of a JSON Lines file; blank lines are skipped.</summary>
    public static async IAsyncEnumerable<JsonRow> ReadRowsAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (number, line) in ReadLinesAsync(path, cancellationToken))
        {
            yield return new JsonRow(path, number, Parse(path, number, line));
        }
    }

    /// <summary>The lines that are not blank, with their numbers from 1.</summary>
    public static async IAsyncEnumerable<(int Number, string Line)> ReadLinesAsync(
        string path,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw new BotKbException($"{path} does not exist; name a folder or file of a data set.");
        }

        var number = 0;
        await foreach (var line in File.ReadLinesAsync(path, cancellationToken))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return (number, line);
            }
        }
    }

    /// <summary>Rows by their id, in the file's order; the same id twice is an error.</summary>
    public static async Task<IReadOnlyList<T>> ReadDistinctAsync<T>(string path, Func<JsonRow, T> read, CancellationToken cancellationToken)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var items = new List<T>();
        await foreach (var row in ReadRowsAsync(path, cancellationToken))
        {
            items.Add(read(row));
            var id = row.Required("id");
            if (!ids.Add(id))
            {
                throw row.Error($"the id \"{id}\" occurs a second time");
            }
        }

        return items;
    }

    /// <summary>The sentence for a problem in one line.</summary>
    public static BotKbException Error(string path, int line, string problem, Exception? cause = null) =>
        new(FailureKind.TellAdmin, $"{path}, line {line}: {problem}.", cause);

    private static JsonElement Parse(string path, int number, string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw Error(path, number, "expected a JSON object");
        }
        catch (JsonException exception)
        {
            throw Error(path, number, "expected a JSON object, but the line is not JSON", exception);
        }
    }
}
