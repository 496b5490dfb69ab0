using System.Collections.Immutable;
using BotKb.Access;
using BotKb.Answering;
using BotKb.Knowledge.Reading;
using Microsoft.Extensions.Options;
using Npgsql;

namespace BotKb.Conversations;

/// <summary>
/// What was said before in a conversation, newest first until the token budget is spent: complete turns only, and of them only those
/// whose every cited document the asker may still read.
/// </summary>
internal sealed class HistoryWindow(NpgsqlDataSource database, DocumentReading readable, IOptions<ConversationOptions> options)
{
    private const int MostTurns = 12;

    private const string Past = """
        select coalesce(standalone_question, question), answer, citations from turn
        where conversation_id = $1 and id < $2 and state in ('answered', 'refused') and answer is not null
        order by id desc limit $3
        """;

    /// <summary>The window before a turn, oldest first.</summary>
    public async Task<ImmutableArray<PastExchange>> ReadAsync(OpenTurn turn, Reader reader, CancellationToken cancellationToken)
    {
        var past = await PastTurnsAsync(turn, cancellationToken);
        var documents = past.SelectMany(entry => entry.Documents).Distinct().ToList();
        var allowed = await readable.FilterReadableAsync(documents, reader, cancellationToken);
        return [.. WithinBudget(past.Where(entry => entry.Documents.All(allowed.Contains)).Select(entry => entry.Exchange)).Reverse()];
    }

    private IEnumerable<PastExchange> WithinBudget(IEnumerable<PastExchange> newestFirst)
    {
        var left = options.Value.HistoryTokens;
        foreach (var exchange in newestFirst)
        {
            left -= TokenCount.Of(exchange.Question) + TokenCount.Of(exchange.Answer);
            if (left < 0)
            {
                yield break;
            }

            yield return exchange;
        }
    }

    private async Task<List<(PastExchange Exchange, ImmutableArray<long> Documents)>> PastTurnsAsync(
        OpenTurn turn, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Past);
        command.Parameters.AddWithValue(turn.Target.ConversationId);
        command.Parameters.AddWithValue(turn.Target.TurnId);
        command.Parameters.AddWithValue(MostTurns);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var past = new List<(PastExchange, ImmutableArray<long>)>();
        while (await rows.ReadAsync(cancellationToken))
        {
            past.Add((
                new PastExchange(rows.GetString(0), rows.GetString(1)),
                [.. TurnJson.ReadCitations(rows.GetValue(2) as string).Select(citation => citation.DocumentId)]));
        }

        return past;
    }
}
