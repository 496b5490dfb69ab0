using BotKb.Data;
using BotKb.Retrieval.Lexical;

namespace BotKb.Retrieval.Following;

/// <summary>An index and how far it has come.</summary>
/// <param name="Index">The index; it only ever goes forward.</param>
/// <param name="Cursor">What it has seen.</param>
/// <param name="Epoch">Which database and which stamps the cursor means.</param>
internal sealed record FollowedIndex(LexicalIndex Index, ChangeCursor Cursor, string Epoch);
