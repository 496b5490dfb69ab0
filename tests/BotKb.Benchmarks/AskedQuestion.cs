using System.Diagnostics;
using BotKb.Simulators.People;

namespace BotKb.Benchmarks;

/// <summary>A question through the chat, as its asker saw it. Times are <see cref="Stopwatch"/> stamps.</summary>
internal sealed record AskedQuestion(long AskedAt, long FirstAt, long LastAt, string State, string Text)
{
    public double FirstMs => Stopwatch.GetElapsedTime(AskedAt, FirstAt).TotalMilliseconds;

    public double LastMs => Stopwatch.GetElapsedTime(AskedAt, LastAt).TotalMilliseconds;

    /// <summary>Asks in a conversation that is watched from before, until the answer is complete.</summary>
    public static async Task<AskedQuestion> AskAsync(
        ConsoleClient person, string question, long kb, long conversation, CancellationToken cancellationToken)
    {
        using var watching = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var replies = person.EventsAsync(conversation, watching.Token).GetAsyncEnumerator(cancellationToken);
        var next = replies.MoveNextAsync();
        var asked = Stopwatch.GetTimestamp();
        var (_, turn) = await person.AskAsync(question, kb, cancellationToken, conversation);
        long first = 0;
        while (await next)
        {
            var reply = replies.Current;
            var now = Stopwatch.GetTimestamp();
            if (reply.Turn == turn)
            {
                first = first == 0 && reply.Text.Length > 0 ? now : first;
                if (reply.HasEnded)
                {
                    await watching.CancelAsync();
                    return new AskedQuestion(asked, first, now, reply.State, reply.Text);
                }
            }

            next = replies.MoveNextAsync();
        }

        throw new InvalidOperationException("The events ended before the answer.");
    }
}
