using BotKb.Data;
using BotKb.Replies;
using Npgsql;
using NpgsqlTypes;

namespace BotKb.Conversations;

/// <summary>The turns' rows. Every write names the attempt that makes it, and does nothing for an older one.</summary>
internal sealed class TurnStore(NpgsqlDataSource database, TimeProvider time)
{
    private const string Begin = """
        update turn t set attempt = t.attempt + 1, state = 'answering' from conversation c
        where t.id = $1 and t.ended_at is null and c.id = t.conversation_id
        returning t.channel, t.tenant, c.key, c.id, t.message_id, t.asker_id, t.attempt, t.asker_email, t.question, t.knowledge_bases,
            t.reply_ids, t.stop_requested_at is not null
        """;

    private const string End = """
        update turn set state = $3, answer = $4, citations = $5, trace = $6, failure_id = $7, first_words_at = $8, standalone_question = $9, ended_at = $10
        where id = $1 and attempt = $2 and ended_at is null
        """;

    /// <summary>The oldest turn of a conversation without an end.</summary>
    public async Task<long?> FirstOpenAsync(long conversationId, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select min(id) from turn where conversation_id = $1 and ended_at is null");
        command.Parameters.AddWithValue(conversationId);
        return await command.ExecuteScalarAsync(cancellationToken) as long?;
    }

    /// <summary>Begins an attempt, which makes all older ones stale; null for a turn that has an end.</summary>
    public async Task<OpenTurn?> BeginAsync(long turnId, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Begin);
        command.Parameters.AddWithValue(turnId);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? Read(turnId, row) : null;
    }

    /// <summary>Makes sure that an outside effect is still this attempt's to make.</summary>
    /// <exception cref="StaleAttemptException">It is not.</exception>
    public async Task CheckAsync(long turnId, int attempt, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select from turn where id = $1 and attempt = $2 and ended_at is null");
        command.Parameters.AddWithValue(turnId);
        command.Parameters.AddWithValue(attempt);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        if (!await row.ReadAsync(cancellationToken))
        {
            throw new StaleAttemptException();
        }
    }

    /// <summary>Keeps the identities of the reply's messages.</summary>
    /// <exception cref="StaleAttemptException">The attempt is stale.</exception>
    public async Task SaveReplyIdsAsync(long turnId, int attempt, IReadOnlyList<string> replyIds, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "update turn set reply_ids = $3 where id = $1 and attempt = $2 and ended_at is null");
        command.Parameters.AddWithValue(turnId);
        command.Parameters.AddWithValue(attempt);
        command.Parameters.AddWithValue(replyIds.ToArray());
        await ChangeAsync(command, cancellationToken);
    }

    /// <summary>Gives the turn its end.</summary>
    /// <exception cref="StaleAttemptException">The attempt is stale.</exception>
    public async Task EndAsync(long turnId, int attempt, TurnEnd end, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(End);
        command.Parameters.AddWithValue(turnId);
        command.Parameters.AddWithValue(attempt);
        command.Parameters.AddWithValue(StateOf(end.Body.State));
        command.Parameters.AddWithValue(PostgresText.Clean(end.Body.Text));
        command.Parameters.AddWithValue(NpgsqlDbType.Jsonb, TurnJson.Write(end.Body.Citations));
        command.Parameters.AddWithValue(NpgsqlDbType.Jsonb, TurnJson.Write(new { Answer = end.Trace, end.Body.Notice, end.Edits }));
        command.Parameters.AddWithValue(NpgsqlDbType.Text, (object?)end.FailureId ?? DBNull.Value);
        command.Parameters.AddWithValue(NpgsqlDbType.TimestampTz, (object?)end.FirstWordsAt ?? DBNull.Value);
        command.Parameters.AddWithValue(NpgsqlDbType.Text, end.Trace?.StandaloneQuestion is { } question ? PostgresText.Clean(question) : DBNull.Value);
        command.Parameters.AddWithValue(time.GetUtcNow());
        await ChangeAsync(command, cancellationToken);
    }

    private static async Task ChangeAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        if (await command.ExecuteNonQueryAsync(cancellationToken) == 0)
        {
            throw new StaleAttemptException();
        }
    }

    private static OpenTurn Read(long turnId, NpgsqlDataReader row) => new(
        new ReplyTarget(
            row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt64(3), turnId, row.GetString(4), row.GetString(5)),
        row.GetInt32(6),
        row.GetValue(7) as string,
        row.GetString(8),
        (long[])row.GetValue(9),
        (string[])row.GetValue(10),
        row.GetBoolean(11));

    private static string StateOf(ReplyState state) => state switch
    {
        ReplyState.Answered => TurnState.Answered,
        ReplyState.Refused => TurnState.Refused,
        ReplyState.Stopped => TurnState.Stopped,
        ReplyState.Failed => TurnState.Failed,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A turn does not end in this state."),
    };
}
