using System.Collections.Concurrent;
using BotKb.Replies;

namespace BotKb.PostgresTests.Conversations;

/// <summary>A platform with short messages, that refuses when the test says so and keeps what people would see.</summary>
internal sealed class TestChannel : IChannelAdapter
{
    public const string Name = "test";

    private readonly ConcurrentDictionary<string, (ReplyTarget Target, int Part, ReplyBody Body)> _messages = new();
    private int _posts;

    public int MaxCharacters { get; init; } = 400;

    /// <summary>Called before each call takes effect; what it throws is the platform's refusal.</summary>
    public Action<string> Before { get; set; } = _ => { };

    /// <summary>Called after each call took effect; what it throws is a lost answer of the platform.</summary>
    public Action<string> After { get; set; } = _ => { };

    public ConcurrentQueue<string> Calls { get; } = new();

    public string Channel => Name;

    public ChannelLimits Limits => new(MaxCharacters, TimeSpan.FromMilliseconds(1));

    /// <summary>What people see of a turn's reply.</summary>
    public IReadOnlyList<ReplyBody> Screen(long turnId) =>
        [.. _messages.Values.Where(message => message.Target.TurnId == turnId).OrderBy(message => message.Part).Select(message => message.Body)];

    public IReadOnlyList<RateLimit> BudgetsOf(ReplyTarget target) => [new RateLimit("test", 1000, TimeSpan.FromSeconds(1))];

    public Task<string?> FindAsync(ReplyTarget target, int part, CancellationToken cancellationToken) => CallAsync(
        () => _messages.Where(message => message.Value.Target.TurnId == target.TurnId && message.Value.Part == part)
            .Select(message => message.Key).FirstOrDefault(),
        cancellationToken);

    public Task<string> PostAsync(ReplyTarget target, int part, ReplyBody body, CancellationToken cancellationToken) => CallAsync(
        () => Effect("post", () =>
        {
            var id = $"m{Interlocked.Increment(ref _posts)}";
            _messages[id] = (target, part, body);
            return id;
        }),
        cancellationToken);

    public Task EditAsync(ReplyTarget target, string replyId, ReplyBody body, CancellationToken cancellationToken) => CallAsync(
        () => Effect("edit", () => _messages[replyId] = _messages[replyId] with { Body = body }), cancellationToken);

    public Task DeleteAsync(ReplyTarget target, string replyId, CancellationToken cancellationToken) => CallAsync(
        () => Effect("delete", () => _messages.TryRemove(replyId, out _)), cancellationToken);

    private static Task<T> CallAsync<T>(Func<T> call, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled<T>(cancellationToken) : Task.FromResult(call());

    private T Effect<T>(string call, Func<T> effect)
    {
        Calls.Enqueue(call);
        Before(call);
        var result = effect();
        After(call);
        return result;
    }
}
