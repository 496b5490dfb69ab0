namespace BotKb.Channels.Web;

/// <summary>A question as it is posted.</summary>
/// <param name="Conversation">The conversation's row; null begins one.</param>
/// <param name="MessageId">The client's identity of the message: sent again, it is asked once.</param>
/// <param name="Text">The words.</param>
/// <param name="KnowledgeBases">Rows of the knowledge bases that are asked.</param>
internal sealed record ChatQuestion(long? Conversation, Guid MessageId, string? Text, long[]? KnowledgeBases)
{
    /// <summary>The longest question, in characters.</summary>
    public const int LongestText = 100_000;

    private const int MostKnowledgeBases = 100;

    /// <summary>What is wrong with it; null where nothing is.</summary>
    public string? Problem(ChatApiTexts texts) => this switch
    {
        { MessageId: var id } when id == Guid.Empty => texts.NoMessageId,
        { Text: null } => texts.NoText,
        { Text: var text } when string.IsNullOrWhiteSpace(text) => texts.NoText,
        { Text.Length: > LongestText } => texts.LongText,
        { KnowledgeBases: null or { Length: 0 or > MostKnowledgeBases } } => texts.NoKnowledgeBase,
        _ => null,
    };
}
