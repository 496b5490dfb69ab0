using BotKb.Conversations;
using BotKb.Replies;

namespace BotKb.WebConsole.Chat;

/// <summary>
/// What a page knows of one conversation: the turns that are kept, with the replies that grow laid over them. Not safe for concurrent use.
/// </summary>
/// <param name="id">The conversation's row; null for one that begins with the next question.</param>
internal sealed class ChatThread(long? id)
{
    private readonly SortedDictionary<long, ShownTurn> _turns = [];
    private readonly List<SentQuestion> _sent = [];

    /// <summary>The conversation's row.</summary>
    public long? Id { get; private set; } = id;

    /// <summary>The channel's identity of the conversation.</summary>
    public string? Key { get; set; }

    /// <summary>True once the turns were read; false again where some may have been missed.</summary>
    public bool IsLoaded { get; set; }

    /// <summary>True where the person has no such conversation.</summary>
    public bool IsMissing { get; set; }

    /// <summary>The turns in order.</summary>
    public IReadOnlyCollection<ShownTurn> Turns => _turns.Values;

    /// <summary>The questions that have no turn yet.</summary>
    public IReadOnlyList<SentQuestion> Sent => _sent;

    /// <summary>The turn that is answered now, or next.</summary>
    public ShownTurn? Open => _turns.Values.FirstOrDefault(turn => turn.IsOpen);

    /// <summary>Takes over what is kept. A kept reply is the last word, also over a live one: it is withheld where a right was taken away.</summary>
    public void Load(IEnumerable<TurnView> turns)
    {
        foreach (var turn in turns)
        {
            var known = _turns.GetValueOrDefault(turn.Id);
            _turns[turn.Id] = turn.Reply is null && known is not null
                ? known
                : new ShownTurn(turn.Id, turn.Question, turn.KnowledgeBases, turn.Reply, turn.IsWithheld, turn.Rating, turn.Reply is not null, 0);
        }
    }

    /// <summary>Lays a live reply over its turn, unless what is shown is newer or kept.</summary>
    /// <returns>False where the turn is not known.</returns>
    public bool Show(LiveReply reply)
    {
        if (!_turns.TryGetValue(reply.TurnId, out var turn))
        {
            return false;
        }

        if (!turn.IsKept && reply.Version > turn.Version)
        {
            _turns[turn.Id] = turn with { Reply = reply.Body, Version = reply.Version };
        }

        return true;
    }

    /// <summary>Shows a question before it is accepted.</summary>
    public void Send(SentQuestion question) => _sent.Add(question);

    /// <summary>Takes back a question that was not accepted.</summary>
    public void TakeBack(SentQuestion question) => _sent.Remove(question);

    /// <summary>A question was accepted: it is a turn now, or it was one already.</summary>
    public void Accept(SentQuestion question, InboxReceipt receipt, IReadOnlyList<long> knowledgeBases)
    {
        _sent.Remove(question);
        Id = receipt.ConversationId;
        if (receipt.IsNew)
        {
            _turns.TryAdd(receipt.TurnId, new ShownTurn(receipt.TurnId, question.Text, knowledgeBases, null, false, 0, false, 0));
        }
        else
        {
            IsLoaded &= _turns.ContainsKey(receipt.TurnId);
        }
    }

    /// <summary>Keeps what the person thought of a reply.</summary>
    public void Rate(long turnId, int rating)
    {
        if (_turns.TryGetValue(turnId, out var turn))
        {
            _turns[turnId] = turn with { Rating = rating };
        }
    }
}
