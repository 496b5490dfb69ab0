using BotKb.Replies;

namespace BotKb.Conversations;

/// <summary>A turn as its owner sees it.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Question">The message.</param>
/// <param name="KnowledgeBases">Rows of the knowledge bases that were asked.</param>
/// <param name="ReceivedAt">When it was accepted.</param>
/// <param name="Reply">
/// The reply; null while there is none, then watch <see cref="LiveReplies"/>. Withheld, with a notice of <see cref="ReplyState.Answered"/>
/// and no text, where a document that it cites may no longer be read.
/// </param>
/// <param name="IsWithheld">True where the reply is withheld.</param>
/// <param name="Rating">1, -1 or 0 for none: what the owner thought of it.</param>
public sealed record TurnView(
    long Id,
    string Question,
    IReadOnlyList<long> KnowledgeBases,
    DateTimeOffset ReceivedAt,
    ReplyBody? Reply,
    bool IsWithheld,
    int Rating);
