using BotKb.Replies;

namespace BotKb.Conversations;

/// <summary>A turn that an attempt has begun on.</summary>
/// <param name="Target">Where its reply goes.</param>
/// <param name="Attempt">The attempt's number, which every outside effect is checked against.</param>
/// <param name="AskerEmail">The asker's verified e-mail.</param>
/// <param name="Question">The message.</param>
/// <param name="KnowledgeBases">Rows of the knowledge bases that are asked.</param>
/// <param name="ReplyIds">The messages that earlier attempts posted.</param>
/// <param name="StopRequested">True where the asker wants no answer any more.</param>
internal sealed record OpenTurn(
    ReplyTarget Target,
    int Attempt,
    string? AskerEmail,
    string Question,
    IReadOnlyList<long> KnowledgeBases,
    IReadOnlyList<string> ReplyIds,
    bool StopRequested);
