using BotKb.Data;
using Npgsql;
using NpgsqlTypes;

namespace BotKb.Conversations;

/// <summary>
/// Accepts messages: once this returns, the message has a row, and its one visible end will come, whatever happens to this host.
/// Safe for concurrent use.
/// </summary>
public sealed class Inbox(NpgsqlDataSource database, IGrainFactory grains, TimeProvider time)
{
    private const int TitleLength = 80;

    private const string Insert = """
        with thread as (
            insert into conversation (channel, tenant, key, owner_email, title, created_at, last_turn_at)
            select $1, $2, $3, $4, $5, $6, $6 where not exists (select from turn where channel = $1 and tenant = $2 and message_id = $7)
            on conflict (channel, tenant, key) do update set last_turn_at = excluded.last_turn_at
            where conversation.owner_email is not distinct from excluded.owner_email
            returning id)
        insert into turn (conversation_id, channel, tenant, message_id, asker_id, asker_email, question, knowledge_bases, state, attempt, reply_ids, received_at)
        select id, $1, $2, $7, $8, $9, $10, $11, 'received', 0, '{}', $6 from thread
        on conflict (channel, tenant, message_id) do nothing
        returning id, conversation_id
        """;

    private const string Known = """
        select t.id, t.conversation_id from turn t join conversation c on c.id = t.conversation_id
        where t.channel = $1 and t.tenant = $2 and t.message_id = $3 and c.key = $4 and c.owner_email is not distinct from $5
        """;

    private const string Stop = """
        update turn t set stop_requested_at = $5 from conversation c
        where c.id = t.conversation_id and c.channel = $1 and c.tenant = $2 and c.key = $3 and c.owner_email is not distinct from $4
            and t.ended_at is null
        returning t.id, t.conversation_id
        """;

    /// <summary>Accepts a message. A wish to stop, while something is being answered, stops that and has no turn of its own.</summary>
    /// <exception cref="BotKbException">The thread, or a message of this identity, belongs to another person.</exception>
    public async Task<InboxReceipt> AcceptAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        if (StopWords.Are(message.Text) && await StopAllAsync(message, cancellationToken) is { } stopped)
        {
            return stopped;
        }

        var receipt = await PostgresFailure.RetryAsync(token => InsertAsync(message, token), cancellationToken)
            ?? await PostgresFailure.RetryAsync(token => FindAsync(message, token), cancellationToken)
            ?? throw new BotKbException(FailureKind.GiveUp, "This conversation does not exist.");
        grains.GetGrain<IConversationGrain>(receipt.ConversationId).WakeAsync().Ignore();
        return receipt;
    }

    /// <summary>Stops a turn that has no end yet; does nothing to one that has.</summary>
    public async Task StopAsync(long conversationId, long turnId, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "update turn set stop_requested_at = $3 where id = $1 and conversation_id = $2 and ended_at is null");
        command.Parameters.AddWithValue(turnId);
        command.Parameters.AddWithValue(conversationId);
        command.Parameters.AddWithValue(time.GetUtcNow());
        if (await command.ExecuteNonQueryAsync(cancellationToken) > 0)
        {
            await grains.GetGrain<IConversationGrain>(conversationId).StopAsync(turnId);
        }
    }

    private async Task<InboxReceipt?> StopAllAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Stop);
        AddThread(command, message);
        command.Parameters.AddWithValue(time.GetUtcNow());
        InboxReceipt? last = null;
        foreach (var turn in await ReadAsync(command, isNew: false, cancellationToken))
        {
            await grains.GetGrain<IConversationGrain>(turn.ConversationId).StopAsync(turn.TurnId);
            last = turn;
        }

        return last;
    }

    private async Task<InboxReceipt?> InsertAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Insert);
        AddThread(command, message);
        command.Parameters.AddWithValue(PostgresText.Clean(TitleOf(message.Text)));
        command.Parameters.AddWithValue(time.GetUtcNow());
        command.Parameters.AddWithValue(message.MessageId);
        command.Parameters.AddWithValue(message.AskerId);
        command.Parameters.AddWithValue(NpgsqlDbType.Text, (object?)message.AskerEmail ?? DBNull.Value);
        command.Parameters.AddWithValue(PostgresText.Clean(message.Text));
        command.Parameters.AddWithValue(message.KnowledgeBases.ToArray());
        return (await ReadAsync(command, isNew: true, cancellationToken)).SingleOrDefault();
    }

    private async Task<InboxReceipt?> FindAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Known);
        command.Parameters.AddWithValue(message.Channel);
        command.Parameters.AddWithValue(message.Tenant);
        command.Parameters.AddWithValue(message.MessageId);
        command.Parameters.AddWithValue(message.ConversationKey);
        command.Parameters.AddWithValue(NpgsqlDbType.Text, (object?)message.OwnerEmail ?? DBNull.Value);
        return (await ReadAsync(command, isNew: false, cancellationToken)).SingleOrDefault();
    }

    private static void AddThread(NpgsqlCommand command, IncomingMessage message)
    {
        command.Parameters.AddWithValue(message.Channel);
        command.Parameters.AddWithValue(message.Tenant);
        command.Parameters.AddWithValue(message.ConversationKey);
        command.Parameters.AddWithValue(NpgsqlDbType.Text, (object?)message.OwnerEmail ?? DBNull.Value);
    }

    private static async Task<List<InboxReceipt>> ReadAsync(NpgsqlCommand command, bool isNew, CancellationToken cancellationToken)
    {
        var receipts = new List<InboxReceipt>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            receipts.Add(new InboxReceipt(rows.GetInt64(1), rows.GetInt64(0), isNew));
        }

        return receipts;
    }

    private static string TitleOf(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= TitleLength ? line : string.Concat(line.AsSpan(0, Whole(line, TitleLength - 1)), "…");
    }

    private static int Whole(string text, int length) => char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
}
