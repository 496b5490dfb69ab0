using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using BotKb.Answering;

namespace BotKb.PostgresTests.Conversations;

/// <summary>Answers as the test says; keeps what it was asked.</summary>
internal sealed class ScriptedEngine(Func<Question, CancellationToken, IAsyncEnumerable<AnswerPart>> script) : IAnswerEngine
{
    public ConcurrentQueue<Question> Asked { get; } = new();

    /// <summary>Repeats the question in pieces of ten characters.</summary>
    public static ScriptedEngine Echo() => new((question, _) => Words([.. question.Text.Chunk(10).Select(chunk => new string(chunk))]));

    /// <summary>Shows the beginning, then waits until the test lets it go on.</summary>
    public static ScriptedEngine Waiting(TaskCompletionSource shown, Task goOn) => new((_, cancellationToken) => WaitAsync(shown, goOn, cancellationToken));

    public IAsyncEnumerable<AnswerPart> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        Asked.Enqueue(question);
        return script(question, cancellationToken);
    }

    public static async IAsyncEnumerable<AnswerPart> Words(params string[] words)
    {
        foreach (var word in words)
        {
            await Task.Yield();
            yield return new AnswerPart.Text(word);
        }

        yield return new AnswerPart.Done(AnswerOutcome.Answered, new AnswerTrace());
    }

    private static async IAsyncEnumerable<AnswerPart> WaitAsync(
        TaskCompletionSource shown, Task goOn, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new AnswerPart.Text("begun");
        shown.TrySetResult();
        await goOn.WaitAsync(cancellationToken);
        yield return new AnswerPart.Text(" and done");
        yield return new AnswerPart.Done(AnswerOutcome.Answered, new AnswerTrace());
    }
}
