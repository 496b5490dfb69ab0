using System.Globalization;

namespace BotKb.Quality.Sets;

/// <summary>Which documents are relevant to which question (qrels), and how much.</summary>
public sealed class Judgements
{
    private static readonly IReadOnlyDictionary<string, int> None = new Dictionary<string, int>();
    private readonly Dictionary<string, Dictionary<string, int>> _byQuery = [];

    /// <summary>The gain, above 0, of each relevant document of a question; empty for a question without judgement.</summary>
    public IReadOnlyDictionary<string, int> For(string queryId) => _byQuery.TryGetValue(queryId, out var gains) ? gains : None;

    /// <summary>Reads tab-separated lines of query id, document id and score; a first line without a number is a header.</summary>
    /// <exception cref="BotKbException">A line has another shape; the message names it.</exception>
    internal static async Task<Judgements> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var judgements = new Judgements();
        var first = true;
        await foreach (var (number, line) in DataSetFile.ReadLinesAsync(path, cancellationToken))
        {
            var cells = line.Split('\t');
            var gain = 0;
            var sound = cells.Length == 3 && int.TryParse(cells[2], NumberStyles.Integer, CultureInfo.InvariantCulture, out gain);
            if (sound)
            {
                judgements.Add(cells[0], cells[1], gain);
            }
            else if (!first)
            {
                throw DataSetFile.Error(path, number, "expected a query id, a document id and a whole number, separated by tabs");
            }

            first = false;
        }

        return judgements;
    }

    internal void Add(string queryId, string documentId, int gain)
    {
        if (gain <= 0)
        {
            return;
        }

        if (!_byQuery.TryGetValue(queryId, out var gains))
        {
            _byQuery[queryId] = gains = [];
        }

        gains[documentId] = gain;
    }
}
