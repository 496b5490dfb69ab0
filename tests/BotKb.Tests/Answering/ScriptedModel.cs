using System.Runtime.CompilerServices;
using BotKb.Answering;
using Microsoft.Extensions.AI;

namespace BotKb.Tests.Answering;

/// <summary>A chat client that yields given pieces, then ends or fails, and remembers what it was given.</summary>
internal sealed class ScriptedModel(params ScriptedModel.Reply[] replies) : IChatClient
{
    private readonly Queue<Reply> _replies = new(replies);

    public List<IReadOnlyList<ChatMessage>> Asked { get; } = [];

    public static ScriptedModel Saying(params string[] pieces) => new(new Reply(pieces));

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Asked.Add([.. messages]);
        var reply = _replies.Dequeue();
        foreach (var piece in reply.Pieces)
        {
            yield return new ChatResponseUpdate(ChatRole.Assistant, piece);
        }

        if (reply.Hangs)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }

        if (reply.Failure is { } failure)
        {
            throw failure;
        }

        yield return new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(new UsageDetails { InputTokenCount = 11, OutputTokenCount = 22 })])
        {
            FinishReason = reply.Finish ?? ChatFinishReason.Stop,
        };
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType == typeof(AnswerModel) ? new AnswerModel("test", 4_096, 512) : null;

    public void Dispose()
    {
    }

    /// <summary>One answer of the model.</summary>
    internal sealed record Reply(IReadOnlyList<string> Pieces, ModelException? Failure = null, bool Hangs = false, ChatFinishReason? Finish = null);
}
