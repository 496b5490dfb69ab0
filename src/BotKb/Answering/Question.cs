using System.Collections.Immutable;
using BotKb.Access;

namespace BotKb.Answering;

/// <summary>What is asked, by whom and after what.</summary>
/// <param name="Text">The message, without the mention of the bot.</param>
/// <param name="History">What was asked and answered before in the conversation, oldest first; only what the reader may still read.</param>
/// <param name="KnowledgeBases">Rows of the knowledge bases to search.</param>
/// <param name="Reader">Who asks; nothing that this reader may not read is quoted, cited, named or given to a model.</param>
public sealed record Question(
    string Text,
    ImmutableArray<PastExchange> History,
    IReadOnlyList<long> KnowledgeBases,
    Reader Reader);
