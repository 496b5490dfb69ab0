using System.Collections.Immutable;
using BotKb.Access;
using BotKb.Answering;
using BotKb.Knowledge.Reading;
using Npgsql;

namespace BotKb.Conversations;

/// <summary>
/// What was said last in a conversation: complete turns only, and of them only those whose all evidence the asker may still
/// read. How much of it a question or a model is given is the engine's token budget to say.
/// </summary>
internal sealed class ReadableHistory(NpgsqlDataSource database, DocumentReading readable)
{
    private const int MostTurns = 12;

    // Compared as a pair: for a conversation with many turns the planner would else walk back through everybody's.
    internal const string Past = """
        select coalesce(standalone_question, question), answer, citations,
            case when jsonb_array_length(citations) = 0 then trace end
        from turn
        where (conversation_id, id) < ($1, $2) and conversation_id >= $1 and state in ('answered', 'refused') and answer is not null
        order by conversation_id desc, id desc limit $3
        """;

    /// <summary>At most twelve turns before this one, oldest first.</summary>
    public async Task<ImmutableArray<PastExchange>> ReadAsync(OpenTurn turn, Reader reader, CancellationToken cancellationToken)
    {
        var past = await PastTurnsAsync(turn, cancellationToken);
        var documents = past.SelectMany(entry => entry.Documents).Distinct().ToList();
        var allowed = await readable.FilterReadableAsync(documents, reader, cancellationToken);
        return [.. past.Where(entry => entry.Documents.All(allowed.Contains)).Select(entry => entry.Exchange).Reverse()];
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
                TurnEvidence.Of(TurnJson.ReadCitations(rows.GetValue(2) as string), rows.GetValue(3) as string)));
        }

        return past;
    }
}
