using BotKb.Conversations;

namespace BotKb.Replies;

/// <summary>The messages of one reply: posted once, found again when nobody heard of them, edited when their content changed.</summary>
internal sealed class ReplyMessages(IChannelAdapter adapter, OpenTurn turn, TurnStore turns)
{
    private readonly List<string> _ids = [.. turn.ReplyIds];
    private readonly Dictionary<int, ReplyBody> _shown = [];
    private bool _isUnsaved;

    /// <summary>Where the reply goes.</summary>
    public ReplyTarget Target => turn.Target;

    /// <summary>How often the platform was called.</summary>
    public int Calls { get; private set; }

    /// <summary>How often it took what it was sent.</summary>
    public int Arrived { get; private set; }

    /// <summary>Makes the platform show the body.</summary>
    /// <exception cref="StaleAttemptException">The attempt is stale.</exception>
    /// <exception cref="ChannelException">The platform refused, or could not be reached.</exception>
    public async Task SendAsync(ReplyBody body, CancellationToken cancellationToken)
    {
        await turns.CheckAsync(Target.TurnId, turn.Attempt, cancellationToken);
        if (_isUnsaved)
        {
            await SaveAsync(cancellationToken);
        }

        var parts = Parts(body);
        for (var at = 0; at < parts.Count; at++)
        {
            if (_shown.GetValueOrDefault(at) != parts[at] || at >= _ids.Count)
            {
                await SendAsync(at, parts[at], cancellationToken);
                _shown[at] = parts[at];
                Arrived++;
            }
        }

        await TakeBackAsync(parts.Count, cancellationToken);
    }

    private async Task SendAsync(int at, ReplyBody part, CancellationToken cancellationToken)
    {
        Calls++;
        if (at < _ids.Count)
        {
            await adapter.EditAsync(Target, _ids[at], part, cancellationToken);
        }
        else if (await adapter.FindAsync(Target, at, cancellationToken) is { } lost)
        {
            await KeepAsync(lost, cancellationToken);
            await adapter.EditAsync(Target, lost, part, cancellationToken);
        }
        else
        {
            await KeepAsync(await adapter.PostAsync(Target, at, part, cancellationToken), cancellationToken);
        }
    }

    private Task KeepAsync(string id, CancellationToken cancellationToken)
    {
        _ids.Add(id);
        return SaveAsync(cancellationToken);
    }

    // Where the database fails just now, it is done before the next edit.
    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        _isUnsaved = true;
        await turns.SaveReplyIdsAsync(Target.TurnId, turn.Attempt, _ids, cancellationToken);
        _isUnsaved = false;
    }

    // An earlier attempt may have posted more messages than the reply has now.
    private async Task TakeBackAsync(int count, CancellationToken cancellationToken)
    {
        while (_ids.Count > count)
        {
            Calls++;
            await adapter.DeleteAsync(Target, _ids[^1], cancellationToken);
            _ids.RemoveAt(_ids.Count - 1);
            _shown.Remove(_ids.Count);
            await SaveAsync(cancellationToken);
        }
    }

    private IReadOnlyList<ReplyBody> Parts(ReplyBody body) => ReplyParts.Of(body, adapter.Limits.MaxCharacters);
}
