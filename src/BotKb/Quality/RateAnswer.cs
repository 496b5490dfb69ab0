using BotKb.Data;
using Npgsql;

namespace BotKb.Quality;

/// <summary>Keeps what a person thought of an answer. Safe for concurrent use.</summary>
public sealed class RateAnswer(NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>The longest comment, in characters.</summary>
    public const int LongestComment = 4_000;

    private const string Rate = """
        insert into feedback (turn_id, asker_id, rating, comment, given_at)
        select t.id, t.asker_id, $3, $4, $5 from turn t where t.id = $1 and t.asker_id = $2 and t.ended_at is not null
        on conflict (turn_id, asker_id) do update set rating = excluded.rating, comment = excluded.comment, given_at = excluded.given_at
        """;

    private const string Withdraw = "delete from feedback where turn_id = $1 and asker_id = $2";

    /// <summary>Rates one's own turn; a second rating replaces the first, 0 takes it back.</summary>
    /// <param name="turnId">The turn's row.</param>
    /// <param name="askerId">The channel's identity of the person, who asked the question.</param>
    /// <param name="rating">1, -1 or 0.</param>
    /// <param name="comment">Any text; cut at <see cref="LongestComment"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False where the person has no such turn, or it has no end yet.</returns>
    public async Task<bool> RunAsync(long turnId, string askerId, int rating, string comment, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(rating == 0 ? Withdraw : Rate);
        command.Parameters.AddWithValue(turnId);
        command.Parameters.AddWithValue(askerId);
        if (rating != 0)
        {
            command.Parameters.AddWithValue((short)Math.Sign(rating));
            command.Parameters.AddWithValue(PostgresText.Clean(comment.Length > LongestComment ? comment[..LongestComment] : comment));
            command.Parameters.AddWithValue(time.GetUtcNow());
        }

        return await command.ExecuteNonQueryAsync(cancellationToken) > 0;
    }
}
