using System.Collections.Immutable;
using BotKb.Access;
using BotKb.Data;
using BotKb.Knowledge.Reading;
using BotKb.Replies;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BotKb.Conversations;

/// <summary>
/// The conversations that one person alone sees, such as those of the web chat. Everything here names the owner: another person's
/// conversation is as good as none. Safe for concurrent use.
/// </summary>
public sealed class ConversationCatalog(IDbContextFactory<BotKbContext> contexts, NpgsqlDataSource database, DocumentReading readable)
{
    private const string Turns = """
        select t.id, t.question, t.knowledge_bases, t.received_at, t.state, t.answer, t.citations, t.trace ->> 'notice', t.ended_at is not null,
            coalesce((select f.rating from feedback f where f.turn_id = t.id and f.asker_id = t.asker_id), 0),
            case when jsonb_array_length(t.citations) = 0 then t.trace end
        from turn t join conversation c on c.id = t.conversation_id
        where c.id = $1 and c.channel = $2 and c.owner_email = $3 order by t.id
        """;

    /// <summary>A person's conversations, the one written to last first.</summary>
    public async Task<IReadOnlyList<ConversationSummary>> ListAsync(
        string channel, string ownerEmail, int count, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Conversations
            .Where(row => row.Channel == channel && row.OwnerEmail == ownerEmail)
            .OrderByDescending(row => row.LastTurnAt).ThenByDescending(row => row.Id)
            .Take(count)
            .Select(row => new ConversationSummary(row.Id, row.Title, row.LastTurnAt))
            .ToListAsync(cancellationToken);
    }

    /// <summary>The channel's identity of a conversation of this person; null where there is none.</summary>
    public async Task<string?> FindKeyAsync(string channel, string ownerEmail, long conversationId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Conversations
            .Where(row => row.Id == conversationId && row.Channel == channel && row.OwnerEmail == ownerEmail)
            .Select(row => row.Key)
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>The turns of a conversation of this person in order; empty where there is none.</summary>
    /// <param name="channel">The channel's name.</param>
    /// <param name="reader">The owner; replies whose documents this reader may no longer read are withheld.</param>
    /// <param name="conversationId">The conversation's row.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<TurnView>> TurnsAsync(
        string channel, Reader reader, long conversationId, CancellationToken cancellationToken)
    {
        var turns = await ReadAsync(channel, reader, conversationId, cancellationToken);
        var documents = turns.SelectMany(turn => turn.Evidence).Distinct().ToList();
        var allowed = await readable.FilterReadableAsync(documents, reader, cancellationToken);
        return turns.ConvertAll(turn => turn.Evidence.All(allowed.Contains) ? turn.View : Withheld(turn.View));
    }

    /// <summary>Deletes a conversation of this person with everything said in it.</summary>
    /// <returns>False where there is none.</returns>
    public async Task<bool> DeleteAsync(string channel, string ownerEmail, long conversationId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Conversations
            .Where(row => row.Id == conversationId && row.Channel == channel && row.OwnerEmail == ownerEmail)
            .ExecuteDeleteAsync(cancellationToken) > 0;
    }

    private async Task<List<(TurnView View, ImmutableArray<long> Evidence)>> ReadAsync(
        string channel, Reader reader, long conversationId, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Turns);
        command.Parameters.AddWithValue(conversationId);
        command.Parameters.AddWithValue(channel);
        command.Parameters.AddWithValue(reader.Email ?? "");
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var turns = new List<(TurnView, ImmutableArray<long>)>();
        while (await rows.ReadAsync(cancellationToken))
        {
            var turn = TurnOf(rows);
            turns.Add((turn, TurnEvidence.Of(turn.Reply?.Citations ?? [], rows.GetValue(10) as string)));
        }

        return turns;
    }

    private static TurnView TurnOf(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetString(1), (long[])row.GetValue(2), row.GetFieldValue<DateTimeOffset>(3), ReplyOf(row), false, row.GetInt32(9));

    private static ReplyBody? ReplyOf(NpgsqlDataReader row) => row.GetBoolean(8)
        ? new ReplyBody(
            row.GetValue(5) as string ?? "",
            TurnJson.ReadCitations(row.GetValue(6) as string),
            row.GetValue(7) as string,
            Enum.Parse<ReplyState>(row.GetString(4), ignoreCase: true))
        : null;

    private static TurnView Withheld(TurnView turn) =>
        turn with { Reply = new ReplyBody("", ImmutableArray<ReplyCitation>.Empty, null, turn.Reply!.State), IsWithheld = true };
}
