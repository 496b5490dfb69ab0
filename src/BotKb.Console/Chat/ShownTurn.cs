using BotKb.Replies;

namespace BotKb.WebConsole.Chat;

/// <summary>A question and its reply as the page shows them now.</summary>
/// <param name="Id">The turn's row.</param>
/// <param name="Question">The message.</param>
/// <param name="KnowledgeBases">Rows of the knowledge bases that were asked.</param>
/// <param name="Reply">The reply so far; null while nothing was shown yet.</param>
/// <param name="IsWithheld">True where a cited document may no longer be read.</param>
/// <param name="Rating">1, -1 or 0 for none.</param>
/// <param name="IsKept">True where the reply is the one that is kept for good.</param>
/// <param name="Version">The live reply's version; 0 where it is none.</param>
public sealed record ShownTurn(
    long Id, string Question, IReadOnlyList<long> KnowledgeBases, ReplyBody? Reply, bool IsWithheld, int Rating, bool IsKept, long Version)
{
    /// <summary>True while more is to come.</summary>
    public bool IsOpen => Reply is null or { State: ReplyState.Streaming };
}
